// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.command;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.HdrHistogram.Histogram;
import org.ontoc.runtime.bitactor.engine.Counters;
import org.ontoc.runtime.bitactor.engine.Engine;
import org.ontoc.runtime.bitactor.engine.Filter;
import org.ontoc.runtime.bitactor.engine.Replay;
import org.ontoc.runtime.bitactor.engine.Ring;
import org.ontoc.runtime.bitactor.engine.Rules;
import org.ontoc.runtime.bitactor.engine.SingleProducerRing;

/**
 * Runs signals through engines: once to warm up, then in full rings, of which the fastest run
 * counts, then one by one.
 */
final class Measurement {
  private static final long LONGEST_NANOS = 10_000_000_000L;
  private static final int ROUNDS = 3;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Histogram histogram = new Histogram(LONGEST_NANOS, 3);
  private final Engine engine;
  private final long digest;
  private final double perSecond;
  private final long bytes;

  Measurement(Rules rules, int budget, boolean bypass, Filter filter, byte[] signals) {
    int stride = Replay.stride(rules);
    Digest warm = new Digest();
    inFullRings(engine(stride, rules, budget, bypass, filter, warm), signals, stride);
    Digest counted = new Digest();
    Line line = engine(stride, rules, budget, bypass, filter, counted);
    engine = line.engine();
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    long least = nanos(line, signals, stride);
    bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
    for (int i = 1; i < ROUNDS; i++) {
      Line again = engine(stride, rules, budget, bypass, filter, new Digest());
      least = Math.min(least, nanos(again, signals, stride));
    }
    perSecond = signals.length / stride * 1e9 / least;
    digest = counted.value;
    oneByOne(engine(stride, rules, budget, bypass, filter, new Digest()), signals, stride);
  }

  /** Of this thread's processor time, which others that run beside it do not lengthen. */
  private static long nanos(Line line, byte[] signals, int stride) {
    long start = THREADS.getCurrentThreadCpuTime();
    inFullRings(line, signals, stride);
    return Math.max(1, THREADS.getCurrentThreadCpuTime() - start);
  }

  private record Line(Ring ring, Engine engine) {}

  private static Line engine(
      int stride, Rules rules, int budget, boolean bypass, Filter filter, Digest digest) {
    Ring ring = new SingleProducerRing(stride);
    return new Line(ring, new Engine(ring, rules, budget, bypass, filter, digest));
  }

  private static void inFullRings(Line line, byte[] signals, int stride) {
    int at = 0;
    while (at < signals.length) {
      while (at < signals.length && line.ring().offer(signals, at)) at += stride;
      while (line.engine().poll() > 0) {}
    }
  }

  private void oneByOne(Line line, byte[] signals, int stride) {
    for (int at = 0; at < signals.length; at += stride) {
      line.ring().offer(signals, at);
      long start = System.nanoTime();
      line.engine().poll();
      histogram.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - start));
    }
  }

  Counters counters() {
    return engine.counters();
  }

  Engine engine() {
    return engine;
  }

  /** Over what can be observed of each signal: its id, status, flags and violated checks. */
  long digest() {
    return digest;
  }

  /** Signals in a second of processor time. */
  double perSecond() {
    return perSecond;
  }

  /** Bytes of heap that the engine's thread allocated for all signals of the counted run. */
  long allocated() {
    return bytes;
  }

  /** Nanoseconds that so many percent of the signals took at most. */
  long latency(double percent) {
    return histogram.getValueAtPercentile(percent);
  }

  private static final class Digest implements Engine.Sink {
    private long value;

    @Override
    public void accept(byte[] frames, int at) {
      value = (value ^ Replay.observable(frames, at)) * 0x100000001B3L;
      value ^= value >>> 31;
    }
  }
}
