// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.command;

import org.HdrHistogram.Histogram;
import org.ontoc.runtime.bitactor.engine.Counters;
import org.ontoc.runtime.bitactor.engine.Engine;
import org.ontoc.runtime.bitactor.engine.Filter;
import org.ontoc.runtime.bitactor.engine.Replay;
import org.ontoc.runtime.bitactor.engine.Ring;
import org.ontoc.runtime.bitactor.engine.Rules;
import org.ontoc.runtime.bitactor.engine.SingleProducerRing;

/** Runs signals through an engine: once to warm up, once in full rings, once one by one. */
final class Measurement {
  private static final long LONGEST_NANOS = 10_000_000_000L;

  private final Histogram histogram = new Histogram(LONGEST_NANOS, 3);
  private final Engine engine;
  private final long digest;
  private final double perSecond;

  Measurement(Rules rules, int budget, boolean bypass, Filter filter, byte[] signals) {
    int stride = Replay.stride(rules);
    Digest warm = new Digest();
    inFullRings(engine(stride, rules, budget, bypass, filter, warm), signals, stride);
    Digest counted = new Digest();
    Line line = engine(stride, rules, budget, bypass, filter, counted);
    engine = line.engine();
    long start = System.nanoTime();
    inFullRings(line, signals, stride);
    perSecond = signals.length / stride * 1e9 / (System.nanoTime() - start);
    digest = counted.value;
    oneByOne(engine(stride, rules, budget, bypass, filter, new Digest()), signals, stride);
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

  double perSecond() {
    return perSecond;
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
