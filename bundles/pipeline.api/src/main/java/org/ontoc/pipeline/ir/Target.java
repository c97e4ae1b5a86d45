// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.ir;

/** What selects a shape's focus nodes (SHACL section 2.1.3). */
public sealed interface Target {
  Origin at();

  /** sh:targetNode. */
  record Node(Term node, Origin at) implements Target {}

  /** sh:targetClass, or an implicit class target when the shape itself is a class. */
  record Class(Iri type, boolean implicit, Origin at) implements Target {}

  /** sh:targetSubjectsOf. */
  record SubjectsOf(Iri predicate, Origin at) implements Target {}

  /** sh:targetObjectsOf. */
  record ObjectsOf(Iri predicate, Origin at) implements Target {}

  /**
   * sh:target: the values of the variable this in the solutions of a SELECT query (SHACL Advanced
   * Features section 3).
   */
  record Sparql(Query query, Origin at) implements Target {}
}
