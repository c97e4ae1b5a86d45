// SPDX-License-Identifier: Apache-2.0
package org.ontoc.passes;

import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Origin;

/** Makes constraints that say the same at different positions equal. */
final class Origins {
  private static final Origin AT = Origin.NOWHERE;

  private Origins() {}

  static Constraint without(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Class c -> new Constraint.Class(c.type(), AT);
      case Constraint.Datatype c -> new Constraint.Datatype(c.datatype(), AT);
      case Constraint.NodeKind c -> new Constraint.NodeKind(c.kind(), AT);
      case Constraint.MinCount c -> new Constraint.MinCount(c.count(), AT);
      case Constraint.MaxCount c -> new Constraint.MaxCount(c.count(), AT);
      case Constraint.MinExclusive c -> new Constraint.MinExclusive(c.bound(), AT);
      case Constraint.MinInclusive c -> new Constraint.MinInclusive(c.bound(), AT);
      case Constraint.MaxExclusive c -> new Constraint.MaxExclusive(c.bound(), AT);
      case Constraint.MaxInclusive c -> new Constraint.MaxInclusive(c.bound(), AT);
      case Constraint.MinLength c -> new Constraint.MinLength(c.length(), AT);
      case Constraint.MaxLength c -> new Constraint.MaxLength(c.length(), AT);
      case Constraint.Pattern c -> new Constraint.Pattern(c.regex(), c.flags(), AT);
      case Constraint.LanguageIn c -> new Constraint.LanguageIn(c.ranges(), AT);
      case Constraint.UniqueLang _ -> new Constraint.UniqueLang(AT);
      case Constraint.Equals c -> new Constraint.Equals(c.predicate(), AT);
      case Constraint.Disjoint c -> new Constraint.Disjoint(c.predicate(), AT);
      case Constraint.LessThan c -> new Constraint.LessThan(c.predicate(), AT);
      case Constraint.LessThanOrEquals c -> new Constraint.LessThanOrEquals(c.predicate(), AT);
      case Constraint.Not c -> new Constraint.Not(c.shape(), AT);
      case Constraint.And c -> new Constraint.And(c.shapes(), AT);
      case Constraint.Or c -> new Constraint.Or(c.shapes(), AT);
      case Constraint.Xone c -> new Constraint.Xone(c.shapes(), AT);
      case Constraint.Node c -> new Constraint.Node(c.shape(), AT);
      case Constraint.Property c -> new Constraint.Property(c.shape(), AT);
      case Constraint.QualifiedValueShape c ->
          new Constraint.QualifiedValueShape(c.shape(), c.min(), c.max(), c.siblings(), AT);
      case Constraint.Closed c -> new Constraint.Closed(c.allowed(), AT);
      case Constraint.HasValue c -> new Constraint.HasValue(c.value(), AT);
      case Constraint.In c -> new Constraint.In(c.values(), AT);
      case Constraint.Sparql c ->
          new Constraint.Sparql(c.type(), c.source(), c.query().withoutOrigin(), c.messages(), AT);
    };
  }
}
