// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/**
 * What generated pairs exercise. Probes tell whether a constraint met anything at all: shapes with
 * the same targets that report every value node.
 */
final class Coverage {
  /** Parameters by constraint component (SHACL section 4). */
  static final Map<String, String> COMPONENTS =
      Map.ofEntries(
          Map.entry("Class", "class"),
          Map.entry("Datatype", "datatype"),
          Map.entry("NodeKind", "nodeKind"),
          Map.entry("MinCount", "minCount"),
          Map.entry("MaxCount", "maxCount"),
          Map.entry("MinExclusive", "minExclusive"),
          Map.entry("MinInclusive", "minInclusive"),
          Map.entry("MaxExclusive", "maxExclusive"),
          Map.entry("MaxInclusive", "maxInclusive"),
          Map.entry("MinLength", "minLength"),
          Map.entry("MaxLength", "maxLength"),
          Map.entry("Pattern", "pattern"),
          Map.entry("LanguageIn", "languageIn"),
          Map.entry("UniqueLang", "uniqueLang"),
          Map.entry("Equals", "equals"),
          Map.entry("Disjoint", "disjoint"),
          Map.entry("LessThan", "lessThan"),
          Map.entry("LessThanOrEquals", "lessThanOrEquals"),
          Map.entry("Not", "not"),
          Map.entry("And", "and"),
          Map.entry("Or", "or"),
          Map.entry("Xone", "xone"),
          Map.entry("Node", "node"),
          Map.entry("QualifiedMinCount", "qualifiedMinCount"),
          Map.entry("QualifiedMaxCount", "qualifiedMaxCount"),
          Map.entry("Closed", "closed"),
          Map.entry("HasValue", "hasValue"),
          Map.entry("In", "in"));

  /** Components that are counted by the datatype they are about, too. */
  private static final Set<String> TYPED =
      Set.of("datatype", "minInclusive", "minExclusive", "maxInclusive", "maxExclusive");

  private final Map<String, Count> seen = new TreeMap<>();

  /** How often something had results, and how often it was looked at and had none. */
  record Count(int with, int without) {
    Count plus(boolean outcome) {
      return outcome ? new Count(with + 1, without) : new Count(with, without + 1);
    }
  }

  /** What was exercised, with how often it had each outcome. */
  Map<String, Count> seen() {
    return seen;
  }

  void add(Engine engine, Generator.Batch batch) {
    List<Shape> probed = new ArrayList<>(batch.shapes());
    for (int i = 0; i < batch.shapes().size(); i++) {
      Shape shape = batch.shapes().get(i);
      if (Features.targeted(shape)) probed.addAll(probes(shape, i));
    }
    List<Verdict> verdicts =
        engine.validate(Turtle.write(probed), batch.data().stream().map(Pair::nTriples).toList());
    for (Verdict verdict : verdicts)
      if (verdict instanceof Verdict.Report report)
        for (int i = 0; i < batch.shapes().size(); i++) add(batch.shapes().get(i), i, report);
    if (new ShapeGraph(batch.shapes()).hasSiblings()) see("sibling shapes", true);
  }

  /** One for the focus nodes, one for the value nodes. */
  private static List<Shape> probes(Shape shape, int number) {
    Stream<Parameter> implicit =
        Features.isClass(shape)
            ? Stream.of(new Parameter.One("targetClass", shape.id()))
            : Stream.empty();
    Stream<Parameter> targets =
        shape.parameters().stream().filter(p -> p.name().startsWith("target"));
    List<Parameter> parameters =
        Stream.<Stream<? extends Parameter>>of(
                implicit, targets, Stream.of(new Parameter.Many("in", List.of())))
            .<Parameter>flatMap(s -> s)
            .toList();
    return List.of(
        new Shape(Vocabulary.ex("focus" + number), Optional.empty(), parameters),
        new Shape(Vocabulary.ex("value" + number), shape.path(), parameters));
  }

  private void add(Shape shape, int number, Verdict.Report report) {
    if (!Features.targeted(shape)) return;
    boolean focus = !foci(report, "In", Vocabulary.ex("focus" + number).toString()).isEmpty();
    Set<String> valued = foci(report, "In", Vocabulary.ex("value" + number).toString());
    shape.parameters().stream()
        .filter(p -> p.name().startsWith("target"))
        .forEach(p -> see(p.name(), focus));
    if (Features.isClass(shape)) see("implicit class", focus);
    if (shape.has("deactivated")) see("deactivated", focus);
    if (!focus
        || shape.all("deactivated").anyMatch(p -> p.terms().contains(ShapesGenerator.bool(true))))
      return;
    shape.path().ifPresent(path -> forms(path, "path ", !valued.isEmpty()));
    COMPONENTS.forEach((component, name) -> constraint(shape, component, name, valued, report));
    decorations(shape, report);
  }

  /** Counts the focus nodes that have value nodes or a result. */
  private void constraint(
      Shape shape, String component, String name, Set<String> valued, Verdict.Report report) {
    if (!shape.has(name)) return;
    Set<String> violating = foci(report, component, shape.id().toString());
    Set<String> all = new TreeSet<>(valued);
    all.addAll(violating);
    for (String node : all) {
      see(component, violating.contains(node));
      if (TYPED.contains(name))
        shape
            .all(name)
            .forEach(
                p ->
                    see(
                        (name.equals("datatype") ? "datatype " : "order ") + family(p),
                        violating.contains(node)));
    }
  }

  /** The datatype that a parameter names, or the one of the literal that it is. */
  private static String family(Parameter parameter) {
    Term term = parameter.terms().getFirst();
    return ReportGraph.local(
        (term instanceof Literal literal ? literal.datatype() : term).toString());
  }

  /** What is said about results, counted as with when there are some. */
  private void decorations(Shape shape, Verdict.Report report) {
    boolean violated =
        report.results().stream().anyMatch(r -> r.shape().equals(shape.id().toString()));
    for (String name : List.of("severity", "message"))
      shape.all(name).forEach(p -> see(name + " " + decoration(p), violated));
    if (!shape.has("severity")) see("severity absent", violated);
    if (!shape.has("message")) see("message absent", violated);
  }

  private static String decoration(Parameter parameter) {
    return switch (parameter.terms().getFirst()) {
      case Literal literal -> literal.language().isEmpty() ? "plain" : "tagged";
      case Term term -> ReportGraph.local(term.toString());
    };
  }

  private static Set<String> foci(Verdict.Report report, String component, String shape) {
    return report.results().stream()
        .filter(r -> r.component().equals(component) && r.shape().equals(shape))
        .map(Result::focus)
        .collect(Collectors.toSet());
  }

  private void forms(Path path, String prefix, boolean value) {
    see(prefix + path.getClass().getSimpleName(), value);
    String inner = "path inside ";
    switch (path) {
      case Path.Predicate _ -> {}
      case Path.Inverse(Path part) -> forms(part, inner, value);
      case Path.ZeroOrMore(Path part) -> forms(part, inner, value);
      case Path.OneOrMore(Path part) -> forms(part, inner, value);
      case Path.ZeroOrOne(Path part) -> forms(part, inner, value);
      case Path.Sequence(List<Path> parts) -> parts.forEach(part -> forms(part, inner, value));
      case Path.Alternative(List<Path> parts) -> parts.forEach(part -> forms(part, inner, value));
    }
  }

  private void see(String what, boolean outcome) {
    seen.merge(what, new Count(0, 0).plus(outcome), (count, _) -> count.plus(outcome));
  }
}
