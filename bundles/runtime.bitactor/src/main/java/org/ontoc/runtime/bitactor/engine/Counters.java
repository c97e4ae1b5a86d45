// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

/** What an engine did, for its consuming thread to read. */
public final class Counters {
  /** Signals for which nothing was executed, by the reason. */
  public enum ZeroTick {
    /** They carry no record. */
    HEARTBEAT,
    /** The user's filter. */
    FILTERED,
    /** Every constraint of their kind was decided when it was compiled. */
    STATIC,
    /** Nothing is asked of their kind. */
    NO_OP
  }

  private final long[] skipped = new long[ZeroTick.values().length];

  /** By kind: signals executed. */
  private final long[] executed;

  private final long[] violating;
  private final long[] statuses = new long[FrameLayout.ERROR + 1];
  private long signals;
  private long ticks;

  Counters(int kinds) {
    executed = new long[kinds];
    violating = new long[kinds];
  }

  void skip(ZeroTick why) {
    skipped[why.ordinal()]++;
  }

  void execute(int kind, long violated) {
    executed[kind]++;
    if (violated != 0) violating[kind]++;
  }

  void end(int status, int cost) {
    signals++;
    ticks += cost;
    statuses[status]++;
  }

  public long signals() {
    return signals;
  }

  public long ticks() {
    return ticks;
  }

  public long skipped(ZeroTick why) {
    return skipped[why.ordinal()];
  }

  public long executed(int kind) {
    return executed[kind];
  }

  public long violating(int kind) {
    return violating[kind];
  }

  public long violating() {
    return java.util.Arrays.stream(violating).sum();
  }

  /** Signals of an unknown type or kind. */
  public long invalid() {
    return statuses[FrameLayout.INVALID_SIGNAL];
  }

  /** Signals of kinds that cost more than the budget. */
  public long exceeded() {
    return statuses[FrameLayout.TICK_EXCEEDED];
  }
}
