// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Program;
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
  private final Set<Visit> open = new HashSet<>();

  private ReferenceValidator(Program program, Collection<Triple> triples) {
    shapes = program.shapesById();
    data = new Graph(triples);
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
   */
  public record Result(
      Term focus,
      Optional<Path> path,
      Optional<Term> value,
      Iri component,
      Term shape,
      Iri severity) {}

  /**
   * The results of all shapes with targets, in no particular order.
   *
   * @throws IllegalArgumentException when a shape is recursive or refers to no shape
   */
  public static List<Result> validate(Program program, Collection<Triple> data) {
    ReferenceValidator validator = new ReferenceValidator(program, data);
    List<Result> results = new ArrayList<>();
    for (Shape shape : program.shapes()) {
      for (Term focus : validator.focusNodes(shape)) {
        results.addAll(validator.results(shape, focus));
      }
    }
    return results;
  }

  private Set<Term> focusNodes(Shape shape) {
    Set<Term> nodes = new LinkedHashSet<>();
    for (Target target : shape.targets()) {
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
    return results(shape(shape), focus).isEmpty();
  }

  Shape shape(Term id) {
    Shape found = shapes.get(id);
    if (found == null) throw new IllegalArgumentException("there is no shape " + id);
    return found;
  }

  /** The results of a shape for a focus node; none when the shape is deactivated. */
  List<Result> results(Shape shape, Term focus) {
    if (shape.deactivated()) return List.of();
    Visit visit = new Visit(shape.id(), focus);
    if (!open.add(visit)) {
      throw new IllegalArgumentException("shape " + shape.id() + " is recursive");
    }
    try {
      Set<Term> values =
          shape.path().map(path -> data.values(path, focus)).orElseGet(() -> Set.of(focus));
      ConstraintEvaluator evaluator = new ConstraintEvaluator(this, shape, focus, values);
      shape.constraints().forEach(evaluator::evaluate);
      return evaluator.results();
    } finally {
      open.remove(visit);
    }
  }
}
