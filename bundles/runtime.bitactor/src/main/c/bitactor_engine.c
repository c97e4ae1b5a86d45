/* SPDX-License-Identifier: Apache-2.0 */
#include "bitactor_ring.h"
#include "bitactor_format.h"

/* From so many signals of a kind in a batch on, lanes cost less than one signal after another. */
enum { WORTH_LANES = 6, MOST_SAID_TICKS = 0xFFFF };

struct bit_engine {
  bit_ring *ring;
  SHARED_POINTER(const bit_image) rules;
  SHARED_POINTER(const bit_image) used; /* by the batch at hand, or by the last one */
  bit_settings settings;
  bit_counters counters;
  uint64_t count;
  uint64_t *executed, *violating; /* by kind */
  uint8_t *frames;
  uint32_t frame_bytes;
};

uint32_t bit_stride(const bit_image *rules) {
  uint32_t most = PRESENCE_BYTES;
  for (uint32_t i = 0; i < rules->entries[RECORDS]; i++) {
    uint32_t bytes = u16(entry(rules, RECORDS, i) + 4);
    if (bytes > most) most = bytes;
  }
  return (BIT_RECORD + most + BIT_LINE - 1) / BIT_LINE * BIT_LINE;
}

static size_t header_bytes(void) { return (sizeof(bit_engine) + BIT_LINE - 1) / BIT_LINE * BIT_LINE; }

size_t bit_engine_bytes(uint32_t stride, uint32_t most_kinds) {
  return header_bytes() + 16 * (size_t)most_kinds + (size_t)BIT_FRAMES * (BIT_RESULT_SIGNAL + stride);
}

static int fits(const bit_engine *engine, const bit_image *rules) {
  return bit_stride(rules) <= engine->ring->stride && bit_kinds(rules) <= engine->settings.most_kinds;
}

bit_engine *bit_engine_init(void *memory, bit_ring *ring, const bit_image *rules, const bit_settings *settings) {
  bit_engine *engine = memory;
  bit_counters none = {0, 0, {0, 0, 0, 0}, {0, 0, 0, 0}};
  engine->ring = ring;
  engine->settings = *settings;
  engine->counters = none;
  engine->count = 0;
  engine->frame_bytes = BIT_RESULT_SIGNAL + ring->stride;
  engine->executed = (uint64_t *)(void *)((uint8_t *)memory + header_bytes());
  engine->violating = engine->executed + settings->most_kinds;
  engine->frames = (uint8_t *)(engine->violating + settings->most_kinds);
  for (uint32_t i = 0; i < settings->most_kinds; i++) engine->executed[i] = engine->violating[i] = 0;
  store_own(&engine->rules, rules);
  store_own(&engine->used, rules);
  return fits(engine, rules) ? engine : NULL;
}

int bit_engine_replace(bit_engine *engine, const bit_image *rules) {
  if (!fits(engine, rules)) return 0;
  store_ordered(&engine->rules, rules);
  return 1;
}

int bit_engine_uses(bit_engine *engine, const bit_image *rules) {
  return load_ordered(&engine->rules) == rules || load_ordered(&engine->used) == rules;
}

/* Says which rules it is going to use, and looks again: who saw them unused has replaced them before. */
static const bit_image *current_rules(bit_engine *engine) {
  const bit_image *rules;
  do {
    rules = load_ordered(&engine->rules);
    store_ordered(&engine->used, rules);
  } while (load_ordered(&engine->rules) != rules);
  return rules;
}

static void put(uint8_t *at, uint64_t value, int bytes) {
  for (int i = 0; i < bytes; i++) at[i] = (uint8_t)(value >> 8 * i);
}

static uint64_t execution_hash(const bit_engine *engine, const uint8_t *frame, uint64_t start) {
  uint64_t hash = start * 0x100000001B3u;
  for (uint32_t i = BIT_RESULT_SIGNAL; i < engine->frame_bytes; i += 8) {
    hash = (hash ^ u64(frame + i)) * 0x100000001B3u;
    hash ^= hash >> 29;
  }
  return hash;
}

static void end(bit_engine *engine, const bit_image *rules, uint8_t *frame, int status, const bit_outcome *outcome) {
  uint32_t ticks = outcome->ticks < MOST_SAID_TICKS ? outcome->ticks : MOST_SAID_TICKS;
  put(frame, u32(frame + BIT_RESULT_SIGNAL + BIT_ID), 4);
  frame[BIT_RESULT_STATUS] = (uint8_t)status;
  frame[BIT_RESULT_FLAGS] = (uint8_t)outcome->flags;
  put(frame + BIT_RESULT_TICKS, ticks, 2);
  put(frame + BIT_RESULT_VIOLATED, outcome->violated, 8);
  put(frame + BIT_RESULT_IMAGE, rules->id, 8);
  uint64_t start = rules->id ^ outcome->trace ^ outcome->violated;
  put(frame + BIT_RESULT_HASH, execution_hash(engine, frame, start), 8);
  engine->counters.signals++;
  engine->counters.ticks += outcome->ticks;
  engine->counters.statuses[status]++;
}

/* A signal without a record, or one that the user does not want checked: nothing is found. */
static int is_unchecked(const bit_engine *engine, const uint8_t *signal) {
  const bit_settings *settings = &engine->settings;
  return signal[BIT_TYPE] == BIT_HEARTBEAT || (settings->drop_debug && signal[BIT_TYPE] == BIT_DEBUG) ||
         (settings->drop_test && (signal[BIT_FLAGS] & BIT_TEST) != 0);
}

static uint32_t unchecked_flags(const uint8_t *signal) {
  return signal[BIT_TYPE] == BIT_HEARTBEAT ? 0 : BIT_RESULT_FILTERED;
}

static int32_t kind_of(const bit_image *rules, const uint8_t *signal) {
  if (signal[BIT_KIND] == BIT_BY_KEY) return bit_kind(rules, u64(signal + BIT_CONTEXT));
  return signal[BIT_KIND] < bit_kinds(rules) ? signal[BIT_KIND] : -1;
}

/* The kind of a signal that is to be executed; -1 when it was ended. */
static int32_t classify(bit_engine *engine, const bit_image *rules, uint8_t *frame) {
  const uint8_t *signal = frame + BIT_RESULT_SIGNAL;
  const bit_settings *settings = &engine->settings;
  uint32_t type = signal[BIT_TYPE];
  int known = type == BIT_HEARTBEAT || type == BIT_NORMAL || type == BIT_DEBUG;
  int unchecked = is_unchecked(engine, signal), status = BIT_OK;
  int32_t kind = kind_of(rules, signal);
  int affordable = kind >= 0 && bit_handler_ticks(rules, (uint32_t)kind) <= settings->budget;
  bit_outcome outcome = {0, 0, 0, 0};
  if (!known || (kind < 0 && !unchecked)) status = BIT_INVALID_SIGNAL;
  else if (unchecked) {
    if (affordable && !settings->bypass) return kind;
    outcome.flags = unchecked_flags(signal);
    if (settings->bypass) engine->counters.skipped[type == BIT_HEARTBEAT ? BIT_SKIPPED_HEARTBEAT : BIT_SKIPPED_FILTERED]++;
  } else if (!affordable) status = BIT_TICK_EXCEEDED;
  else {
    uint32_t necessity = bit_necessity(rules, (uint32_t)kind);
    if (!settings->bypass || necessity == 0) return kind;
    engine->counters.skipped[necessity == 1 ? BIT_SKIPPED_STATIC : BIT_SKIPPED_NO_OP]++;
  }
  end(engine, rules, frame, status, &outcome);
  return -1;
}

static void executed(bit_engine *engine, const bit_image *rules, uint32_t kind, uint8_t *frame, bit_outcome *outcome) {
  const uint8_t *signal = frame + BIT_RESULT_SIGNAL;
  if (is_unchecked(engine, signal)) {
    bit_outcome unseen = {0, 0, outcome->ticks, unchecked_flags(signal)};
    end(engine, rules, frame, BIT_OK, &unseen);
    return;
  }
  engine->executed[kind]++;
  if (outcome->violated != 0) engine->violating[kind]++;
  outcome->flags &= ~(uint32_t)BIT_RESULT_FILTERED;
  end(engine, rules, frame, BIT_OK, outcome);
}

/* Executes the signals of a kind in a batch. */
static void execute(bit_engine *engine, const bit_image *rules, uint32_t kind, uint8_t *const *frames, uint32_t count) {
  const void *records[BIT_BATCH];
  bit_outcome outcomes[BIT_BATCH];
  for (uint32_t i = 0; i < count; i++) records[i] = frames[i] + BIT_RESULT_SIGNAL + BIT_RECORD;
  if (count >= WORTH_LANES) bit_check_lanes(rules, kind, records, count, outcomes);
  else
    for (uint32_t i = 0; i < count; i++) outcomes[i] = bit_check(rules, kind, records[i]);
  for (uint32_t i = 0; i < count; i++) executed(engine, rules, kind, frames[i], &outcomes[i]);
}

uint32_t bit_engine_poll(bit_engine *engine) {
  const bit_image *rules = current_rules(engine);
  uint8_t *frames[BIT_BATCH], *same[BIT_BATCH];
  int32_t kinds[BIT_BATCH];
  uint32_t done = 0;
  for (const uint8_t *signal; done < BIT_BATCH && (signal = ring_peek(engine->ring)) != NULL; done++) {
    frames[done] = engine->frames + (size_t)(engine->count++ % BIT_FRAMES) * engine->frame_bytes;
    copy(frames[done] + BIT_RESULT_SIGNAL, signal, engine->ring->stride);
    ring_advance(engine->ring);
    kinds[done] = classify(engine, rules, frames[done]);
  }
  for (uint32_t i = 0; i < done; i++) {
    int32_t kind = kinds[i];
    uint32_t count = 0;
    if (kind < 0) continue;
    for (uint32_t j = i; j < done; j++)
      if (kinds[j] == kind) same[count++] = frames[j], kinds[j] = -1;
    execute(engine, rules, (uint32_t)kind, same, count);
  }
  if (engine->settings.sink != NULL)
    for (uint32_t i = 0; i < done; i++) engine->settings.sink(engine->settings.context, frames[i]);
  return done;
}

const bit_counters *bit_engine_counters(const bit_engine *engine) { return &engine->counters; }

uint64_t bit_engine_executed(const bit_engine *engine, uint32_t kind) { return engine->executed[kind]; }

uint64_t bit_engine_violating(const bit_engine *engine, uint32_t kind) { return engine->violating[kind]; }

uint32_t bit_engine_frame_bytes(const bit_engine *engine) { return engine->frame_bytes; }

uint32_t bit_engine_frames(const bit_engine *engine) {
  return engine->count < BIT_FRAMES ? (uint32_t)engine->count : BIT_FRAMES;
}

const uint8_t *bit_engine_frame(const bit_engine *engine, uint32_t index) {
  uint64_t first = engine->count - bit_engine_frames(engine);
  return engine->frames + (size_t)((first + index) % BIT_FRAMES) * engine->frame_bytes;
}
