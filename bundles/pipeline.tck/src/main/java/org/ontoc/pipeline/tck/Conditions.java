// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** The circumstances that must not change what a stage answers. */
final class Conditions {
  private Conditions() {}

  /** Once more, in another locale and time zone, and from several threads at once. */
  static <T> void assertRepeatable(String what, Supplier<T> run) {
    T first = run.get();
    assertEquals(first, run.get(), what + " differs the second time");
    assertEquals(first, inTurkish(run), what + " depends on the locale or the time zone");
    for (T other : atOnce(8, run)) assertEquals(first, other, what + " differs among threads");
  }

  private static <T> T inTurkish(Supplier<T> run) {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      // upper-case i is not I there, and no other zone is so far from the usual ones
      Locale.setDefault(Locale.of("tr", "TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      return run.get();
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static <T> List<T> atOnce(int threads, Supplier<T> run) {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> started = new ArrayList<>();
      for (int i = 0; i < threads; i++) started.add(executor.submit(run::get));
      List<T> answers = new ArrayList<>();
      for (Future<T> future : started) answers.add(future.get());
      return answers;
    } catch (ExecutionException failed) {
      throw new AssertionError("it fails when several threads use it", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
