// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;

/**
 * Proves that no node conforms to a shape, or that every node does, whatever the data. What is not
 * proved may be either.
 */
final class Proofs {
  /** A shape that is a member of several alternatives is tried with each, but not without end. */
  private static final int DEEPEST = 2;

  private static final int MOST_MEMBERS = 16;

  private final Map<Term, Shape> shapes;
  private final Members members;
  private final Map<Term, Optional<Conflict>> impossible = new HashMap<>();
  private final Map<Term, Boolean> certain = new HashMap<>();
  private final Set<Term> open = new HashSet<>();

  Proofs(Program program) {
    this.shapes = program.shapesById();
    this.members = new Members(program.positions());
  }

  Conjunction conjunction() {
    return new Conjunction(shapes);
  }

  // ---- shapes that no node conforms to

  /** Why no node conforms to a shape; empty when that is not proved. */
  Optional<Conflict> impossible(Term shape) {
    Optional<Conflict> known = impossible.get(shape);
    if (known != null) return known;
    // a recursive shape is not proved by itself
    if (!open.add(shape)) return Optional.empty();
    Optional<Conflict> found = refute(conjunction().add(shape), _ -> {});
    open.remove(shape);
    impossible.put(shape, found);
    return found;
  }

  /** Why no node satisfies a conjunction; every contradiction on the way is handed over. */
  Optional<Conflict> refute(Conjunction node, Consumer<Conflict> sink) {
    return refute(node, sink, 0);
  }

  private Optional<Conflict> refute(Conjunction node, Consumer<Conflict> sink, int depth) {
    List<Conflict> reasons = new ArrayList<>();
    Consumer<Conflict> both = sink.andThen(reasons::add);
    String neverLiteral = node.neverLiteral;
    for (Conjunction.Group group : node.groups.values()) {
      Counts counts = new Counts(group);
      refuteGroup(group, counts, sink, depth).ifPresent(reasons::add);
      if (neverLiteral.isEmpty() && counts.least() > 0 && Paths.beginsAtSubject(group.path()))
        neverLiteral = "The node must have values of " + group.path();
    }
    Values.check(node.claims, neverLiteral, both);
    members.check(node.claims, sink).ifPresent(reasons::add);
    for (Claim claim : node.claims) refuteLogic(node, claim, depth).ifPresent(both);
    return reasons.stream().findFirst();
  }

  private Optional<Conflict> refuteGroup(
      Conjunction.Group group, Counts counts, Consumer<Conflict> sink, int depth) {
    List<Conflict> reasons = new ArrayList<>();
    Consumer<Conflict> both = sink.andThen(reasons::add);
    counts.check(members, both);
    Optional<Conflict> each = refute(group.each(), sink, depth);
    if (counts.least() > 0) each.ifPresent(reasons::add);
    for (Claim claim : group.whole())
      if (claim.constraint() instanceof Constraint.QualifiedValueShape it)
        refuteQualified(group, claim, it, depth).ifPresent(both);
    return reasons.stream().findFirst();
  }

  private Optional<Conflict> refuteQualified(
      Conjunction.Group group, Claim claim, Constraint.QualifiedValueShape it, int depth) {
    if (it.min().orElse(0) == 0 || depth >= DEEPEST) return Optional.empty();
    return impossible(it.shape())
        .or(() -> refute(copy(group.each()).add(it.shape()), _ -> {}, depth + 1))
        .map(
            reason ->
                new Conflict(
                    "W0348",
                    claim.at(),
                    "No value conforms to this sh:qualifiedValueShape, of which "
                        + it.min().getAsLong()
                        + " must",
                    "Correct the shape, or remove its minimum",
                    List.of(new Diagnostic.Note(reason.at(), reason.message()))));
  }

  private Optional<Conflict> refuteLogic(Conjunction node, Claim claim, int depth) {
    return switch (claim.constraint()) {
      case Constraint.Not it when node.shapes.contains(it.shape()) || certain(it.shape()) ->
          Optional.of(
              Conflict.of(
                  "W0348",
                  claim,
                  node.shapes.contains(it.shape())
                      ? "This sh:not forbids a shape that the node must conform to"
                      : "This sh:not forbids a shape that every node conforms to",
                  "Remove or correct it"));
      case Constraint.Or it -> refuteMembers(node, claim, it.shapes(), depth);
      case Constraint.Xone it -> {
        if (it.shapes().stream().filter(this::certain).count() > 1)
          yield Optional.of(
              Conflict.of(
                  "W0348",
                  claim,
                  "Every node conforms to more than one member of this sh:xone",
                  "Make its members exclude each other"));
        yield refuteMembers(node, claim, it.shapes(), depth);
      }
      default -> Optional.empty();
    };
  }

  /** None of the members can be satisfied together with the rest. */
  private Optional<Conflict> refuteMembers(
      Conjunction node, Claim claim, List<Term> members, int depth) {
    if (members.isEmpty() || members.size() > MOST_MEMBERS || depth >= DEEPEST)
      return Optional.empty();
    List<Diagnostic.Note> notes = new ArrayList<>();
    for (Term member : members) {
      Optional<Conflict> reason =
          impossible(member).or(() -> refute(copy(node).add(member), _ -> {}, depth + 1));
      if (reason.isEmpty()) return Optional.empty();
      notes.add(new Diagnostic.Note(reason.get().at(), reason.get().message()));
    }
    return Optional.of(
        new Conflict(
            "W0348",
            claim.at(),
            "No member of this " + claim.name() + " can be satisfied here",
            "Correct a member, or what contradicts it",
            notes));
  }

  private Conjunction copy(Conjunction node) {
    Conjunction copy = conjunction();
    copy.include(node);
    return copy;
  }

  // ---- shapes that every node conforms to

  /** Whether every node conforms to a shape. */
  boolean certain(Term id) {
    Boolean known = certain.get(id);
    if (known != null) return known;
    Shape shape = shapes.get(id);
    if (shape == null || !open.add(id)) return false;
    boolean holds = shape.deactivated() || shape.constraints().stream().allMatch(this::neverFails);
    open.remove(id);
    certain.put(id, holds);
    return holds;
  }

  /** Whether a constraint holds for all value nodes of all focus nodes. */
  boolean neverFails(Constraint constraint) {
    return switch (constraint) {
      case Constraint.MinCount it -> it.count() == 0;
      case Constraint.MaxCount it -> it.count() == Long.MAX_VALUE;
      case Constraint.Node it -> certain(it.shape());
      case Constraint.Property it -> certain(it.shape());
      case Constraint.And it -> it.shapes().stream().allMatch(this::certain);
      case Constraint.Or it -> it.shapes().stream().anyMatch(this::certain);
      case Constraint.Not it -> impossible(it.shape()).isPresent();
      case Constraint.Xone it ->
          it.shapes().stream().filter(this::certain).count() == 1
              && it.shapes().stream()
                  .allMatch(member -> certain(member) || impossible(member).isPresent());
      case Constraint.QualifiedValueShape it ->
          it.min().orElse(0) == 0
              && (it.max().orElse(Long.MAX_VALUE) == Long.MAX_VALUE
                  || impossible(it.shape()).isPresent());
      default -> false;
    };
  }

  /** Shapes of a list that every node conforms to. */
  Stream<Term> certain(List<Term> members) {
    return members.stream().filter(this::certain);
  }
}
