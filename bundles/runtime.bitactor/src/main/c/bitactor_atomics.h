/* SPDX-License-Identifier: Apache-2.0 */
/* What rings and engines share between threads: C11's atomics, or plain words where there is one thread. */
#ifndef BITACTOR_ATOMICS_H
#define BITACTOR_ATOMICS_H

#include <stdint.h>

#if defined(__STDC_NO_ATOMICS__) || defined(BIT_ONE_THREAD)
typedef uint64_t shared_word;
#define SHARED_POINTER(type) type *
#define load_own(at) (*(at))
#define load_acquired(at) (*(at))
#define load_ordered(at) (*(at))
#define store_own(at, value) ((void)(*(at) = (value)))
#define store_released(at, value) ((void)(*(at) = (value)))
#define store_ordered(at, value) ((void)(*(at) = (value)))
static inline int claim(shared_word *at, uint64_t *expected, uint64_t value) {
  (void)expected;
  *at = value;
  return 1;
}
#else
#include <stdatomic.h>
typedef _Atomic uint64_t shared_word;
#define SHARED_POINTER(type) type *_Atomic
#define load_own(at) atomic_load_explicit(at, memory_order_relaxed)
#define load_acquired(at) atomic_load_explicit(at, memory_order_acquire)
#define load_ordered(at) atomic_load_explicit(at, memory_order_seq_cst)
#define store_own(at, value) atomic_store_explicit(at, value, memory_order_relaxed)
#define store_released(at, value) atomic_store_explicit(at, value, memory_order_release)
#define store_ordered(at, value) atomic_store_explicit(at, value, memory_order_seq_cst)
/* Changes a word from what is expected; otherwise tells what it is. */
static inline int claim(shared_word *at, uint64_t *expected, uint64_t value) {
  return atomic_compare_exchange_weak_explicit(at, expected, value, memory_order_relaxed, memory_order_relaxed);
}
#endif

#endif
