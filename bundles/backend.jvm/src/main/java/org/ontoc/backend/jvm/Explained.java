// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.ontoc.pipeline.ValidationResult;

/**
 * Puts what explains a result into it. Each result comes before what explains it, which is one
 * deeper; it is handed on when it is complete.
 */
final class Explained {
  private record Open(ValidationResult result, List<ValidationResult> details) {}

  private final Consumer<ValidationResult> consumer;
  private final Deque<Open> open = new ArrayDeque<>(); // the deepest first

  Explained(Consumer<ValidationResult> consumer) {
    this.consumer = consumer;
  }

  void add(ValidationResult result, int depth) {
    if (depth < 0 || depth > open.size())
      throw new IllegalStateException("depth " + depth + " after " + (open.size() - 1));
    closeTo(depth);
    open.push(new Open(result, new ArrayList<>()));
  }

  /** No result follows. */
  void end() {
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
}
