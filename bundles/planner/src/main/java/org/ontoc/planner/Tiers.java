// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner;

import java.util.Optional;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.plan.Tier;

/** The least knowledge that decides a constraint. */
final class Tiers {
  private Tiers() {}

  static Tier of(Constraint constraint, Optional<Path> path) {
    Tier alone = ofComponent(constraint, path.isEmpty());
    // The value nodes of any path but a predicate are found only with the index.
    return path.isEmpty() || path.get() instanceof Path.Predicate ? alone : Tier.INDEX;
  }

  private static Tier ofComponent(Constraint constraint, boolean nodeShape) {
    return switch (constraint) {
      case Constraint.Datatype _,
          Constraint.NodeKind _,
          Constraint.MinExclusive _,
          Constraint.MinInclusive _,
          Constraint.MaxExclusive _,
          Constraint.MaxInclusive _,
          Constraint.MinLength _,
          Constraint.MaxLength _,
          Constraint.Pattern _,
          Constraint.LanguageIn _,
          Constraint.In _ ->
          Tier.TRIPLE;
      // The only value node of a node shape is the focus node itself.
      case Constraint.HasValue _ -> nodeShape ? Tier.TRIPLE : Tier.SUBJECT;
      case Constraint.MinCount _,
          Constraint.MaxCount _,
          Constraint.UniqueLang _,
          Constraint.Equals _,
          Constraint.Disjoint _,
          Constraint.LessThan _,
          Constraint.LessThanOrEquals _ ->
          Tier.SUBJECT;
      // Closed looks at the value node's triples, and that is the subject only in a node shape.
      case Constraint.Closed _ -> nodeShape ? Tier.SUBJECT : Tier.INDEX;
      case Constraint.Class _,
          Constraint.Sparql _,
          Constraint.Not _,
          Constraint.And _,
          Constraint.Or _,
          Constraint.Xone _,
          Constraint.Node _,
          Constraint.Property _,
          Constraint.QualifiedValueShape _ ->
          Tier.INDEX;
    };
  }
}
