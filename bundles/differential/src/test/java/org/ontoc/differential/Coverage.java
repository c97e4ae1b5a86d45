// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ontoc.pipeline.ir.Path;

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

  private final Map<String, Set<Boolean>> seen = new TreeMap<>();

  /** What was exercised, with the outcomes it had. */
  Map<String, Set<Boolean>> seen() {
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
    boolean focus = has(report, "In", Vocabulary.ex("focus" + number).toString());
    boolean value = has(report, "In", Vocabulary.ex("value" + number).toString());
    shape.parameters().stream()
        .filter(p -> p.name().startsWith("target"))
        .forEach(p -> see(p.name(), focus));
    if (Features.isClass(shape)) see("implicit class", focus);
    if (shape.has("deactivated")) see("deactivated", focus);
    if (!focus) return;
    shape.path().ifPresent(path -> forms(path, "path ", value));
    COMPONENTS.forEach(
        (component, parameter) -> {
          boolean violated = has(report, component, shape.id().toString());
          if (shape.has(parameter) && (violated || value)) see(component, violated);
        });
  }

  private static boolean has(Verdict.Report report, String component, String shape) {
    return report.results().stream()
        .anyMatch(r -> r.component().equals(component) && r.shape().equals(shape));
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
    seen.computeIfAbsent(what, _ -> new TreeSet<>()).add(outcome);
  }
}
