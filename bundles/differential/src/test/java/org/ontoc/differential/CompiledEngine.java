// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;

/** Shapes compiled to C, built by the machine's compiler, and run. */
final class CompiledEngine implements Engine {
  private final String name;
  private final Map<String, String> options;
  private final boolean passes;
  private final Path folder;

  /**
   * An engine.
   *
   * @param options of the toolchain and the provider: cc, profile, run
   */
  CompiledEngine(String name, Map<String, String> options, boolean passes) {
    this.name = name;
    this.options = options;
    this.passes = passes;
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

  @Override
  public List<Verdict> validate(String shapes, List<String> data) {
    return validateSources(
        shapes,
        data.stream()
            .map(text -> List.of(source("data.nt", "application/n-triples", text)))
            .toList());
  }

  static Source source(String name, String mediaType, String text) {
    return Source.of(name, mediaType, text.getBytes(StandardCharsets.UTF_8));
  }

  /** One verdict for each graph, which stands in one or several documents. */
  List<Verdict> validateSources(String shapes, List<List<Source>> data) {
    RecordingContext context = new RecordingContext(options);
    try {
      Plan plan = Stages.plan(shapes, passes);
      List<Artifact> binaries = Stages.binaries(plan, context);
      try (Validator validator = open(plan, binaries, context)) {
        return data.stream().map(graph -> validate(validator, graph)).toList();
      } finally {
        for (Artifact artifact : binaries) Files.deleteIfExists(folder.resolve(artifact.path()));
      }
    } catch (Stages.Rejected | IllegalArgumentException e) {
      return Collections.nCopies(data.size(), new Verdict.Failed(e.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Validator open(Plan plan, List<Artifact> binaries, RecordingContext context)
      throws IOException {
    for (Artifact artifact : binaries) {
      Path file = Files.write(folder.resolve(artifact.path()), artifact.bytes());
      if (artifact.executable() && !file.toFile().setExecutable(true))
        throw new IOException("cannot make " + file + " executable");
    }
    return Stages.PROVIDER.open(plan, folder, context);
  }

  private Verdict validate(Validator validator, List<Source> data) {
    RecordingContext context = new RecordingContext(options);
    List<Result> results = new ArrayList<>();
    validator.validate(data, result -> results.add(result(result)), context);
    return context.failed()
        ? new Verdict.Failed(new Stages.Rejected(context).toString())
        : new Verdict.Report(results.isEmpty(), results);
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
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
