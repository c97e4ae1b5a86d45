// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

import java.util.concurrent.atomic.AtomicLong;

/** For one producing thread. Each side writes its own counter only. */
public final class SingleProducerRing implements Ring {
  private final AtomicLong head = new AtomicLong();
  private final AtomicLong tail = new AtomicLong();
  private final byte[] slots;
  private final int stride;

  public SingleProducerRing(int stride) {
    this.stride = stride;
    slots = new byte[CAPACITY * stride];
  }

  @Override
  public boolean offer(byte[] signals, int at) {
    long position = tail.getPlain();
    if (position - head.getAcquire() == CAPACITY) return false;
    System.arraycopy(signals, at, slots, (int) (position % CAPACITY) * stride, stride);
    tail.setRelease(position + 1);
    return true;
  }

  @Override
  public int peek() {
    long position = head.getPlain();
    return position == tail.getAcquire() ? -1 : (int) (position % CAPACITY) * stride;
  }

  @Override
  public void advance() {
    head.setRelease(head.getPlain() + 1);
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
