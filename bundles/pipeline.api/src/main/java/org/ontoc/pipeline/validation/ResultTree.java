// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Origin;

/**
 * Puts what explains a result into it (sh:detail). Each result comes before what explains it, which
 * is one deeper; it is handed on when it is complete.
 */
public final class ResultTree {
  private record Open(ValidationResult result, List<ValidationResult> details) {}

  private final Consumer<ValidationResult> consumer;
  private final Deque<Open> open = new ArrayDeque<>(); // the deepest first

  public ResultTree(Consumer<ValidationResult> consumer) {
    this.consumer = consumer;
  }

  /** Whether a result of this depth can be the next one. */
  public boolean accepts(int depth) {
    return depth >= 0 && depth <= open.size();
  }

  public void add(ValidationResult result, int depth) {
    if (!accepts(depth))
      throw new IllegalStateException("depth " + depth + " after " + (open.size() - 1));
    closeTo(depth);
    open.push(new Open(result, new ArrayList<>()));
  }

  /** No result follows. */
  public void end() {
    closeTo(0);
  }

  private void closeTo(int depth) {
    while (open.size() > depth) {
      Open last = open.pop();
      ValidationResult complete =
          last.details().isEmpty() ? last.result() : last.result().withDetails(last.details());
      Open parent = open.peek();
      if (parent == null) consumer.accept(complete);
      else parent.details().add(complete);
    }
  }

  /** Reports that a number of results lack details, unless it is 0. */
  public static void reportCut(long results, Context context) {
    if (results == 0) return;
    context.report(
        Severity.WARNING,
        "W0702",
        Origin.NOWHERE,
        results
            + (results == 1 ? " result lacks" : " results lack")
            + " some of what explains them",
        "raise the options detail-depth and detail-results to see all");
  }
}
