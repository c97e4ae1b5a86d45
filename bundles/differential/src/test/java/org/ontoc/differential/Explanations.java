// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ValidatorProvider;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.pipeline.tck.ReferenceValidator;
import org.ontoc.pipeline.tck.Triple;
import org.ontoc.planner.StandardPlanner;

/** Results with their details as text, by the reference evaluator and by compiled validators. */
final class Explanations {
  private Explanations() {}

  static List<String> expected(Program program, String data, int depth) {
    List<Triple> triples =
        NTriples.read(data).stream()
            .map(t -> new Triple(t.subject(), t.predicate(), t.object()))
            .toList();
    return sorted(
        ReferenceValidator.explain(program, triples, depth).stream().map(Explanations::text));
  }

  private static String text(ReferenceValidator.Result result) {
    return text(
        result.focus(),
        result.path(),
        result.component(),
        result.value(),
        result.shape(),
        result.details().stream().map(Explanations::text));
  }

  private static String text(
      Term focus,
      Optional<org.ontoc.pipeline.ir.Path> path,
      Iri component,
      Optional<Term> value,
      Term shape,
      Stream<String> details) {
    return String.join(
            " ",
            term(focus),
            path.map(Canonical::path).map(Object::toString).orElse("-"),
            ReportGraph.local(component.toString()).replace("ConstraintComponent", ""),
            value.map(Explanations::term).orElse("-"),
            Canonical.shape(shape))
        + sorted(details);
  }

  private static String term(Term term) {
    return term instanceof BlankNode(String label)
        ? "_:" + label.replaceAll("^.*(?=d\\d+$)", "")
        : Canonical.term(term);
  }

  private static List<String> sorted(Stream<String> texts) {
    return texts.sorted().toList();
  }

  static Plan plan(Program program, RecordingContext context) {
    Plan plan = new StandardPlanner().apply(program, context);
    if (context.failed()) throw new Stages.Rejected(context);
    return plan;
  }

  /** What compiled C says about each data graph; it is built in a folder of its own. */
  static List<List<ValidationResult>> ofC(Plan plan, List<String> data, RecordingContext context)
      throws IOException {
    boolean library = context.option("run", "process").equals("library");
    String how = context.option("profile", "").equals("debug") ? "sanitized" : "process";
    Linker linker =
        folder ->
            new Linked(Engines.compiled(library ? "library" : how).compiler(), folder, library)
                .build(List.of(plan.name()), List.of(Stages.sources(plan)));
    return run(plan, data, context, Stages.PROVIDER, linker);
  }

  /** What a target that needs no compiler of the machine says about each data graph. */
  static List<List<ValidationResult>> of(
      String target, Plan plan, List<String> data, RecordingContext context) throws IOException {
    Linker linker = folder -> CompiledEngine.store(Stages.sources(plan, target), folder);
    return run(plan, data, context, Stages.provider(target), linker);
  }

  /** Puts a validator into a folder. */
  private interface Linker {
    void link(Path folder) throws IOException;
  }

  private static List<List<ValidationResult>> run(
      Plan plan,
      List<String> data,
      RecordingContext context,
      ValidatorProvider provider,
      Linker linker)
      throws IOException {
    Path folder = Files.createTempDirectory("explanations");
    try {
      Path program = Files.createDirectory(folder.resolve("program")); // the runtime goes beside it
      linker.link(program);
      List<List<ValidationResult>> found = new ArrayList<>();
      try (Validator validator = provider.open(plan, program, context)) {
        for (String text : data) found.add(validate(validator, text, context));
      }
      return found;
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
      }
    }
  }

  private static List<ValidationResult> validate(
      Validator validator, String text, RecordingContext context) {
    Source data = CompiledEngine.source("data.nt", "application/n-triples", text);
    List<ValidationResult> results = new ArrayList<>();
    validator.validate(List.of(data), results::add, context);
    if (context.failed()) throw new Stages.Rejected(context);
    return results;
  }

  /** As {@link #expected} says it. */
  static List<List<String>> texts(List<List<ValidationResult>> found) {
    return found.stream().map(all -> sorted(all.stream().map(Explanations::text))).toList();
  }

  /** With order and places. */
  static List<List<String>> placed(List<List<ValidationResult>> found) {
    return found.stream().map(Placed::lines).toList();
  }

  private static String text(ValidationResult result) {
    return text(
        result.focusNode(),
        result.path(),
        result.component(),
        result.value(),
        result.shape().id(),
        result.details().stream().map(Explanations::text));
  }
}
