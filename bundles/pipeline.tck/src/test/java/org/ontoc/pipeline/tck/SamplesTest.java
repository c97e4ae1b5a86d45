// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.NodeKind;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.tck.ReferenceValidator.Result;

final class SamplesTest {
  /** Not in the samples, which every back end must take: most have no SPARQL engine. */
  private static final Set<Class<?>> QUERIES = Set.of(Constraint.Sparql.class, Target.Sparql.class);

  /** A record that is added to the intermediate forms must be added to the samples. */
  @Test
  void samplesHaveEveryRecordOfTheIntermediateForms() throws ReflectiveOperationException {
    Set<Object> found = new HashSet<>();
    for (Samples.Sample sample : Samples.all()) {
      collect(sample.program(), found);
      collect(sample.plan(), found);
    }
    Set<String> missing = new TreeSet<>();
    for (Class<?> sealed :
        List.of(Constraint.class, Path.class, Target.class, Term.class, Automaton.class)) {
      for (Class<?> permitted : sealed.getPermittedSubclasses()) {
        if (!found.contains(permitted) && !QUERIES.contains(permitted))
          missing.add(permitted.getName());
      }
    }
    for (NodeKind kind : NodeKind.values()) if (!found.contains(kind)) missing.add(kind.name());
    assertEquals(Set.of(), missing);
  }

  private static void collect(Object value, Set<Object> found) throws ReflectiveOperationException {
    switch (value) {
      case Record node -> {
        found.add(node.getClass());
        for (RecordComponent component : node.getClass().getRecordComponents()) {
          collect(component.getAccessor().invoke(node), found);
        }
      }
      case List<?> list -> {
        for (Object item : list) collect(item, found);
      }
      case Optional<?> optional when optional.isPresent() -> collect(optional.get(), found);
      case NodeKind kind -> found.add(kind);
      default -> {}
    }
  }

  @Test
  void everyConstraintIsViolatedBySomeDataAndSatisfiedByOther() {
    Set<String> violated = new TreeSet<>();
    Set<String> satisfied = new TreeSet<>();
    for (Samples.Sample sample : Samples.all()) {
      for (Shape shape : sample.program().shapes()) {
        if (shape.targets().isEmpty() || shape.deactivated()) continue;
        List<Result> results = ReferenceValidator.validate(alone(shape, sample), sample.data());
        for (Constraint constraint : shape.constraints()) {
          if (!results.isEmpty()) violated.add(constraint.component());
          // four persons and an animal are the focus nodes of most shapes
          long focusNodes = results.stream().map(Result::focus).distinct().count();
          if (focusNodes < 4) satisfied.add(constraint.component());
        }
      }
    }
    Set<String> all = new TreeSet<>();
    for (Class<?> type : Constraint.class.getPermittedSubclasses())
      if (!QUERIES.contains(type)) all.add(type.getSimpleName());
    assertEquals(all, violated);
    assertEquals(all, satisfied);
  }

  private static Program alone(Shape shape, Samples.Sample sample) {
    return sample
        .program()
        .withShapes(
            sample.program().shapes().stream()
                .map(other -> other.equals(shape) ? other : other.withTargets(List.of()))
                .toList());
  }

  @Test
  void mutationsChangeWhatAProgramAcceptsOrAreFew() {
    int mutated = 0;
    int same = 0;
    for (Samples.Sample sample : Samples.all()) {
      List<Result> original = ReferenceValidator.validate(sample.program(), sample.data());
      for (Program program : Mutations.of(sample.program())) {
        assertFalse(program.equals(sample.program()), "a mutation that is none");
        mutated++;
        if (ReferenceValidator.validate(program, sample.data()).equals(original)) same++;
      }
    }
    assertTrue(mutated > 40, () -> "few mutations");
    assertTrue(same < mutated / 3, "most mutations do nothing: " + same + " of " + mutated);
  }
}
