// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Compilation;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Request.Until;
import org.ontoc.pipeline.Step;
import org.ontoc.pipeline.ir.Program;

final class SwapTest {
  private final Path folder;

  SwapTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Fails like a class loader whose bundle was uninstalled. */
  private static final class Fragile implements Pass {
    volatile boolean gone;

    @Override
    public Program apply(Program program, Context context) {
      Thread.yield();
      if (gone) throw new NoClassDefFoundError("the bundle was uninstalled");
      return program;
    }
  }

  @Test
  void compilationsSurviveSwaps() throws Exception {
    Platform platform = new Platform(folder.resolve("cache"), "fragile");
    Fragile first = new Fragile();
    AtomicReference<Fragile> current = new AtomicReference<>(first);
    AtomicReference<PlainRegistry.Service<Pass>> service =
        new AtomicReference<>(add(platform, first));
    AtomicBoolean stop = new AtomicBoolean();
    Queue<Diagnostic> found = new ConcurrentLinkedQueue<>();
    List<Thread> compiling =
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(
                _ ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              for (int i = 0; i < 100; i++) {
                                Compilation done = platform.compile("values", Until.PLAN);
                                found.addAll(done.diagnostics());
                              }
                            }))
            .toList();
    Thread chaos =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!stop.get()) {
                    LockSupport.parkNanos(2_000_000);
                    Fragile next = new Fragile();
                    PlainRegistry.Service<Pass> registered = add(platform, next);
                    platform.registry.remove(service.getAndSet(registered));
                    current.getAndSet(next).gone = true;
                  }
                });
    for (Thread thread : compiling) thread.join();
    stop.set(true);
    chaos.join();
    assertEquals(List.of(), List.copyOf(found));
    assertEquals(0, platform.registry.inUse.get());
  }

  private static PlainRegistry.Service<Pass> add(Platform platform, Fragile pass) {
    return platform.registry.add(Pass.class, pass, Map.of("id", "fragile"), "swapped 1.0.0");
  }

  /** While a bundle is updated there is a moment without its services. */
  @Test
  void aStageThatWasThereIsWaitedFor() throws Exception {
    Platform platform = new Platform(folder.resolve("cache"), "fragile");
    PlainRegistry.Service<Pass> service = add(platform, new Fragile());
    assertEquals(List.of(), platform.compile("values", Until.PLAN).diagnostics());
    platform.registry.remove(service);
    Thread update =
        Thread.ofVirtual()
            .start(
                () -> {
                  LockSupport.parkNanos(100_000_000);
                  add(platform, new Fragile());
                });
    assertEquals(List.of(), platform.compile("values", Until.PLAN).diagnostics());
    update.join();
  }

  @Test
  void aLoopEndsWithTheBudget() {
    Platform platform = new Platform(folder.resolve("cache"));
    AtomicBoolean stop = new AtomicBoolean();
    platform.pass(
        "loop",
        (program, _) -> {
          while (!stop.get()) Thread.onSpinWait();
          return program;
        });
    Request.Budget budget = new Request.Budget(Duration.ofMillis(200), Long.MAX_VALUE);
    Request request = Platform.request("values", Until.PLAN, Map.of(), budget, "loop");
    Compilation compilation = platform.compiler.compile(request);
    stop.set(true);
    assertEquals(List.of("E0801"), Platform.codes(compilation.diagnostics()));
    String message = compilation.diagnostics().getFirst().message();
    assertTrue(message.contains("stage loop"), message);
    Step cleanup = compilation.trace().getLast();
    assertEquals(Step.State.CANCELLED, cleanup.state());
  }

  @Test
  void anInterruptCancels() throws Exception {
    Platform platform = new Platform(folder.resolve("cache"));
    CountDownLatch running = new CountDownLatch(1);
    platform.pass(
        "slow",
        (program, context) -> {
          running.countDown();
          while (true) context.checkCancelled();
        });
    Queue<Diagnostic> found = new ConcurrentLinkedQueue<>();
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  Compilation done = platform.compile("values", Until.PLAN, "slow");
                  found.addAll(done.diagnostics());
                  interrupted.set(Thread.currentThread().isInterrupted());
                });
    running.await();
    caller.interrupt();
    caller.join();
    assertEquals(List.of("E0803"), Platform.codes(List.copyOf(found)));
    assertTrue(interrupted.get(), "the interrupt was swallowed");
    assertEquals(0, platform.registry.inUse.get());
    assertFalse(platform.compile("values", Until.PLAN).failed());
  }

  @Test
  void memoryHasABudget() {
    Platform platform = new Platform(folder.resolve("cache"));
    platform.pass(
        "greedy",
        (program, context) -> {
          byte[][] kept = new byte[64][];
          for (int i = 0; ; i = (i + 1) % kept.length) {
            kept[i] = new byte[1 << 20];
            context.checkCancelled();
          }
        });
    long bytes = Meter.heapInUse() / 4;
    Request.Budget budget = new Request.Budget(Duration.ofMinutes(2), bytes);
    Request request = Platform.request("values", Until.PLAN, Map.of(), budget, "greedy");
    Compilation compilation = platform.compiler.compile(request);
    assertEquals(List.of("E0802"), Platform.codes(compilation.diagnostics()));
  }
}
