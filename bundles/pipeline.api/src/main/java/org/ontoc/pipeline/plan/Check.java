// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.plan;

import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;

/**
 * A constraint as it will be executed.
 *
 * @param number unique in the plan, dense from 0: what a back end reports instead of strings
 * @param cost estimated relative cost of one evaluation; 1 is one comparison of two 32-bit numbers
 * @param message the sentence for a result when the shape has no sh:message
 */
public record Check(int number, Constraint constraint, Tier tier, int cost, String message) {
  /**
   * The constraint component that a result names; a qualified value shape is two (SHACL section
   * 4.7.3).
   */
  public Iri component(boolean maximum) {
    return switch (constraint) {
      case Constraint.Sparql sparql -> sparql.type();
      case Constraint.QualifiedValueShape _ ->
          component(maximum ? "QualifiedMaxCount" : "QualifiedMinCount");
      default -> component(constraint.component());
    };
  }

  private static Iri component(String name) {
    return new Iri("http://www.w3.org/ns/shacl#" + name + "ConstraintComponent");
  }
}
