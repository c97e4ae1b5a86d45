// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.Variant;
import org.ontoc.runtime.bitactor.engine.Counters.ZeroTick;

final class EngineTest {
  private static final int STRIDE = 128;

  private static byte[] signals(Workload workload, int count) throws IOException, ImageException {
    return new Generator(Rules.of(Images.order()).image(), workload, 7).signals(count, STRIDE);
  }

  /** What is observed of each signal, and the engine. */
  private record Outcome(List<Long> observed, Engine engine) {}

  private static Outcome run(byte[] signals, int budget, boolean bypass, Filter filter)
      throws IOException, ImageException {
    List<Long> observed = new ArrayList<>();
    Ring ring = new SingleProducerRing(STRIDE);
    Rules rules = Rules.of(Images.order());
    Engine engine =
        new Engine(
            ring,
            rules,
            budget,
            bypass,
            filter,
            (frames, at) -> observed.add(Replay.observable(frames, at)));
    for (int at = 0; at < signals.length; at += STRIDE) {
      if (!ring.offer(signals, at)) throw new AssertionError("full");
      engine.poll();
    }
    return new Outcome(observed, engine);
  }

  @ParameterizedTest
  @EnumSource(Workload.class)
  void bypassingIsNotObserved(Workload workload) throws IOException, ImageException {
    byte[] signals = signals(workload, 20_000);
    for (Filter filter : List.of(Filter.NONE, new Filter(true, false), new Filter(false, true))) {
      Outcome on = run(signals, 8, true, filter);
      Outcome off = run(signals, 8, false, filter);
      assertEquals(off.observed(), on.observed());
      assertTrue(on.engine().counters().ticks() < off.engine().counters().ticks());
      for (ZeroTick why : ZeroTick.values())
        assertEquals(0, off.engine().counters().skipped(why), why.name());
      assertTrue(on.engine().counters().skipped(ZeroTick.HEARTBEAT) > 0);
      assertTrue(on.engine().counters().skipped(ZeroTick.NO_OP) > 0);
      boolean filters = !filter.equals(Filter.NONE);
      assertEquals(filters, on.engine().counters().skipped(ZeroTick.FILTERED) > 0);
      assertTrue(on.engine().counters().violating() > 0);
    }
  }

  @Test
  void whatCostsMoreThanTheBudgetIsNotExecuted() throws IOException, ImageException {
    Outcome outcome = run(signals(Workload.OPEN, 1000), 6, true, Filter.NONE);
    Counters counters = outcome.engine().counters();
    assertTrue(counters.exceeded() > 500);
    assertEquals(0, counters.executed(0));
    assertEquals(0, counters.violating());
  }

  @Test
  void unknownKindsAndTypesAreInvalid() throws IOException, ImageException {
    byte[] signals = new byte[4 * STRIDE];
    signals[Signal.TYPE] = Signal.NORMAL;
    signals[Signal.KIND] = 2;
    signals[STRIDE + Signal.TYPE] = 2;
    signals[2 * STRIDE + Signal.TYPE] = Signal.NORMAL;
    signals[2 * STRIDE + Signal.KIND] = (byte) Signal.BY_KEY;
    Bytes.u64(signals, 2 * STRIDE + Signal.CONTEXT, 12345);
    signals[3 * STRIDE + Signal.TYPE] = (byte) Signal.HEARTBEAT;
    signals[3 * STRIDE + Signal.KIND] = 77;
    Counters counters = run(signals, 8, true, Filter.NONE).engine().counters();
    assertEquals(3, counters.invalid());
    assertEquals(1, counters.skipped(ZeroTick.HEARTBEAT));
  }

  @Test
  void aTraceIsReadBackAndReplayed() throws IOException, ImageException {
    Outcome outcome = run(signals(Workload.NEWS, 10_000), 8, true, new Filter(true, false));
    byte[] kept = outcome.engine().kept();
    assertEquals(Engine.FRAMES * outcome.engine().frameBytes(), kept.length);
    String turtle = Trace.write(kept, outcome.engine().frameBytes());
    List<Replay.Frame> frames = Replay.frames(turtle);
    assertEquals(Engine.FRAMES, frames.size());
    for (int i = 0; i < frames.size(); i++)
      assertEquals(
          java.util.Arrays.mismatch(
              kept,
              i * outcome.engine().frameBytes(),
              (i + 1) * outcome.engine().frameBytes(),
              frames.get(i).bytes(),
              0,
              frames.get(i).bytes().length),
          -1);
    assertEquals(0, Replay.different(Rules.of(Images.order()), frames));
    Rules others = Rules.of(Images.order("0x0000000000000002"));
    assertEquals(Engine.FRAMES, Replay.different(others, frames), "another image's trace");
    assertThrows(
        IllegalArgumentException.class,
        () -> Replay.frames(turtle.replaceFirst("bit:ticks", "bit:tacks")));
  }

  @Test
  void nothingIsAllocatedForASignal() throws IOException, ImageException {
    byte[] signals = signals(Workload.OPEN, 1000);
    Ring ring = new SingleProducerRing(STRIDE);
    Rules rules = Rules.of(Images.order());
    long[] sum = {0};
    Engine engine =
        new Engine(ring, rules, 8, true, Filter.NONE, (frames, at) -> sum[0] += frames[at + 16]);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = 0;
    for (int round = 0; round < 400; round++) {
      if (round == 200) before = threads.getCurrentThreadAllocatedBytes();
      for (int at = 0; at < signals.length; at += STRIDE) ring.offer(signals, at);
      while (engine.poll() > 0) {}
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 200_000 / 10, allocated + " bytes for 200,000 signals");
  }

  @Test
  void rulesAreReplacedBetweenSignalsAndNoneIsLost()
      throws IOException, ImageException, InterruptedException {
    byte[] image = Images.order();
    byte[] other = Variant.of(Rules.of(image).image()).orElseThrow();
    Swaps.Outcome outcome = Swaps.run(image, other, signals(Workload.NEWS, 1000), 100);
    assertTrue(outcome.isFaultless(), outcome.toString());
    assertEquals(100, outcome.swaps());
    assertTrue(outcome.one() >= 50 && outcome.other() >= 50, outcome.toString());
  }

  @Test
  void aVariantDecidesOtherwise() throws IOException, ImageException {
    Rules rules = Rules.of(Images.order());
    Rules others = Rules.of(Variant.of(rules.image()).orElseThrow());
    byte[] signals = signals(Workload.NEWS, 1000);
    int different = 0;
    for (int at = 0; at < signals.length; at += STRIDE) {
      int kind = rules.kind(signals, at);
      if (rules.check(kind, signals, at) != others.check(kind, signals, at)) different++;
    }
    assertTrue(different > 10, different + " verdicts differ");
  }
}
