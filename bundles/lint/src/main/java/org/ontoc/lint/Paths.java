// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lint;

import java.util.List;
import java.util.stream.Stream;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Path;

/** What is known about the value nodes of a path before there is any data. */
final class Paths {
  private Paths() {}

  /** Whether every value node is the subject of a triple, and so no literal. */
  static boolean isNeverLiteral(Path path) {
    return switch (path) {
      case Path.Inverse(Path.Predicate _) -> true;
      case Path.Sequence(List<Path> members) -> isNeverLiteral(members.getLast());
      case Path.Alternative(List<Path> members) -> members.stream().allMatch(Paths::isNeverLiteral);
      case Path.OneOrMore(Path inner) -> isNeverLiteral(inner);
      case Path.Predicate _, Path.Inverse _, Path.ZeroOrMore _, Path.ZeroOrOne _ -> false;
    };
  }

  /** Whether a node with a value of this path is the subject of a triple. */
  static boolean beginsAtSubject(Path path) {
    return switch (path) {
      case Path.Predicate _ -> true;
      case Path.Sequence(List<Path> members) -> beginsAtSubject(members.getFirst());
      case Path.Alternative(List<Path> members) ->
          members.stream().allMatch(Paths::beginsAtSubject);
      case Path.OneOrMore(Path inner) -> beginsAtSubject(inner);
      case Path.Inverse _, Path.ZeroOrMore _, Path.ZeroOrOne _ -> false;
    };
  }

  /** Whether the focus node is always one of its value nodes. */
  static boolean isReflexive(Path path) {
    return switch (path) {
      case Path.ZeroOrMore _, Path.ZeroOrOne _ -> true;
      case Path.Inverse(Path inner) -> isReflexive(inner);
      case Path.OneOrMore(Path inner) -> isReflexive(inner);
      case Path.Sequence(List<Path> members) -> members.stream().allMatch(Paths::isReflexive);
      case Path.Alternative(List<Path> members) -> members.stream().anyMatch(Paths::isReflexive);
      case Path.Predicate _ -> false;
    };
  }

  /** All predicates of a path, in order. */
  static Stream<Iri> predicates(Path path) {
    return switch (path) {
      case Path.Predicate(Iri iri) -> Stream.of(iri);
      case Path.Inverse(Path inner) -> predicates(inner);
      case Path.ZeroOrMore(Path inner) -> predicates(inner);
      case Path.OneOrMore(Path inner) -> predicates(inner);
      case Path.ZeroOrOne(Path inner) -> predicates(inner);
      case Path.Sequence(List<Path> members) -> members.stream().flatMap(Paths::predicates);
      case Path.Alternative(List<Path> members) -> members.stream().flatMap(Paths::predicates);
    };
  }
}
