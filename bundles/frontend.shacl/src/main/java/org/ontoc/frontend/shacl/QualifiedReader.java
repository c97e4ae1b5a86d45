// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/** Reads qualified value shapes with their counts and siblings (SHACL section 4.7.3). */
final class QualifiedReader {
  private static final Iri SHAPE = Vocabulary.sh("qualifiedValueShape");
  private static final Iri MIN = Vocabulary.sh("qualifiedMinCount");
  private static final Iri MAX = Vocabulary.sh("qualifiedMaxCount");
  private static final Iri DISJOINT = Vocabulary.sh("qualifiedValueShapesDisjoint");
  private static final Iri PROPERTY = Vocabulary.sh("property");

  private final ShapesGraph graph;
  private final WellFormedness rules;

  QualifiedReader(ShapesGraph graph, WellFormedness rules) {
    this.graph = graph;
    this.rules = rules;
  }

  Optional<Constraint> read(ParameterValue value) {
    Optional<Term> shape = rules.shape(value);
    OptionalLong min = count(value.shape(), MIN);
    OptionalLong max = count(value.shape(), MAX);
    if (!graph.has(value.shape(), MIN) && !graph.has(value.shape(), MAX))
      rules.alone(value, "sh:qualifiedMinCount or sh:qualifiedMaxCount");
    if (shape.isEmpty() || min.isEmpty() && max.isEmpty()) return Optional.empty();
    List<Term> siblings = isDisjoint(value.shape()) ? siblings(value) : List.of();
    return Optional.of(
        new Constraint.QualifiedValueShape(shape.get(), min, max, siblings, value.parameterAt()));
  }

  /** Checks a parameter that belongs to {@code sh:qualifiedValueShape} and is read with it. */
  Optional<Constraint> companion(ParameterValue value) {
    boolean valid =
        value.parameter().equals(DISJOINT)
            ? rules.bool(value).isPresent()
            : rules.count(value).isPresent();
    if (valid && !graph.has(value.shape(), SHAPE)) rules.alone(value, "sh:qualifiedValueShape");
    return Optional.empty();
  }

  private OptionalLong count(Term shape, Iri parameter) {
    return rules
        .single(graph.values(shape, parameter))
        .flatMap(rules::count)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  private boolean isDisjoint(Term shape) {
    return rules.single(graph.values(shape, DISJOINT)).flatMap(rules::bool).orElse(false);
  }

  /** The qualified shapes beside this one, under every shape that has this one's as a property. */
  private List<Term> siblings(ParameterValue value) {
    Set<Term> siblings = new LinkedHashSet<>();
    for (Triple parent : graph.withPredicate(PROPERTY)) {
      if (!parent.object().equals(value.shape())) continue;
      for (ParameterValue property : graph.values(parent.subject(), PROPERTY))
        for (ParameterValue sibling : graph.values(property.term(), SHAPE))
          if (!(sibling.term() instanceof Literal)) siblings.add(sibling.term());
    }
    siblings.remove(value.term());
    return List.copyOf(siblings);
  }
}
