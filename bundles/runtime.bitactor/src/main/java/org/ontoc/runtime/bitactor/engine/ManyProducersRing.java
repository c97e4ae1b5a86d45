// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * For any number of producing threads: each slot has a turn, which says whether it is free or full,
 * and in which round.
 */
public final class ManyProducersRing implements Ring {
  private final AtomicLong tail = new AtomicLong();
  private final AtomicLongArray turns = new AtomicLongArray(CAPACITY);
  private final byte[] slots;
  private final int stride;
  private long head;

  public ManyProducersRing(int stride) {
    this.stride = stride;
    slots = new byte[CAPACITY * stride];
    for (int i = 0; i < CAPACITY; i++) turns.setPlain(i, i);
  }

  @Override
  public boolean offer(byte[] signals, int at) {
    long position = tail.get();
    while (true) {
      int slot = (int) (position % CAPACITY);
      long turn = turns.getAcquire(slot);
      if (turn < position) return false;
      if (turn == position && tail.compareAndSet(position, position + 1)) {
        System.arraycopy(signals, at, slots, slot * stride, stride);
        turns.setRelease(slot, position + 1);
        return true;
      }
      position = tail.get();
    }
  }

  @Override
  public int peek() {
    int slot = (int) (head % CAPACITY);
    return turns.getAcquire(slot) == head + 1 ? slot * stride : -1;
  }

  @Override
  public void advance() {
    turns.setRelease((int) (head % CAPACITY), head + CAPACITY);
    head++;
  }

  @Override
  public byte[] bytes() {
    return slots;
  }

  @Override
  public int stride() {
    return stride;
  }
}
