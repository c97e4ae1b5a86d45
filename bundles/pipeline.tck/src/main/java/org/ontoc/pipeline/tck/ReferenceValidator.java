// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.RecursiveShapes;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;

/**
 * Evaluates a program straight from the text of the SHACL specification, naively on purpose: what
 * validators are compared with. Language tags in results are in lower case.
 */
public final class ReferenceValidator {
  static final Iri TYPE = new Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  static final Iri SUB_CLASS_OF = new Iri("http://www.w3.org/2000/01/rdf-schema#subClassOf");

  private record Visit(Term shape, Term focus) {}

  private final Map<Term, Shape> shapes;
  private final Graph data;
  private final Graph hierarchy;
  private final RecursiveShapes recursion;
  private final Set<Term> nodes = new LinkedHashSet<>();
  private final Map<Integer, Set<Visit>> violating = new HashMap<>();
  private final int depth;
  private final Deque<Visit> reporting = new ArrayDeque<>();
  private Set<Visit> reported = new HashSet<>();
  private Deque<Visit> later = new ArrayDeque<>();
  private int explaining;

  private ReferenceValidator(Program program, Collection<Triple> triples, int depth) {
    this.depth = depth;
    shapes = program.shapesById();
    recursion = RecursiveShapes.of(program.shapes());
    recursion
        .negated()
        .ifPresent(
            it -> {
              throw new IllegalArgumentException(
                  "shape " + it.from().id() + " is recursive through negation");
            });
    data = new Graph(triples);
    data.triples().forEach(triple -> nodes.addAll(List.of(triple.subject(), triple.object())));
    program.shapes().forEach(shape -> nodes.addAll(focusNodes(shape, true)));
    List<Triple> classes = new ArrayList<>();
    program.ontology().hierarchy().stream()
        .map(edge -> new Triple(edge.sub(), SUB_CLASS_OF, edge.sup()))
        .forEach(classes::add);
    data.triples().stream()
        .filter(triple -> triple.predicate().equals(SUB_CLASS_OF))
        .forEach(classes::add);
    hierarchy = new Graph(classes);
  }

  /**
   * A validation result (SHACL section 3.6.2).
   *
   * @param path the shape's path, or the offending predicate of a closed shape
   * @param component the constraint component's IRI
   * @param shape the source shape
   * @param details the results of other shapes that explain it (section 3.6.2.6)
   */
  public record Result(
      Term focus,
      Optional<Path> path,
      Optional<Term> value,
      Iri component,
      Term shape,
      Iri severity,
      List<Result> details) {
    public Result {
      details = List.copyOf(details);
    }

    /** A result without details. */
    public Result(
        Term focus,
        Optional<Path> path,
        Optional<Term> value,
        Iri component,
        Term shape,
        Iri severity) {
      this(focus, path, value, component, shape, severity, List.of());
    }
  }

  /**
   * The results of all shapes with targets, in no particular order and without details. Recursive
   * shapes mean what docs/decisions/0011-recursive-shapes.md says.
   *
   * @throws IllegalArgumentException when a shape is recursive through negation, or refers to no
   *     shape
   */
  public static List<Result> validate(Program program, Collection<Triple> data) {
    return explain(program, data, 0);
  }

  /** The same with details in chains of at most depth. */
  public static List<Result> explain(Program program, Collection<Triple> data, int depth) {
    ReferenceValidator validator = new ReferenceValidator(program, data, depth);
    List<Result> results = new ArrayList<>();
    for (Shape shape : program.shapes()) {
      for (Term focus : validator.focusNodes(shape, false)) {
        results.addAll(validator.together(List.of(shape.id()), focus));
      }
    }
    return results;
  }

  /** With named set, only those that a target names. */
  private Set<Term> focusNodes(Shape shape, boolean named) {
    Set<Term> nodes = new LinkedHashSet<>();
    for (Target target : shape.targets()) {
      if (named && !(target instanceof Target.Node)) continue;
      switch (target) {
        case Target.Node(Term node, var _) -> nodes.add(Graph.normal(node));
        case Target.Class(Iri type, var _, var _) ->
            data.triples().stream()
                .filter(triple -> triple.predicate().equals(TYPE))
                .map(Triple::subject)
                .filter(node -> isInstance(node, type))
                .forEach(nodes::add);
        case Target.SubjectsOf(Iri predicate, var _) ->
            data.triples().stream()
                .filter(triple -> triple.predicate().equals(predicate))
                .map(Triple::subject)
                .forEach(nodes::add);
        case Target.ObjectsOf(Iri predicate, var _) ->
            data.triples().stream()
                .filter(triple -> triple.predicate().equals(predicate))
                .map(Triple::object)
                .forEach(nodes::add);
        case Target.Sparql _ -> throw new IllegalArgumentException("no engine for " + target);
      }
    }
    return nodes;
  }

  /** SHACL instance: of the class or of a subclass (section 1.1). */
  boolean isInstance(Term node, Iri type) {
    Set<Term> types =
        Graph.closure(data.objects(node, TYPE), sub -> hierarchy.objects(sub, SUB_CLASS_OF));
    return types.contains(type);
  }

  Graph data() {
    return data;
  }

  boolean conforms(Term shape, Term focus) {
    if (recursion.contains(shape)) {
      return !violating(recursion.component(shape)).contains(new Visit(shape, focus));
    }
    return !violates(shape(shape), focus);
  }

  /**
   * The pairs of a component's shapes and all nodes that are not in the greatest fixpoint: those
   * that violate when all others are taken to conform, those that violate then, and so on. While it
   * is computed, what is known so far.
   */
  private Set<Visit> violating(int component) {
    Set<Visit> known = violating.get(component);
    if (known != null) return known;
    known = new HashSet<>();
    violating.put(component, known);
    int before;
    do {
      before = known.size();
      for (Shape shape : recursion.components().get(component)) {
        for (Term node : nodes) {
          if (violates(shape, node)) known.add(new Visit(shape.id(), node));
        }
      }
    } while (known.size() > before);
    return known;
  }

  private boolean violates(Shape shape, Term focus) {
    return !shape.deactivated() && !evaluate(shape, focus, false).isEmpty();
  }

  Shape shape(Term id) {
    Shape found = shapes.get(id);
    if (found == null) throw new IllegalArgumentException("there is no shape " + id);
    return found;
  }

  private List<Result> evaluate(Shape shape, Term focus, boolean report) {
    Set<Term> values =
        shape.path().map(path -> data.values(path, focus)).orElseGet(() -> Set.of(focus));
    ConstraintEvaluator evaluator = new ConstraintEvaluator(this, shape, focus, values, report);
    shape.constraints().forEach(evaluator::evaluate);
    return evaluator.results();
  }

  /**
   * The results of a shape for a focus node; none when the shape is deactivated. Those of a
   * recursive shape are put off, once for each node, until {@link #together} comes to its end.
   */
  List<Result> results(Shape shape, Term focus) {
    if (shape.deactivated()) return List.of();
    if (!recursion.contains(shape.id())) return evaluate(shape, focus, true);
    Visit visit = new Visit(shape.id(), focus);
    if (!conforms(shape.id(), focus) && !reporting.contains(visit) && reported.add(visit)) {
      later.add(visit);
    }
    return List.of();
  }

  /** The results of other shapes for a value node, as details of one result. */
  List<Result> details(List<Term> shapes, Term value) {
    if (explaining == depth) return List.of();
    explaining++;
    List<Result> results = together(shapes, value);
    explaining--;
    return results;
  }

  private List<Result> together(List<Term> shapes, Term focus) {
    Set<Visit> outer = reported;
    Deque<Visit> outerLater = later;
    reported = new HashSet<>();
    later = new ArrayDeque<>();
    List<Result> results = new ArrayList<>();
    for (Term shape : shapes) results.addAll(results(shape(shape), focus));
    while (!later.isEmpty()) {
      Visit visit = later.remove();
      reporting.push(visit);
      results.addAll(evaluate(shape(visit.shape()), visit.focus(), true));
      reporting.pop();
    }
    reported = outer;
    later = outerLater;
    return results;
  }
}
