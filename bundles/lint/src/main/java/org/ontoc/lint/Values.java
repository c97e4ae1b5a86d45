// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/** Proves that no term satisfies some constraints on one value node. */
final class Values {
  private Values() {}

  /** Whether a term certainly violates a constraint that is evaluated for it as a value node. */
  static boolean violates(Term term, Constraint constraint) {
    if (!Kinds.admitted(constraint).contains(Kinds.of(term))) return true;
    return switch (constraint) {
      case Constraint.Datatype it ->
          term instanceof Literal literal
              && (!literal.datatype().equals(it.datatype()) || Literals.isIllTyped(literal));
      case Constraint.MinLength it ->
          Literals.length(term).stream().anyMatch(length -> length < it.length());
      case Constraint.MaxLength it ->
          Literals.length(term).stream().anyMatch(length -> length > it.length());
      case Constraint.LanguageIn it ->
          term instanceof Literal literal
              && it.ranges().stream().noneMatch(range -> Literals.matches(literal, range));
      case Constraint.In it -> !contains(it.values(), term);
      case Constraint.HasValue it -> !contains(List.of(it.value()), term);
      default ->
          term instanceof Literal literal
              && Bounds.of(constraint).filter(it -> Bounds.excludes(it, literal)).isPresent();
    };
  }

  /** Whether a term certainly satisfies a constraint that is evaluated for it as a value node. */
  static boolean satisfies(Term term, Constraint constraint) {
    return switch (constraint) {
      case Constraint.NodeKind it -> it.kind().accepts(term);
      case Constraint.Datatype it ->
          term instanceof Literal literal
              && literal.datatype().equals(it.datatype())
              && Literals.isWellTyped(literal);
      case Constraint.MinLength it ->
          Literals.length(term).stream().anyMatch(length -> length >= it.length());
      case Constraint.MaxLength it ->
          Literals.length(term).stream().anyMatch(length -> length <= it.length());
      case Constraint.LanguageIn it ->
          term instanceof Literal literal
              && it.ranges().stream().anyMatch(range -> Literals.matches(literal, range));
      case Constraint.In it -> contains(it.values(), term);
      default -> false;
    };
  }

  static boolean contains(List<Term> terms, Term term) {
    return terms.stream().anyMatch(it -> Literals.normal(it).equals(Literals.normal(term)));
  }

  /** Reports each proof that no term satisfies all claims. */
  static void check(List<Claim> claims, String neverLiteral, Consumer<Conflict> sink) {
    checkKinds(claims, neverLiteral, sink);
    Bounds.check(claims, sink);
    for (int i = 0; i < claims.size(); i++) {
      checkAlone(claims.get(i), sink);
      for (int j = 0; j < claims.size(); j++)
        if (i != j) checkPair(claims.get(i), claims.get(j), i < j, sink);
    }
  }

  private static void checkAlone(Claim claim, Consumer<Conflict> sink) {
    boolean empty =
        claim.constraint() instanceof Constraint.In in && in.values().isEmpty()
            || claim.constraint() instanceof Constraint.LanguageIn it && it.ranges().isEmpty()
            || claim.constraint() instanceof Constraint.Or or && or.shapes().isEmpty()
            || claim.constraint() instanceof Constraint.Xone xone && xone.shapes().isEmpty();
    if (empty)
      sink.accept(
          Conflict.of(
              "W0348",
              claim,
              "The list of " + claim.name() + " is empty, so that every value violates it",
              "List what is allowed, or remove the constraint"));
  }

  private static void checkPair(
      Claim first, Claim second, boolean ordered, Consumer<Conflict> sink) {
    if (first.constraint() instanceof Constraint.MinLength least
        && second.constraint() instanceof Constraint.MaxLength most
        && least.length() > most.length())
      sink.accept(
          Conflict.of(
              "W0347",
              first,
              second,
              "sh:maxLength "
                  + most.length()
                  + " is below sh:minLength "
                  + least.length()
                  + ", so that every value violates one of them",
              "Exchange or correct the lengths"));
    else if (excludeEachOther(first.constraint(), second.constraint(), ordered))
      sink.accept(
          Conflict.of(
              "W0348",
              first,
              second,
              "No value satisfies both this " + second.name() + " and " + first.name(),
              "Remove or correct one of them"));
  }

  private static boolean excludeEachOther(Constraint one, Constraint other, boolean ordered) {
    if (one instanceof Constraint.Datatype datatype && other instanceof Constraint.LanguageIn)
      return !Literals.isLanguageString(datatype.datatype());
    if (!ordered) return false;
    return switch (one) {
      case Constraint.Datatype it ->
          other instanceof Constraint.Datatype second && !it.datatype().equals(second.datatype());
      case Constraint.In it ->
          other instanceof Constraint.In second
              && !it.values().isEmpty()
              && !second.values().isEmpty()
              && it.values().stream().noneMatch(term -> contains(second.values(), term));
      case Constraint.HasValue it ->
          other instanceof Constraint.HasValue second
              && !contains(List.of(it.value()), second.value());
      case Constraint.LanguageIn it ->
          other instanceof Constraint.LanguageIn second
              && it.ranges().stream()
                  .noneMatch(range -> second.ranges().stream().anyMatch(r -> overlap(range, r)));
      default -> false;
    };
  }

  /** Whether some language tag is in both ranges. */
  private static boolean overlap(String one, String other) {
    String first = one.toLowerCase(java.util.Locale.ROOT);
    String second = other.toLowerCase(java.util.Locale.ROOT);
    if (first.isEmpty() || second.isEmpty()) return false;
    return first.equals("*")
        || second.equals("*")
        || (first + "-").startsWith(second + "-")
        || (second + "-").startsWith(first + "-");
  }

  // ---- kinds of terms

  private static void checkKinds(List<Claim> claims, String neverLiteral, Consumer<Conflict> sink) {
    boolean found = false;
    for (int i = 0; i < claims.size(); i++) {
      Set<Kinds> admitted = Kinds.admitted(claims.get(i).constraint());
      if (admitted.isEmpty()) continue;
      if (!neverLiteral.isEmpty() && admitted.equals(EnumSet.of(Kinds.LITERAL))) {
        found = true;
        sink.accept(onlyLiterals(claims.get(i), neverLiteral));
      }
      for (int j = 0; j < i; j++)
        if (areDisjoint(claims.get(j), claims.get(i))) {
          found = true;
          sink.accept(excluded(claims.get(j), claims.get(i)));
        }
    }
    if (!found) checkKindsTogether(claims, neverLiteral, sink);
  }

  /** Listed terms are checked one by one. */
  private static boolean areDisjoint(Claim first, Claim second) {
    return Members.members(first.constraint()).isEmpty()
        && Members.members(second.constraint()).isEmpty()
        && Collections.disjoint(kinds(first), kinds(second))
        && !kinds(first).isEmpty()
        && !kinds(second).isEmpty();
  }

  private static Set<Kinds> kinds(Claim claim) {
    return Kinds.admitted(claim.constraint());
  }

  private static Conflict onlyLiterals(Claim claim, String neverLiteral) {
    return Conflict.of(
        "W0348",
        claim,
        neverLiteral + ", and no literal is one, but " + claim.name() + " admits only literals",
        "Remove the constraint, or move it to a property shape");
  }

  private static Conflict excluded(Claim first, Claim second) {
    return Conflict.of(
        "W0348",
        first,
        second,
        "No value satisfies both this "
            + second.name()
            + ", which admits "
            + describe(kinds(second))
            + ", and "
            + first.name()
            + ", which admits "
            + describe(kinds(first)),
        "Remove or correct one of them");
  }

  private static String describe(Set<Kinds> kinds) {
    List<String> words =
        kinds.stream()
            .map(
                kind ->
                    switch (kind) {
                      case IRI -> "IRIs";
                      case BLANK_NODE -> "blank nodes";
                      case LITERAL -> "literals";
                    })
            .toList();
    return "only " + String.join(" and ", words);
  }

  /** Three constraints can leave nothing of which any two leave something. */
  private static void checkKindsTogether(
      List<Claim> claims, String neverLiteral, Consumer<Conflict> sink) {
    Set<Kinds> left = neverLiteral.isEmpty() ? Kinds.all() : Kinds.neverLiteral();
    for (Claim claim : claims) {
      if (!Members.members(claim.constraint()).isEmpty() || kinds(claim).isEmpty()) continue;
      left.retainAll(kinds(claim));
      if (!left.isEmpty()) continue;
      sink.accept(
          Conflict.of(
              "W0348",
              claim,
              "No kind of node is left by " + claim.name() + " and the other constraints",
              "Remove or correct one of them"));
      return;
    }
  }
}
