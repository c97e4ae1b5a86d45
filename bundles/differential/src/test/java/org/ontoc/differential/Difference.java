// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One point in which two engines disagree about a pair: a result that only one of them has, or a
 * failure of one of them.
 *
 * @param has the engine that has the result, or the one that failed
 * @param lacks the other
 * @param result empty for a failure
 */
record Difference(String has, String lacks, Optional<Result> result, String failure) {
  /** What stays the same while a pair shrinks. */
  String kind() {
    return result
        .map(r -> has + " has and " + lacks + " lacks " + r.component())
        .orElse(
            has
                + " fails: "
                + failure.replaceAll("[0-9]+|<[^>]*>|\"[^\"]*\"|_:\\S+|\\[.*|@.*", "…"));
  }

  boolean between(String engine) {
    return has.equals(engine) || lacks.equals(engine);
  }

  static List<Difference> of(String left, Verdict a, String right, Verdict b) {
    return switch (a) {
      case Verdict.Failed failed -> failed(left, right, failed, b);
      case Verdict.Report first ->
          switch (b) {
            case Verdict.Failed failed -> List.of(failure(right, left, failed));
            case Verdict.Report second -> reports(left, first, right, second);
          };
    };
  }

  private static List<Difference> failed(String left, String right, Verdict.Failed a, Verdict b) {
    return b instanceof Verdict.Failed ? List.of() : List.of(failure(left, right, a));
  }

  private static Difference failure(String who, String other, Verdict.Failed failed) {
    return new Difference(who, other, Optional.empty(), failed.reason());
  }

  private static List<Difference> reports(
      String left, Verdict.Report a, String right, Verdict.Report b) {
    List<Difference> differences = new ArrayList<>();
    minus(a.results(), b.results())
        .forEach(r -> differences.add(new Difference(left, right, Optional.of(r), "")));
    minus(b.results(), a.results())
        .forEach(r -> differences.add(new Difference(right, left, Optional.of(r), "")));
    if (differences.isEmpty() && a.conforms() != b.conforms())
      differences.add(
          new Difference(
              a.conforms() ? left : right,
              a.conforms() ? right : left,
              Optional.empty(),
              "conforms"));
    if (differences.isEmpty() && areBothPlaced(a, b) && !a.placed().equals(b.placed()))
      differences.add(
          new Difference(left, right, Optional.empty(), "order, places or explanations differ"));
    return differences;
  }

  private static boolean areBothPlaced(Verdict.Report a, Verdict.Report b) {
    return !a.placed().isEmpty() && !b.placed().isEmpty();
  }

  private static List<Result> minus(List<Result> all, List<Result> others) {
    List<Result> rest = new ArrayList<>(all);
    others.forEach(rest::remove);
    return rest;
  }

  @Override
  public String toString() {
    return kind() + result.map(r -> "\t" + r).orElse("");
  }
}
