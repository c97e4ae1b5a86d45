// SPDX-License-Identifier: Apache-2.0
package org.ontoc.planner;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Automaton;

/**
 * The cost model: the estimated cost of deciding one constraint for one focus node whose value
 * nodes are known. The unit is one comparison of two 32-bit numbers.
 *
 * <table>
 *   <caption>Costs</caption>
 *   <tr><td>node kind</td><td>1</td></tr>
 *   <tr><td>counts, datatype, has value</td><td>2</td></tr>
 *   <tr><td>in</td><td>2 and the binary logarithm of the number of values</td></tr>
 *   <tr><td>language in</td><td>4 for each range</td></tr>
 *   <tr><td>lengths</td><td>8: the text is walked</td></tr>
 *   <tr><td>ranges</td><td>12: the lexical form is parsed</td></tr>
 *   <tr><td>unique language, closed</td><td>16, for closed and 1 for each allowed predicate</td></tr>
 *   <tr><td>equals, disjoint</td><td>16: two sets are compared</td></tr>
 *   <tr><td>less than</td><td>32: pairs are parsed and compared</td></tr>
 *   <tr><td>class</td><td>24: types are looked up</td></tr>
 *   <tr><td>pattern</td><td>24; over characters 60; not deterministic
 *       400</td></tr>
 *   <tr><td>SPARQL</td><td>10,000</td></tr>
 *   <tr><td>references to shapes</td><td>4 and the cost of each shape: its path and its checks for
 *       {@link #FAN_OUT} value nodes; 1,000 for a recursive reference</td></tr>
 * </table>
 */
final class Costs {
  static final int LIMIT = 1_000_000;
  private static final int FAN_OUT = 2;
  private static final int RECURSION = 1_000;
  private static final int QUERY = 10_000;

  private final Map<Term, Shape> shapes;
  private final Patterns patterns;
  private final Map<Term, Integer> known = new HashMap<>();
  private final Set<Term> open = new HashSet<>();

  Costs(Map<Term, Shape> shapes, Patterns patterns) {
    this.shapes = shapes;
    this.patterns = patterns;
  }

  int of(Constraint constraint) {
    return switch (constraint) {
      case Constraint.NodeKind _ -> 1;
      case Constraint.Datatype _,
          Constraint.MinCount _,
          Constraint.MaxCount _,
          Constraint.HasValue _ ->
          2;
      case Constraint.In in -> 2 + Integer.SIZE - Integer.numberOfLeadingZeros(in.values().size());
      case Constraint.LanguageIn in -> limited(4L * in.ranges().size());
      case Constraint.MinLength _, Constraint.MaxLength _ -> 8;
      case Constraint.MinExclusive _,
          Constraint.MinInclusive _,
          Constraint.MaxExclusive _,
          Constraint.MaxInclusive _ ->
          12;
      case Constraint.UniqueLang _, Constraint.Equals _, Constraint.Disjoint _ -> 16;
      case Constraint.Closed closed -> limited(16L + closed.allowed().size());
      case Constraint.LessThan _, Constraint.LessThanOrEquals _ -> 32;
      case Constraint.Class _ -> 24;
      case Constraint.Sparql _ -> QUERY;
      case Constraint.Pattern pattern -> ofPattern(patterns.of(pattern));
      case Constraint.Not _,
          Constraint.And _,
          Constraint.Or _,
          Constraint.Xone _,
          Constraint.Node _,
          Constraint.Property _,
          Constraint.QualifiedValueShape _ ->
          ofShapes(constraint.shapes());
    };
  }

  private static int ofPattern(Optional<Automaton> automaton) {
    if (automaton.isEmpty()) return 0;
    return switch (automaton.get()) {
      case Automaton.Dfa _ -> 24;
      case Automaton.CharacterDfa _ -> 60;
      case Automaton.Nfa _ -> 400;
    };
  }

  private int ofShapes(List<Term> references) {
    long sum = 4;
    for (Term reference : references) sum = limited(sum + ofShape(reference));
    return limited(sum);
  }

  /**
   * References nest as deep as the sources do, and a chain of shapes is as long as they make it.
   */
  private int ofShape(Term reference) {
    Shape shape = shapes.get(reference);
    if (shape == null || shape.deactivated()) return 1;
    Integer cost = known.get(reference);
    if (cost != null) return cost;
    if (open.size() > RECURSION || !open.add(reference)) return RECURSION;
    long checks = 0;
    for (Constraint constraint : shape.constraints()) checks = limited(checks + of(constraint));
    open.remove(reference);
    long path = shape.path().map(Costs::ofPath).orElse(0L);
    int sum = limited(path + (shape.path().isPresent() ? FAN_OUT : 1) * checks);
    known.put(reference, sum);
    return sum;
  }

  private static long ofPath(Path path) {
    return switch (path) {
      case Path.Predicate _ -> 4;
      case Path.Inverse inverse -> ofPath(inverse.path());
      // Each step starts at all nodes that the steps before it found.
      case Path.Sequence sequence -> {
        long sum = 0;
        for (Path member : sequence.members().reversed()) {
          sum = limited(ofPath(member) + FAN_OUT * sum);
        }
        yield sum;
      }
      case Path.Alternative choice ->
          limited(choice.members().stream().mapToLong(Costs::ofPath).sum());
      case Path.ZeroOrMore closure -> limited(16 * ofPath(closure.path()));
      case Path.OneOrMore closure -> limited(16 * ofPath(closure.path()));
      case Path.ZeroOrOne optional -> 1 + ofPath(optional.path());
    };
  }

  private static int limited(long cost) {
    return (int) Math.min(cost, LIMIT);
  }
}
