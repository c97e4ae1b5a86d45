// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.lang.ref.WeakReference;
import java.util.Iterator;
import org.ontoc.pipeline.ValidationResult;

/** Many results, made while they are asked for. */
final class Streaming {
  private Streaming() {}

  static Iterable<ValidationResult> results(int count) {
    return () ->
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < count;
          }

          @Override
          public ValidationResult next() {
            next++;
            return Fixture.missingName(Fixture.ex("n" + next), Fixture.data(1, 1));
          }
        };
  }

  /**
   * Results that tell how many of them were reachable at once, probed when the collector has run.
   */
  static final class Watched implements Iterable<ValidationResult> {
    private final int count;
    private WeakReference<ValidationResult> early = new WeakReference<>(null);
    private boolean held;

    Watched(int count) {
      this.count = count;
    }

    /** Whether a result was still reachable when all others had been handed over. */
    boolean held() {
      return held;
    }

    @Override
    public Iterator<ValidationResult> iterator() {
      Iterator<ValidationResult> results = results(count).iterator();
      return new Iterator<>() {
        private int index;

        @Override
        public boolean hasNext() {
          return results.hasNext();
        }

        @Override
        public ValidationResult next() {
          ValidationResult result = results.next();
          if (++index == 10) early = new WeakReference<>(result);
          if (index == count) {
            for (int i = 0; i < 10 && early.get() != null; i++) System.gc();
            held = early.get() != null;
          }
          return result;
        }
      };
    }
  }

  /** Counts what is written and keeps only its end. */
  static final class Sink implements Appendable {
    private final StringBuilder end = new StringBuilder();
    private long lines;

    @Override
    public Appendable append(CharSequence text) {
      for (int i = 0; i < text.length(); i++) append(text.charAt(i));
      return this;
    }

    @Override
    public Appendable append(CharSequence text, int from, int to) {
      return append(text.subSequence(from, to));
    }

    @Override
    public Appendable append(char character) {
      if (character == '\n') lines++;
      end.append(character);
      if (end.length() > 2_000) end.delete(0, 1_000);
      return this;
    }

    long lines() {
      return lines;
    }

    String end() {
      return end.toString();
    }
  }
}
