// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontoc.pipeline.ir.Ontology.SubClassOf;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.RecursiveShapes;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;

/**
 * What will be executed.
 *
 * @param name a C identifier in lower case, made from the first source's name
 * @param shapes in order; shapes that are only referred to are included
 * @param entryPoints the numbers of the shapes that have targets, ascending
 * @param paths the paths of the property shapes; a pass may make several shapes share one
 * @param automata one for each distinct sh:pattern
 * @param hierarchy subclass statements of the shapes and the ontology that a class in the read set
 *     can reach
 */
public record Plan(
    String name,
    ReadSet reads,
    List<PlannedShape> shapes,
    List<Integer> entryPoints,
    List<Path> paths,
    List<Automaton> automata,
    List<SubClassOf> hierarchy) {
  public Plan {
    shapes = List.copyOf(shapes);
    entryPoints = List.copyOf(entryPoints);
    paths = List.copyOf(paths);
    automata = List.copyOf(automata);
    hierarchy = List.copyOf(hierarchy);
  }

  /** Shape numbers by term; a fresh map, to be kept by the caller. */
  public Map<Term, Integer> shapeNumbers() {
    Map<Term, Integer> numbers = new HashMap<>();
    for (int i = 0; i < shapes.size(); i++) numbers.put(shapes.get(i).shape().id(), i);
    return numbers;
  }

  /** All checks; the index is the check's number. */
  public List<Check> checks() {
    return shapes.stream()
        .flatMap(shape -> shape.checks().stream())
        .sorted(java.util.Comparator.comparingInt(Check::number))
        .toList();
  }

  /** All checks with their shapes; the index is the check's number. */
  public List<PlannedCheck> plannedChecks() {
    return shapes.stream()
        .flatMap(it -> it.checks().stream().map(check -> new PlannedCheck(it.shape(), check)))
        .sorted(java.util.Comparator.comparingInt(it -> it.check().number()))
        .toList();
  }

  /** Which shapes refer to themselves. */
  public RecursiveShapes recursion() {
    return RecursiveShapes.of(shapes.stream().map(PlannedShape::shape).toList());
  }

  /** The first shape whose path is nested too deep for a {@link PathAutomaton}. */
  public Optional<Shape> tooDeepPath() {
    return shapes.stream()
        .filter(it -> it.path() >= 0 && PathAutomaton.isTooDeep(paths.get(it.path())))
        .map(PlannedShape::shape)
        .findFirst();
  }
}
