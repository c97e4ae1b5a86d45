// SPDX-License-Identifier: Apache-2.0
package org.ontoc.passes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ontoc.pipeline.ir.Path;

/**
 * A form in which paths with the same set of value nodes are often equal: inverses stand at
 * predicates only, nested sequences and alternatives are flat, alternatives are sorted and
 * distinct, nested repetitions are one.
 */
final class CanonicalPaths {
  /** How often a repeated path may be walked. */
  private enum Times {
    ZERO_OR_MORE,
    ONE_OR_MORE,
    ZERO_OR_ONE;

    /** Walking {@code this} many times what is walked {@code inner} many times; both are sets. */
    Times of(Times inner) {
      // (p?)?, (p+)+: the same; every other pair allows both none and many.
      return this == inner ? this : ZERO_OR_MORE;
    }
  }

  private CanonicalPaths() {}

  static Path of(Path path) {
    return of(path, false);
  }

  private static Path of(Path path, boolean inverted) {
    return switch (path) {
      case Path.Predicate _ -> inverted ? new Path.Inverse(path) : path;
      case Path.Inverse(Path inner) -> of(inner, !inverted);
      case Path.Sequence(List<Path> members) -> sequence(members, inverted);
      case Path.Alternative(List<Path> members) -> alternative(members, inverted);
      case Path.ZeroOrMore(Path inner) -> repeat(Times.ZERO_OR_MORE, of(inner, inverted));
      case Path.OneOrMore(Path inner) -> repeat(Times.ONE_OR_MORE, of(inner, inverted));
      case Path.ZeroOrOne(Path inner) -> repeat(Times.ZERO_OR_ONE, of(inner, inverted));
    };
  }

  /** Against its direction a sequence is walked from its end. */
  private static Path sequence(List<Path> members, boolean inverted) {
    List<Path> flat = new ArrayList<>();
    for (Path member : inverted ? members.reversed() : members) {
      Path canonical = of(member, inverted);
      if (canonical instanceof Path.Sequence(List<Path> inner)) flat.addAll(inner);
      else flat.add(canonical);
    }
    return flat.size() == 1 ? flat.getFirst() : new Path.Sequence(flat);
  }

  private static Path alternative(List<Path> members, boolean inverted) {
    Set<Path> flat = new LinkedHashSet<>();
    for (Path member : members) {
      Path canonical = of(member, inverted);
      if (canonical instanceof Path.Alternative(List<Path> inner)) flat.addAll(inner);
      else flat.add(canonical);
    }
    List<Path> sorted = flat.stream().sorted(Comparator.comparing(Path::toString)).toList();
    return sorted.size() == 1 ? sorted.getFirst() : new Path.Alternative(sorted);
  }

  private static Path repeat(Times times, Path inner) {
    return switch (inner) {
      case Path.ZeroOrMore(Path body) -> repeated(times.of(Times.ZERO_OR_MORE), body);
      case Path.OneOrMore(Path body) -> repeated(times.of(Times.ONE_OR_MORE), body);
      case Path.ZeroOrOne(Path body) -> repeated(times.of(Times.ZERO_OR_ONE), body);
      case Path.Predicate _, Path.Inverse _, Path.Sequence _, Path.Alternative _ ->
          repeated(times, inner);
    };
  }

  private static Path repeated(Times times, Path body) {
    return switch (times) {
      case ZERO_OR_MORE -> new Path.ZeroOrMore(body);
      case ONE_OR_MORE -> new Path.OneOrMore(body);
      case ZERO_OR_ONE -> new Path.ZeroOrOne(body);
    };
  }
}
