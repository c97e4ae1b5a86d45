/* SPDX-License-Identifier: Apache-2.0 */
#include "bitactor_ring.h"

size_t bit_ring_bytes(uint32_t stride) { return sizeof(bit_ring) + (size_t)BIT_RING * stride; }

bit_ring *bit_ring_init(void *memory, uint32_t stride, int many_producers) {
  bit_ring *ring = memory;
  ring->stride = stride;
  ring->many = many_producers;
  store_own(&ring->tail, 0);
  store_own(&ring->head, 0);
  for (uint32_t i = 0; i < BIT_RING; i++) store_own(&ring->turns[i], i);
  return ring;
}

static int offer_one(bit_ring *ring, const uint8_t *signal) {
  uint64_t tail = load_own(&ring->tail);
  if (tail - load_acquired(&ring->head) == BIT_RING) return 0;
  copy(ring->slots + (size_t)(tail % BIT_RING) * ring->stride, signal, ring->stride);
  store_released(&ring->tail, tail + 1);
  return 1;
}

static int offer_many(bit_ring *ring, const uint8_t *signal) {
  uint64_t tail = load_own(&ring->tail);
  for (;;) {
    uint64_t turn = load_acquired(&ring->turns[tail % BIT_RING]);
    if (turn < tail) return 0;
    if (turn > tail) tail = load_own(&ring->tail);
    else if (claim(&ring->tail, &tail, tail + 1)) break;
  }
  copy(ring->slots + (size_t)(tail % BIT_RING) * ring->stride, signal, ring->stride);
  store_released(&ring->turns[tail % BIT_RING], tail + 1);
  return 1;
}

int bit_ring_offer(bit_ring *ring, const void *signal) {
  return ring->many ? offer_many(ring, signal) : offer_one(ring, signal);
}
