// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;

/**
 * All that one node must satisfy to conform to some shapes: sh:node, sh:and and sh:property are
 * followed, and what concerns the values of one path is gathered from all of them. What is left out
 * (an unknown constraint, the deeper parts of a very large shape) only makes fewer proofs.
 */
final class Conjunction {
  private static final int DEEPEST = 12;
  private static final int MOST_CLAIMS = 5000;

  /** What the node itself, as a value node, must satisfy. */
  final List<Claim> claims = new ArrayList<>();

  /** What concerns the values of paths that begin at the node. */
  final Map<Path, Group> groups = new LinkedHashMap<>();

  /** Shapes that the node must conform to. */
  final Set<Term> shapes = new LinkedHashSet<>();

  /** Why the node cannot be a literal, whatever its shapes say; empty when it can. */
  String neverLiteral = "";

  private final Map<Term, Shape> program;
  private final int depth;
  private final int[] left;

  private Conjunction(Map<Term, Shape> program, int depth, int[] left) {
    this.program = program;
    this.depth = depth;
    this.left = left;
  }

  Conjunction(Map<Term, Shape> program) {
    this(program, 0, new int[] {MOST_CLAIMS});
  }

  /**
   * What concerns the values of one path.
   *
   * @param whole about all values together, e.g. their number
   * @param each what each value must satisfy
   */
  record Group(Path path, List<Claim> whole, Conjunction each) {}

  /** Adds a shape, which counts once. */
  Conjunction add(Term id) {
    Shape shape = program.get(id);
    if (shape == null || shape.deactivated() || !shapes.add(id)) return this;
    if (shape.path().isPresent()) addProperty(shape, shape.path().get());
    else for (Constraint constraint : shape.constraints()) addToNode(shape, constraint);
    return this;
  }

  /** Adds all that another conjunction holds. */
  void include(Conjunction other) {
    claims.addAll(other.claims);
    shapes.addAll(other.shapes);
    if (neverLiteral.isEmpty()) neverLiteral = other.neverLiteral;
    other
        .groups
        .values()
        .forEach(
            group -> {
              Group own = group(group.path());
              own.whole().addAll(group.whole());
              own.each().include(group.each());
            });
  }

  private Group group(Path path) {
    return groups.computeIfAbsent(
        path,
        _ -> {
          Conjunction each = new Conjunction(program, depth + 1, left);
          if (Paths.isNeverLiteral(path))
            each.neverLiteral = "The values of this path are subjects of triples";
          return new Group(path, new ArrayList<>(), each);
        });
  }

  private void addProperty(Shape shape, Path path) {
    if (depth >= DEEPEST) return;
    Group group = group(path);
    for (Constraint constraint : shape.constraints()) {
      if (isAboutAll(constraint)) {
        if (left[0]-- > 0) group.whole.add(new Claim(shape, constraint));
      } else group.each.addToNode(shape, constraint);
    }
  }

  private static boolean isAboutAll(Constraint constraint) {
    return constraint instanceof Constraint.MinCount
        || constraint instanceof Constraint.MaxCount
        || constraint instanceof Constraint.HasValue
        || constraint instanceof Constraint.QualifiedValueShape
        || constraint instanceof Constraint.UniqueLang
        || constraint instanceof Constraint.Equals
        || constraint instanceof Constraint.Disjoint
        || constraint instanceof Constraint.LessThan
        || constraint instanceof Constraint.LessThanOrEquals;
  }

  private void addToNode(Shape shape, Constraint constraint) {
    if (left[0]-- <= 0) return;
    if (constraint instanceof Constraint.Node
        || constraint instanceof Constraint.And
        || constraint instanceof Constraint.Property) constraint.shapes().forEach(this::add);
    else claims.add(new Claim(shape, constraint));
  }
}
