// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;

/** Shapes compiled for a target, built by the machine's compiler if it is C, and run. */
final class CompiledEngine implements Engine {
  private final String name;
  private final Engines.Compiled how;
  private final Map<String, String> options;
  private final Path folder;
  private final Map<String, Program> programs = new HashMap<>();
  private int built;

  /** What became of a shapes graph: a plan whose binary is in the folder, or a refusal. */
  private record Program(Optional<Plan> plan, Path folder, String refusal) {}

  CompiledEngine(String name, Engines.Compiled how) {
    this.name = name;
    this.how = how;
    options = Map.of("run", how.library() ? "library" : "process");
    try {
      folder = Files.createTempDirectory("differential");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  /** Forgets what was compiled before. */
  @Override
  public void prepare(List<String> shapes) {
    try {
      for (Path old : programs.values().stream().map(Program::folder).distinct().toList())
        delete(old);
      programs.clear();
      Path place = Files.createDirectory(folder.resolve("g" + built));
      List<String> names = new ArrayList<>();
      List<List<Artifact>> sources = new ArrayList<>();
      for (String text : shapes.stream().distinct().toList()) {
        Program program = planned(text, "p" + built++, place);
        programs.put(text, program);
        program.plan().ifPresent(plan -> names.add(plan.name()));
        program.plan().ifPresent(plan -> sources.add(Stages.sources(plan, how.target())));
      }
      if (!how.isNative()) {
        for (List<Artifact> artifacts : sources) store(artifacts, place);
        return;
      }
      if (!names.isEmpty()) new Linked(how.compiler(), place, how.library()).build(names, sources);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void store(List<Artifact> artifacts, Path folder) throws IOException {
    for (Artifact artifact : artifacts) {
      Path file = folder.resolve(artifact.path());
      Files.createDirectories(file.getParent());
      Files.write(file, artifact.bytes());
    }
  }

  private Program planned(String shapes, String plan, Path place) {
    List<Source> documents =
        how.split()
            ? Documents.ofShapes(shapes)
            : List.of(source("shapes.ttl", "text/turtle", shapes));
    try {
      return new Program(Optional.of(Stages.plan(plan, documents, how.passes())), place, "");
    } catch (Stages.Rejected | IllegalArgumentException e) {
      return new Program(Optional.empty(), place, e.toString());
    }
  }

  @Override
  public List<Verdict> validate(String shapes, List<String> data) {
    return validateSources(
        shapes,
        data.stream()
            .map(
                text ->
                    how.split()
                        ? Documents.ofData(text)
                        : List.of(source("data.nt", "application/n-triples", text)))
            .toList());
  }

  static Source source(String name, String mediaType, String text) {
    return Source.of(name, mediaType, text.getBytes(StandardCharsets.UTF_8));
  }

  /** One verdict for each graph, which stands in one or several documents. */
  List<Verdict> validateSources(String shapes, List<List<Source>> data) {
    if (!programs.containsKey(shapes)) prepare(List.of(shapes));
    Program program = Objects.requireNonNull(programs.get(shapes));
    if (program.plan().isEmpty())
      return Collections.nCopies(data.size(), new Verdict.Failed(program.refusal()));
    RecordingContext context = new RecordingContext(options);
    try (Validator validator =
        Stages.provider(how.target()).open(program.plan().get(), program.folder(), context)) {
      return data.stream().map(graph -> validate(validator, graph)).toList();
    }
  }

  private Verdict validate(Validator validator, List<Source> data) {
    RecordingContext context = new RecordingContext(options);
    List<ValidationResult> results = new ArrayList<>();
    validator.validate(data, results::add, context);
    if (context.failed()) return new Verdict.Failed(new Stages.Rejected(context).toString());
    // the order is that of the plan, and so of the passes; split documents have places of their own
    return new Verdict.Report(
        results.isEmpty(),
        results.stream().map(CompiledEngine::result).toList(),
        how.passes() && !how.split() ? Placed.lines(results) : List.of());
  }

  private static Result result(ValidationResult result) {
    return new Result(
        term(result.focusNode()),
        result.path().map(Canonical::path).map(Object::toString).orElse(""),
        ReportGraph.local(result.severity().toString()),
        ReportGraph.local(result.component().toString()).replace("ConstraintComponent", ""),
        result.value().map(CompiledEngine::term).orElse(""),
        Canonical.shape(result.shape().id()));
  }

  /** Blank nodes of the data keep their labels behind a mark for the document. */
  private static String term(Term term) {
    return term instanceof BlankNode(String label)
        ? "_:" + label.replaceAll("^.*(?=d\\d+$)", "")
        : Canonical.term(term);
  }

  @Override
  public void close() {
    try {
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) Files.delete(path);
  }
}
