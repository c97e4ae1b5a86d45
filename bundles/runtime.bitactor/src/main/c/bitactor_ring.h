/* SPDX-License-Identifier: Apache-2.0 */
/* The consumer's side of a ring. */
#ifndef BITACTOR_RING_H
#define BITACTOR_RING_H

#include "bitactor_atomics.h"
#include "bitactor_engine.h"

/* Each side's counter has a cache line of its own. */
struct bit_ring {
  uint32_t stride;
  int many;
  _Alignas(BIT_LINE) shared_word tail;
  _Alignas(BIT_LINE) shared_word head;
  /* With many producers, by slot: whether it is free or full, and in which round. */
  _Alignas(BIT_LINE) shared_word turns[BIT_RING];
  _Alignas(BIT_LINE) uint8_t slots[];
};

/* The oldest signal; NULL when there is none. */
static inline const uint8_t *ring_peek(bit_ring *ring) {
  uint64_t head = load_own(&ring->head);
  int full = ring->many ? load_acquired(&ring->turns[head % BIT_RING]) == head + 1 : load_acquired(&ring->tail) != head;
  return full ? ring->slots + (size_t)(head % BIT_RING) * ring->stride : NULL;
}

/* Gives the oldest signal's room back. */
static inline void ring_advance(bit_ring *ring) {
  uint64_t head = load_own(&ring->head);
  if (ring->many) store_released(&ring->turns[head % BIT_RING], head + BIT_RING);
  store_released(&ring->head, head + 1);
}

static inline void copy(uint8_t *to, const uint8_t *from, size_t bytes) {
  for (size_t i = 0; i < bytes; i++) to[i] = from[i];
}

#endif
