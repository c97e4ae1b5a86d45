// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

/**
 * Takes signals from a ring, checks them and tells a sink. One thread consumes; any thread may
 * replace the rules. Nothing is allocated for a signal.
 */
public final class Engine {
  public static final int DEFAULT_BUDGET = 8;

  /** Signals between two looks at the rules. */
  static final int BATCH = 8;

  /** Frames that are kept; older ones are overwritten. */
  static final int FRAMES = 4096;

  private static final int MOST_KINDS = 0x10000;
  private static final long PRIME = 0x100000001B3L;

  private final Ring ring;
  private final int budget;
  private final boolean bypass;
  private final Filter filter;
  private final Sink sink;
  private final int frameBytes;
  private final byte[] frames;
  private final Counters counters = new Counters(MOST_KINDS);
  private volatile Rules rules;
  private long count;

  /** Hears of each signal. */
  public interface Sink {
    /** A frame begins at a place and is there until the call returns. */
    void accept(byte[] frames, int at);
  }

  /**
   * An engine.
   *
   * @param budget the most ticks of a handler; a kind that costs more is not executed, and its
   *     signals have the status TICK_EXCEEDED
   * @param bypass whether signals whose outcome is known are not executed
   */
  public Engine(Ring ring, Rules rules, int budget, boolean bypass, Filter filter, Sink sink) {
    this.ring = ring;
    this.rules = rules;
    this.budget = budget;
    this.bypass = bypass;
    this.filter = filter;
    this.sink = sink;
    require(rules);
    frameBytes = FrameLayout.SIGNAL + ring.stride();
    frames = new byte[FRAMES * frameBytes];
  }

  private void require(Rules wanted) {
    if (Signal.stride(wanted.image().recordBytes()) > ring.stride())
      throw new IllegalArgumentException("a record of these rules does not fit the ring's signals");
  }

  /**
   * Replaces the rules from the next batch on: each signal is checked by one set of rules, and none
   * is lost.
   *
   * @throws IllegalArgumentException when a record of the rules does not fit the ring
   */
  public void replace(Rules next) {
    require(next);
    rules = next;
  }

  public Counters counters() {
    return counters;
  }

  /** Bytes of a frame. */
  public int frameBytes() {
    return frameBytes;
  }

  /** The frames that are kept, oldest first. */
  public byte[] kept() {
    int kept = (int) Math.min(count, FRAMES);
    byte[] copy = new byte[kept * frameBytes];
    for (int i = 0; i < kept; i++) {
      int from = (int) ((count - kept + i) % FRAMES) * frameBytes;
      System.arraycopy(frames, from, copy, i * frameBytes, frameBytes);
    }
    return copy;
  }

  /** Handles what is in the ring, at most a batch; returns how many signals that were. */
  public int poll() {
    Rules current = rules;
    int done = 0;
    for (int at = ring.peek(); done < BATCH && at >= 0; at = done < BATCH ? ring.peek() : -1) {
      int frame = (int) (count++ % FRAMES) * frameBytes;
      System.arraycopy(ring.bytes(), at, frames, frame + FrameLayout.SIGNAL, ring.stride());
      ring.advance();
      handle(current, frame);
      sink.accept(frames, frame);
      done++;
    }
    return done;
  }

  private void handle(Rules current, int frame) {
    int signal = frame + FrameLayout.SIGNAL;
    int type = frames[signal + Signal.TYPE] & 0xFF;
    int kind = current.kind(frames, signal);
    boolean heartbeat = type == Signal.HEARTBEAT;
    boolean known = heartbeat || type == Signal.NORMAL || type == Signal.DEBUG;
    boolean unchecked = heartbeat || filter.drops(type, frames[signal + Signal.FLAGS] & 0xFF);
    if (!known || kind < 0 && !unchecked)
      end(current, frame, FrameLayout.INVALID_SIGNAL, 0, 0, 0, 0);
    else if (unchecked) unchecked(current, frame, heartbeat, kind);
    else if (current.handlerTicks(kind) > budget)
      end(current, frame, FrameLayout.TICK_EXCEEDED, 0, 0, 0, 0);
    else if (bypass && !current.isDynamic(kind)) {
      counters.skip(current.isDecided(kind) ? Counters.ZeroTick.STATIC : Counters.ZeroTick.NO_OP);
      end(current, frame, FrameLayout.OK, 0, 0, 0, 0);
    } else {
      long violated = current.check(kind, frames, signal);
      counters.execute(kind, violated);
      end(
          current,
          frame,
          FrameLayout.OK,
          current.flags() & ~FrameLayout.FILTERED,
          current.ticks(),
          violated,
          current.trace());
    }
  }

  /** A signal without a record, or one that the user does not want checked: nothing is found. */
  private void unchecked(Rules current, int frame, boolean heartbeat, int kind) {
    int flags = heartbeat ? 0 : FrameLayout.FILTERED;
    if (bypass) {
      counters.skip(heartbeat ? Counters.ZeroTick.HEARTBEAT : Counters.ZeroTick.FILTERED);
      end(current, frame, FrameLayout.OK, flags, 0, 0, 0);
      return;
    }
    boolean executable = kind >= 0 && current.handlerTicks(kind) <= budget;
    if (executable) current.check(kind, frames, frame + FrameLayout.SIGNAL);
    end(current, frame, FrameLayout.OK, flags, executable ? current.ticks() : 0, 0, 0);
  }

  private void end(
      Rules current, int frame, int status, int flags, int ticks, long violated, long trace) {
    Bytes.u32(
        frames, frame + FrameLayout.ID, Bytes.u32(frames, frame + FrameLayout.SIGNAL + Signal.ID));
    frames[frame + FrameLayout.STATUS] = (byte) status;
    frames[frame + FrameLayout.FLAGS] = (byte) flags;
    Bytes.u16(frames, frame + FrameLayout.TICKS, Math.min(ticks, 0xFFFF));
    Bytes.u64(frames, frame + FrameLayout.VIOLATED, violated);
    Bytes.u64(frames, frame + FrameLayout.IMAGE, current.id());
    Bytes.u64(frames, frame + FrameLayout.HASH, hash(current.id() ^ trace, frame, violated));
    counters.end(status, ticks);
  }

  private long hash(long start, int frame, long violated) {
    long hash = (start ^ violated) * PRIME;
    int signal = frame + FrameLayout.SIGNAL;
    for (int i = 0; i < ring.stride(); i += Long.BYTES) {
      hash = (hash ^ Bytes.u64(frames, signal + i)) * PRIME;
      hash ^= hash >>> 29;
    }
    return hash;
  }
}
