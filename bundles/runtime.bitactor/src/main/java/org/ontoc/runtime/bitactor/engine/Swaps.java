// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.ontoc.runtime.bitactor.ImageException;

/**
 * Replaces the rules of an engine again and again while producers keep its ring full, and looks at
 * every signal: that it arrives once and in order, and that its verdict is that of the rules which
 * its frame names.
 */
public final class Swaps {
  private static final int PRODUCERS = 2;

  /** The number of a producer is in the highest byte of its signals' ids. */
  private static final int SEQUENCE_BITS = 24;

  private static final int SEQUENCE = (1 << SEQUENCE_BITS) - 1;

  private final byte[][] images;
  private final byte[] signals;
  private final Ring ring;
  private final Engine engine;
  private final Rules[] known = new Rules[2];
  private final int[] next = new int[PRODUCERS];
  private final AtomicLong seen = new AtomicLong();
  private final AtomicLong offered = new AtomicLong();
  private final AtomicBoolean swapped = new AtomicBoolean();
  private long disordered;
  private long wrong;
  private final long[] by = new long[2];

  /**
   * What came of it.
   *
   * @param one signals that the first rules checked
   * @param other signals that the others checked
   */
  public record Outcome(
      long swaps, long one, long other, long lost, long disordered, long wrong, double seconds) {
    public boolean isFaultless() {
      return lost == 0 && disordered == 0 && wrong == 0;
    }
  }

  private Swaps(byte[] one, byte[] other, byte[] signals) throws ImageException {
    images = new byte[][] {one, other};
    this.signals = signals;
    for (int i = 0; i < known.length; i++) known[i] = Rules.of(images[i]);
    ring = new ManyProducersRing(Replay.stride(known[0]));
    Rules first = Rules.of(one);
    engine = new Engine(ring, first, Integer.MAX_VALUE, true, Filter.NONE, this::look);
  }

  /**
   * Swaps two images for each other.
   *
   * @param signals of a workload for the first of them
   * @throws IllegalArgumentException when the other's records do not fit
   */
  public static Outcome run(byte[] one, byte[] other, byte[] signals, long swaps)
      throws ImageException, InterruptedException {
    return new Swaps(one, other, signals).run(swaps);
  }

  private Outcome run(long swaps) throws InterruptedException {
    long start = System.nanoTime();
    List<Thread> producers = new ArrayList<>();
    for (int i = 0; i < PRODUCERS; i++) {
      int number = i;
      producers.add(Thread.ofPlatform().start(() -> produce(number)));
    }
    Thread swapper = Thread.ofPlatform().start(() -> swap(swaps));
    while (producers.stream().anyMatch(Thread::isAlive)) if (engine.poll() == 0) Thread.yield();
    while (engine.poll() > 0) {}
    swapper.join();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Outcome(swaps, by[0], by[1], offered.get() - seen.get(), disordered, wrong, seconds);
  }

  private void produce(int producer) {
    byte[] signal = new byte[ring.stride()];
    int count = 0;
    for (int at = 0; !swapped.get(); at = (at + ring.stride()) % signals.length) {
      System.arraycopy(signals, at, signal, 0, signal.length);
      Bytes.u32(signal, Signal.ID, producer << SEQUENCE_BITS | count & SEQUENCE);
      while (!ring.offer(signal, 0)) Thread.yield();
      count++;
    }
    offered.addAndGet(count);
  }

  /** Each set of rules is read and verified anew, and gets at least one signal to check. */
  private void swap(long swaps) {
    try {
      for (long i = 0; i < swaps; i++) {
        long before = seen.get();
        while (seen.get() == before) Thread.yield();
        engine.replace(Rules.of(images[(int) ((i + 1) % 2)]));
      }
    } catch (ImageException refused) {
      throw new IllegalStateException(refused);
    } finally {
      swapped.set(true);
    }
  }

  private void look(byte[] frames, int at) {
    int id = Bytes.u32(frames, at + FrameLayout.ID);
    if ((next[id >>> SEQUENCE_BITS]++ & SEQUENCE) != (id & SEQUENCE)) disordered++;
    long image = Bytes.u64(frames, at + FrameLayout.IMAGE);
    int which = image == known[0].id() ? 0 : 1;
    by[which]++;
    int signal = at + FrameLayout.SIGNAL;
    boolean heartbeat = (frames[signal + Signal.TYPE] & 0xFF) == Signal.HEARTBEAT;
    Rules rules = known[which];
    long expected = heartbeat ? 0 : rules.check(rules.kind(frames, signal), frames, signal);
    boolean right =
        image == rules.id()
            && frames[at + FrameLayout.STATUS] == FrameLayout.OK
            && expected == Bytes.u64(frames, at + FrameLayout.VIOLATED);
    if (!right) wrong++;
    seen.lazySet(seen.get() + 1);
  }
}
