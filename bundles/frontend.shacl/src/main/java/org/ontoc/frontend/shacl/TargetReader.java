// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;

/** Reads the targets of a shape (SHACL section 2.1.3). */
final class TargetReader {
  private final ShapesGraph graph;
  private final Findings findings;
  private final WellFormedness rules;
  private final SparqlTargetReader custom;
  private final boolean owlClasses;

  /**
   * @param owlClasses whether a shape that is an owl:Class targets its instances, as one that is an
   *     rdfs:Class does
   */
  TargetReader(
      ShapesGraph graph, Findings findings, SparqlTargetReader custom, boolean owlClasses) {
    this.graph = graph;
    this.findings = findings;
    this.rules = new WellFormedness(findings);
    this.custom = custom;
    this.owlClasses = owlClasses;
  }

  List<Target> read(Term shape, Origin at) {
    List<Target> targets = new ArrayList<>();
    for (ParameterValue value : graph.values(shape, Vocabulary.sh("targetNode")))
      node(value).ifPresent(targets::add);
    for (ParameterValue value : graph.values(shape, Vocabulary.sh("targetClass")))
      rules
          .iri(value)
          .map(type -> new Target.Class(type, false, value.parameterAt()))
          .ifPresent(targets::add);
    for (ParameterValue value : graph.values(shape, Vocabulary.sh("targetSubjectsOf")))
      rules
          .iri(value)
          .map(predicate -> new Target.SubjectsOf(predicate, value.parameterAt()))
          .ifPresent(targets::add);
    for (ParameterValue value : graph.values(shape, Vocabulary.sh("targetObjectsOf")))
      rules
          .iri(value)
          .map(predicate -> new Target.ObjectsOf(predicate, value.parameterAt()))
          .ifPresent(targets::add);
    for (ParameterValue value : graph.values(shape, Vocabulary.sh("target")))
      custom.read(value).ifPresent(targets::add);
    implicit(shape, at).ifPresent(targets::add);
    return targets;
  }

  private Optional<Target> node(ParameterValue value) {
    if (!(value.term() instanceof BlankNode))
      return Optional.of(new Target.Node(value.term(), value.parameterAt()));
    findings.error(
        "E0304",
        value.at(),
        "The value of sh:targetNode must be an IRI or a literal, not a blank node",
        "No node of the data is the same as a blank node of the shapes");
    return Optional.empty();
  }

  /** SHACL section 2.1.3.3. */
  private Optional<Target> implicit(Term shape, Origin at) {
    boolean isClass =
        graph.isInstance(shape, Vocabulary.RDFS_CLASS)
            || owlClasses && graph.isInstance(shape, Vocabulary.OWL_CLASS);
    if (!isClass) return Optional.empty();
    if (shape instanceof Iri type) return Optional.of(new Target.Class(type, true, at));
    findings.error(
        "E0318",
        at,
        "A shape that is also a class must be an IRI, not a blank node",
        "Give the class an IRI, or say its shape with sh:targetClass");
    return Optional.empty();
  }
}
