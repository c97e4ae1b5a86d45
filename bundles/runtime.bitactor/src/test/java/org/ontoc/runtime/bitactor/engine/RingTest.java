// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RingTest {
  static Stream<Ring> rings() {
    return Stream.of(new SingleProducerRing(64), new ManyProducersRing(64));
  }

  @ParameterizedTest
  @MethodSource("rings")
  void holdsItsCapacityAndThenSaysNo(Ring ring) {
    byte[] signal = new byte[64];
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < Ring.CAPACITY; i++) {
        Bytes.u32(signal, Signal.ID, i);
        assertTrue(ring.offer(signal, 0));
      }
      assertFalse(ring.offer(signal, 0));
      for (int i = 0; i < Ring.CAPACITY; i++) {
        assertEquals(i, Bytes.u32(ring.bytes(), ring.peek() + Signal.ID));
        ring.advance();
      }
      assertEquals(-1, ring.peek());
    }
  }

  @Test
  void manyProducersLoseNothing() throws InterruptedException {
    Ring ring = new ManyProducersRing(64);
    int each = 50_000;
    List<Thread> producers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int producer = i;
      producers.add(Thread.ofPlatform().start(() -> produce(ring, producer, each)));
    }
    int[] next = new int[3];
    for (int done = 0; done < 3 * each; ) {
      int at = ring.peek();
      if (at < 0) {
        Thread.onSpinWait();
        continue;
      }
      int producer = ring.bytes()[at + Signal.KIND];
      assertEquals(next[producer]++, Bytes.u32(ring.bytes(), at + Signal.ID));
      ring.advance();
      done++;
    }
    for (Thread producer : producers) producer.join();
  }

  private static void produce(Ring ring, int producer, int count) {
    byte[] signal = new byte[64];
    signal[Signal.KIND] = (byte) producer;
    for (int i = 0; i < count; i++) {
      Bytes.u32(signal, Signal.ID, i);
      while (!ring.offer(signal, 0)) Thread.yield();
    }
  }
}
