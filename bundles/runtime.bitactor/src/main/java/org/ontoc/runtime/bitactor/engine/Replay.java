// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

import java.util.Arrays;
import java.util.List;

/** Runs single signals, and runs traced ones again. */
public final class Replay {
  private Replay() {}

  /**
   * What became of a signal.
   *
   * @param kind -1 when the rules have none
   * @param bytes the whole frame
   */
  public record Frame(int id, int kind, int status, int ticks, long violated, byte[] bytes) {}

  /** Bytes of a signal of these rules. */
  public static int stride(Rules rules) {
    return Signal.stride(rules.image().recordBytes());
  }

  /** Runs a signal with every tick that its kind may cost. */
  public static Frame run(Rules rules, byte[] signal) {
    return run(rules, signal, Integer.MAX_VALUE, Filter.NONE);
  }

  private static Frame run(Rules rules, byte[] signal, int budget, Filter filter) {
    Ring ring = new SingleProducerRing(stride(rules));
    if (signal.length != ring.stride())
      throw new IllegalArgumentException("a signal has " + ring.stride() + " bytes");
    byte[][] kept = {{}};
    Engine.Sink sink =
        (frames, at) ->
            kept[0] = Arrays.copyOfRange(frames, at, at + FrameLayout.SIGNAL + ring.stride());
    Engine engine = new Engine(ring, rules, budget, false, filter, sink);
    ring.offer(signal, 0);
    engine.poll();
    return frame(rules, kept[0]);
  }

  /** What can be observed of a frame, mixed: id, status, flags and violated checks. */
  public static long observable(byte[] frames, int at) {
    long head = Bytes.u64(frames, at) & 0xFFFF_FFFF_FFFFL;
    return Long.rotateLeft(Bytes.u64(frames, at + FrameLayout.VIOLATED), 17) ^ head;
  }

  /** The frames of a trace in Turtle. */
  public static List<Frame> frames(String document) {
    return Trace.read(document).stream().map(Replay::frame).toList();
  }

  private static Frame frame(byte[] bytes) {
    return new Frame(
        Bytes.u32(bytes, FrameLayout.ID),
        -1,
        bytes[FrameLayout.STATUS],
        Bytes.u16(bytes, FrameLayout.TICKS),
        Bytes.u64(bytes, FrameLayout.VIOLATED),
        bytes);
  }

  private static Frame frame(Rules rules, byte[] bytes) {
    Frame read = frame(bytes);
    int kind = rules.kind(bytes, FrameLayout.SIGNAL);
    return new Frame(read.id(), kind, read.status(), read.ticks(), read.violated(), bytes);
  }

  /** How many frames come out otherwise when their signals run again. */
  public static long different(Rules rules, List<Frame> frames) {
    return frames.stream().filter(frame -> !isSame(rules, frame)).count();
  }

  private static boolean isSame(Rules rules, Frame frame) {
    byte[] bytes = frame.bytes();
    byte[] signal = Arrays.copyOfRange(bytes, FrameLayout.SIGNAL, bytes.length);
    boolean filtered = (bytes[FrameLayout.FLAGS] & FrameLayout.FILTERED) != 0;
    int budget = frame.status() == FrameLayout.TICK_EXCEEDED ? 0 : Integer.MAX_VALUE;
    byte[] again = run(rules, signal, budget, new Filter(filtered, filtered)).bytes();
    // Ticks are what was spent, and less where the engine knew the outcome before.
    Bytes.u16(again, FrameLayout.TICKS, Bytes.u16(bytes, FrameLayout.TICKS));
    return Arrays.equals(bytes, again);
  }
}
