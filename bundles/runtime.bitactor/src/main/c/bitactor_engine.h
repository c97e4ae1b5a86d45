/* SPDX-License-Identifier: Apache-2.0 */
/*
 * BitActor's engine: takes signals from a ring, checks them and tells a sink (docs/bitactor.md says the bytes of signals
 * and frames). Freestanding C11: the caller gives the memory. One thread consumes; any number produces, and any may replace
 * the rules. With BIT_ONE_THREAD, or where there are no atomics, everything is one thread's.
 */
#ifndef BITACTOR_ENGINE_H
#define BITACTOR_ENGINE_H

#include "bitactor.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { BIT_RING = 1024, BIT_FRAMES = 4096, BIT_BATCH = BIT_LANES, BIT_LINE = 64 };
enum { BIT_NORMAL = 0x01, BIT_DEBUG = 0x80, BIT_HEARTBEAT = 0xFF, BIT_TEST = 0x80, BIT_BY_KEY = 0xFF };
enum { BIT_OK, BIT_INVALID_SIGNAL, BIT_TICK_EXCEEDED, BIT_ERROR, BIT_STATUSES };
enum { BIT_SKIPPED_HEARTBEAT, BIT_SKIPPED_FILTERED, BIT_SKIPPED_STATIC, BIT_SKIPPED_NO_OP, BIT_SKIPPED_CLASSES };

/* Where the parts of a signal, and of the result with which its frame begins, are. */
enum { BIT_ID = 0, BIT_TYPE = 4, BIT_FLAGS = 5, BIT_KIND = 6, BIT_PRIORITY = 7, BIT_PAYLOAD = 8, BIT_TIMESTAMP = 16 };
enum { BIT_CONTEXT = 24, BIT_RECORD = 32 };
enum { BIT_RESULT_STATUS = 4, BIT_RESULT_FLAGS = 5, BIT_RESULT_TICKS = 6, BIT_RESULT_HASH = 8, BIT_RESULT_VIOLATED = 16 };
enum { BIT_RESULT_IMAGE = 24, BIT_RESULT_SIGNAL = 32, BIT_RESULT_FILTERED = 0x80 };

typedef struct bit_ring bit_ring;
typedef struct bit_engine bit_engine;

/* Hears of each signal; the frame is there until the call returns. */
typedef void (*bit_sink)(void *context, const uint8_t *frame);

typedef struct bit_settings {
  uint32_t budget; /* the most ticks of a handler; a kind that costs more has the status BIT_TICK_EXCEEDED */
  uint32_t most_kinds; /* of any rules; so many are counted */
  int bypass; /* whether signals whose outcome is known are not executed */
  int drop_debug, drop_test; /* signals that the user does not want checked */
  bit_sink sink; /* may be NULL */
  void *context;
} bit_settings;

/* What an engine did; for the thread that consumes. */
typedef struct bit_counters {
  uint64_t signals, ticks;
  uint64_t statuses[BIT_STATUSES];
  uint64_t skipped[BIT_SKIPPED_CLASSES];
} bit_counters;

/* Bytes of a signal of these rules: a multiple of a cache line. */
uint32_t bit_stride(const bit_image *rules);

/* A ring of signals of a stride, in memory of bit_ring_bytes bytes that begins at a cache line. */
size_t bit_ring_bytes(uint32_t stride);
bit_ring *bit_ring_init(void *memory, uint32_t stride, int many_producers);

/* Appends a copy of a signal; 0 when the ring is full, and then the producer decides. */
int bit_ring_offer(bit_ring *ring, const void *signal);

/* An engine in memory of bit_engine_bytes bytes that begins at a cache line; NULL when the rules do not fit. */
size_t bit_engine_bytes(uint32_t stride, uint32_t most_kinds);
bit_engine *bit_engine_init(void *memory, bit_ring *ring, const bit_image *rules, const bit_settings *settings);

/* Replaces the rules from the next batch on; 0, and nothing is changed, when a record of theirs does not fit. */
int bit_engine_replace(bit_engine *engine, const bit_image *rules);

/* Whether an engine is using rules, or will: when not, their memory can be given back. */
int bit_engine_uses(bit_engine *engine, const bit_image *rules);

/* Handles what is in the ring, at most a batch; returns how many signals that were. */
uint32_t bit_engine_poll(bit_engine *engine);

const bit_counters *bit_engine_counters(const bit_engine *engine);
uint64_t bit_engine_executed(const bit_engine *engine, uint32_t kind);
uint64_t bit_engine_violating(const bit_engine *engine, uint32_t kind);

/* Telemetry: the last BIT_FRAMES frames, 0 being the oldest that is kept. */
uint32_t bit_engine_frame_bytes(const bit_engine *engine);
uint32_t bit_engine_frames(const bit_engine *engine);
const uint8_t *bit_engine_frame(const bit_engine *engine, uint32_t index);

#ifdef __cplusplus
}
#endif

#endif
