// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.plan;

import java.util.List;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Term;

/**
 * What a validator must keep of the data; every other triple is dropped while it is read.
 *
 * @param everything a shape is closed, or asks a query: all triples matter
 * @param predicates sorted by IRI
 * @param classes the classes of class targets and class constraints, sorted by IRI
 * @param constants every term that a constraint or a node target compares with, without duplicates
 */
public record ReadSet(
    boolean everything, List<Predicate> predicates, List<Iri> classes, List<Term> constants) {
  public ReadSet {
    predicates = List.copyOf(predicates);
    classes = List.copyOf(classes);
    constants = List.copyOf(constants);
  }

  /**
   * A predicate that matters.
   *
   * @param forward its objects are looked up by subject
   * @param inverse its subjects are looked up by object
   */
  public record Predicate(Iri iri, boolean forward, boolean inverse) {}
}
