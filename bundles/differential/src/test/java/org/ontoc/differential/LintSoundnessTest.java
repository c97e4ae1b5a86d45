// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ontoc.lint.Contradictions;
import org.ontoc.lint.Redundant;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.pipeline.tck.ReferenceValidator;

/**
 * What a lint calls impossible has no example in random data, and what it calls certain no
 * counterexample, as the reference evaluator decides. {@code -Dlint.batches=N} tries more.
 */
class LintSoundnessTest {
  private static final int BATCHES = Integer.getInteger("lint.batches", 1500);
  private static final Iri VIOLATION = Vocabulary.sh("Violation");
  private static final Iri PROBE = new Iri("urn:probe");

  private final Map<String, Integer> checked = new TreeMap<>();

  /** A shapes graph with data, and every node that occurs in either as a focus node. */
  private record Trial(Program program, List<List<Triple>> data, Set<Term> nodes, String text) {
    /** The focus nodes that violate a shape of one path and some constraints. */
    Set<Term> violators(Optional<Path> path, List<Constraint> constraints, List<Triple> graph) {
      List<Target> targets =
          nodes.stream().<Target>map(it -> new Target.Node(it, Origin.NOWHERE)).toList();
      List<org.ontoc.pipeline.ir.Shape> shapes = new ArrayList<>();
      program.shapes().forEach(it -> shapes.add(it.withTargets(List.of())));
      shapes.add(
          new org.ontoc.pipeline.ir.Shape(
              PROBE, path, targets, constraints, VIOLATION, List.of(), false, Origin.NOWHERE));
      List<org.ontoc.pipeline.tck.Triple> triples =
          graph.stream()
              .map(
                  it ->
                      new org.ontoc.pipeline.tck.Triple(it.subject(), it.predicate(), it.object()))
              .toList();
      return ReferenceValidator.validate(program.withShapes(shapes), triples).stream()
          .filter(it -> it.shape().equals(PROBE))
          .map(ReferenceValidator.Result::focus)
          .collect(Collectors.toSet());
    }
  }

  @Test
  void whatIsProvedHoldsForRandomData() {
    for (int number = 0; number < BATCHES; number++) {
      Generator.Batch batch = Generator.batch(31, number, 4);
      String text = batch.pair(0).shapesText();
      Program program = Stages.program(text);
      RecordingContext context = new RecordingContext();
      new Contradictions().apply(program, context);
      new Redundant().apply(program, context);
      if (context.diagnostics().isEmpty()) continue;
      Trial trial = new Trial(program, batch.data(), nodes(batch), text);
      context.diagnostics().forEach(found -> check(trial, found));
    }
    // a test that never meets a finding proves nothing
    for (String code : List.of("W0345", "W0346", "W0348", "W0351", "W0354", "W0355"))
      assertTrue(
          checked.getOrDefault(code, 0) * 150 >= BATCHES, () -> code + " is too rare: " + checked);
  }

  private static Set<Term> nodes(Generator.Batch batch) {
    Set<Term> nodes = new LinkedHashSet<>();
    for (List<Triple> graph : batch.data())
      for (Triple triple : graph) {
        nodes.add(normal(triple.subject()));
        nodes.add(normal(triple.object()));
      }
    batch.shapes().stream()
        .flatMap(shape -> shape.parameters().stream())
        .flatMap(parameter -> parameter.terms().stream())
        .filter(term -> !(term instanceof BlankNode))
        .forEach(term -> nodes.add(normal(term)));
    return nodes;
  }

  private static Term normal(Term term) {
    return term instanceof Literal(String lexical, Iri datatype, String language)
        ? new Literal(lexical, datatype, language.toLowerCase(java.util.Locale.ROOT))
        : term;
  }

  private void check(Trial trial, Diagnostic found) {
    switch (found.code()) {
      case "W0351" -> checkImpossible(trial, found);
      case "W0354" -> checkCertain(trial, found);
      case "W0355" -> checkImplied(trial, found);
      case "W0345", "W0346", "W0347", "W0348", "W0350" -> checkExclusive(trial, found);
      default -> {}
    }
  }

  private void count(Diagnostic found) {
    checked.merge(found.code(), 1, Integer::sum);
  }

  private void checkImpossible(Trial trial, Diagnostic found) {
    List<org.ontoc.pipeline.ir.Shape> shapes =
        trial.program().shapes().stream().filter(it -> it.at().equals(found.at())).toList();
    assertEquals(1, shapes.size(), found::toString);
    count(found);
    for (List<Triple> graph : trial.data()) {
      Constraint none = new Constraint.Not(shapes.getFirst().id(), Origin.NOWHERE);
      assertNone(trial, found, trial.violators(Optional.empty(), List.of(none), graph), graph);
    }
  }

  /** A constraint and the shape around it, by their position. */
  private record Place(org.ontoc.pipeline.ir.Shape shape, Constraint constraint) {}

  private static List<Place> places(Trial trial, Origin at) {
    return trial.program().shapes().stream()
        .flatMap(shape -> shape.constraints().stream().map(it -> new Place(shape, it)))
        .filter(it -> at(trial, it).equals(at))
        .toList();
  }

  private static Origin at(Trial trial, Place place) {
    return place.constraint() instanceof Constraint.Class it
        ? trial
            .program()
            .positions()
            .first(place.shape().id(), Vocabulary.sh("class"), it.type(), it.at())
        : place.constraint().at();
  }

  private void checkCertain(Trial trial, Diagnostic found) {
    List<Place> places = places(trial, found.at());
    // of several values of one parameter it is not known which is meant
    if (places.size() != 1) return;
    count(found);
    Place place = places.getFirst();
    for (List<Triple> graph : trial.data())
      assertNone(
          trial,
          found,
          trial.violators(place.shape().path(), List.of(place.constraint()), graph),
          graph);
  }

  private void checkImplied(Trial trial, Diagnostic found) {
    List<Place> implied = places(trial, found.at());
    List<Place> others = places(trial, found.notes().getFirst().at());
    if (implied.size() != 1 || others.size() != 1) return;
    count(found);
    Optional<Path> path = implied.getFirst().shape().path();
    for (List<Triple> graph : trial.data()) {
      Set<Term> only =
          new HashSet<>(trial.violators(path, List.of(implied.getFirst().constraint()), graph));
      only.removeAll(trial.violators(path, List.of(others.getFirst().constraint()), graph));
      assertNone(trial, found, only, graph);
    }
  }

  /** Two constraints of one shape: a focus node with a value violates it. */
  private void checkExclusive(Trial trial, Diagnostic found) {
    if (found.notes().isEmpty()) return;
    List<Place> places =
        Stream.of(found.at(), found.notes().getFirst().at())
            .flatMap(at -> places(trial, at).stream())
            .distinct()
            .toList();
    boolean plain = places.stream().allMatch(it -> it.constraint().shapes().isEmpty());
    if (places.size() != 2 || !plain) return;
    org.ontoc.pipeline.ir.Shape shape = places.getFirst().shape();
    if (!shape.equals(places.getLast().shape())) return;
    count(found);
    List<Constraint> constraints = new ArrayList<>();
    places.forEach(it -> constraints.add(it.constraint()));
    if (shape.path().isPresent()) constraints.add(new Constraint.MinCount(1, Origin.NOWHERE));
    for (List<Triple> graph : trial.data()) {
      Set<Term> conforming = new HashSet<>(trial.nodes());
      conforming.removeAll(trial.violators(shape.path(), constraints, graph));
      assertNone(trial, found, conforming, graph);
    }
  }

  private static void assertNone(
      Trial trial, Diagnostic found, Set<Term> nodes, List<Triple> graph) {
    assertEquals(
        Set.of(),
        nodes,
        () -> found + "\nshapes\n" + trial.text() + "\ndata\n" + Pair.nTriples(graph));
  }
}
