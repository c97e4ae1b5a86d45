/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Execution of up to eight records at once: registers are eight lanes wide, and each instruction is decoded once. Where
 * lanes jump apart, those that went further wait; jumps only go forward, so one pass over the instructions is enough.
 */
#include "bitactor_values.h"

enum { L = BIT_LANES };

typedef struct {
  frame lanes[L];
  uint64_t presence[L];
  uint64_t registers[16][L];
  uint64_t violated[L], trace[L];
  uint32_t ticks[L], flags[L];
} batch;

/* All bits of a lane, or none. */
typedef struct {
  uint64_t lanes[L];
} mask;

/* Where a field is there. */
static mask presence_of(const batch *b, uint32_t operand) {
  mask m;
  for (int l = 0; l < L; l++)
    m.lanes[l] = is_field(operand) ? 0 - (b->presence[l] >> (operand & 0x3F) & 1) : ~(uint64_t)0;
  return m;
}

#define EACH_LANE(expression) \
  for (int l = 0; l < L; l++) { \
    const uint8_t *at = b->lanes[l].record + offset; \
    out[l] = (uint64_t)(expression); \
  }

static void fields(const batch *b, uint32_t operand, uint64_t *out) {
  const uint8_t *field = field_of(&b->lanes[0], operand);
  uint32_t offset = u16(field + 4);
  switch (u16(field + 8)) {
    case 0: EACH_LANE(*at != 0) break;
    case 1: EACH_LANE((int64_t)(int8_t)*at) break;
    case 2: EACH_LANE((int64_t)(int16_t)u16(at)) break;
    case 3: EACH_LANE((int64_t)(int32_t)u32(at)) break;
    case 5: EACH_LANE(*at) break;
    case 6: case 13: EACH_LANE(u16(at)) break;
    case 7: EACH_LANE(u32(at)) break;
    default: EACH_LANE(u64(at)) break;
  }
}

static void words(const batch *b, uint32_t operand, uint32_t immediate, uint64_t *out) {
  if (is_field(operand)) {
    mask present = presence_of(b, operand);
    fields(b, operand, out);
    for (int l = 0; l < L; l++) out[l] &= present.lanes[l];
    return;
  }
  uint64_t same = operand == CONSTANT ? constant(&b->lanes[0], immediate) : 0;
  for (int l = 0; l < L; l++)
    out[l] = operand < 16 ? b->registers[operand][l] : operand == PRESENCE ? b->presence[l] : same;
}

static void reals(const batch *b, uint32_t operand, uint32_t immediate, double *out) {
  for (int l = 0; l < L; l++) out[l] = real(&b->lanes[l], operand, immediate);
}

#define TESTS(expression) \
  for (int l = 0; l < L; l++) out[l] = (uint64_t)(expression)

static void test_words(const batch *b, uint32_t op, uint32_t a, uint32_t b_, uint32_t n, uint64_t *out) {
  uint64_t x[L], y[L], low = 0, high = 0;
  words(b, a, n, x);
  if (b_ != NONE) words(b, b_, n, y);
  else low = constant(&b->lanes[0], n), high = constant(&b->lanes[0], n + 1);
  switch (op) {
    case 0x10: TESTS(x[l] == y[l]); break;
    case 0x11: TESTS(x[l] != y[l]); break;
    case 0x12: TESTS((int64_t)x[l] < (int64_t)y[l]); break;
    case 0x13: TESTS((int64_t)x[l] <= (int64_t)y[l]); break;
    case 0x14: TESTS(x[l] < y[l]); break;
    case 0x15: TESTS(x[l] <= y[l]); break;
    case 0x30: TESTS(((int64_t)x[l] < (int64_t)low) | ((int64_t)x[l] > (int64_t)high)); break;
    default: TESTS((x[l] < low) | (x[l] > high)); break;
  }
}

static void test_reals(const batch *b, uint32_t op, uint32_t a, uint32_t b_, uint32_t n, uint64_t *out) {
  double x[L], y[L], low = 0, high = 0;
  reals(b, a, n, x);
  if (b_ != NONE) reals(b, b_, n, y);
  else low = real_of(constant(&b->lanes[0], n)), high = real_of(constant(&b->lanes[0], n + 1));
  switch (op) {
    case 0x16: TESTS(x[l] == y[l]); break;
    case 0x17: TESTS(x[l] != y[l]); break;
    case 0x18: TESTS(!(x[l] < y[l])); break;
    case 0x19: TESTS(!(x[l] <= y[l])); break;
    default: TESTS(!((low <= x[l]) & (x[l] <= high))); break;
  }
}

static void computed(const batch *b, uint32_t op, uint32_t a, uint32_t b_, uint32_t n, uint64_t *out) {
  uint64_t x[L], y[L];
  words(b, a, n, x);
  words(b, b_, n, y);
  switch (op) {
    case 0x03: TESTS(x[l] + y[l]); break;
    case 0x04: TESTS(x[l] - y[l]); break;
    case 0x05: TESTS(x[l] * y[l]); break;
    case 0x06: TESTS(x[l] & y[l]); break;
    case 0x07: TESTS(x[l] | y[l]); break;
    case 0x08: TESTS(x[l] ^ y[l]); break;
    case 0x09: TESTS(x[l] << (y[l] & 63)); break;
    case 0x0A: TESTS(x[l] >> (y[l] & 63)); break;
    case 0x0B: TESTS((int64_t)x[l] < (int64_t)y[l] ? x[l] : y[l]); break;
    default: TESTS((int64_t)x[l] > (int64_t)y[l] ? x[l] : y[l]); break;
  }
}

/* The value of an instruction in each lane. Texts are looked at lane by lane. */
static void values(const batch *b, const uint8_t *at, const mask *active, uint64_t *out) {
  uint32_t op = at[0], a = at[2], b_ = at[3], n = u32(at + 4);
  int words_ = (op >= 0x10 && op <= 0x15) || op == 0x30 || op == 0x31, reals_ = (op >= 0x16 && op <= 0x19) || op == 0x32;
  if (op <= 0x02) words(b, a, n, out);
  else if (op <= 0x0C) computed(b, op, a, b_, n, out);
  else if (op == 0x41) {
    words(b, a, n, out);
    for (int l = 0; l < L; l++) out[l] = (uint64_t)(int64_t)bit_kind(b->lanes[l].image, out[l]);
  } else if (words_ || reals_) {
    mask one = presence_of(b, a), other = presence_of(b, b_ == NONE ? CONSTANT : b_);
    if (words_) test_words(b, op, a, b_, n, out);
    else test_reals(b, op, a, b_, n, out);
    for (int l = 0; l < L; l++) out[l] &= one.lanes[l] & other.lanes[l];
  } else
    for (int l = 0; l < L; l++) out[l] = active->lanes[l] != 0 ? value(&b->lanes[l], op, a, b_, n) : 0;
}

static void store(batch *b, uint32_t destination, const mask *active, const uint64_t *result) {
  uint64_t *r = destination < 16 ? b->registers[destination] : b->violated;
  uint32_t bit = destination & 0x3F;
  for (int l = 0; l < L; l++)
    r[l] = destination < 16 ? (r[l] & ~active->lanes[l]) | (result[l] & active->lanes[l])
                            : r[l] | ((uint64_t)(result[l] != 0) << bit & active->lanes[l]);
}

/* Instructions that have effects, but no value. */
static void act(batch *b, const uint8_t *at, const mask *active) {
  uint32_t n = u32(at + 4);
  uint64_t seen[L];
  if (at[0] == 0x24)
    for (int l = 0; l < L; l++) b->flags[l] |= n & (uint32_t)active->lanes[l];
  else if (at[0] == 0x34)
    for (int l = 0; l < L; l++) b->violated[l] |= constant(&b->lanes[l], n) & ~b->presence[l] & active->lanes[l];
  else if (at[0] == 0x26) {
    words(b, at[2], n, seen);
    for (int l = 0; l < L; l++)
      if (active->lanes[l] != 0) b->trace[l] = traced(b->trace[l], seen[l]);
  }
}

static void run(batch *b, const uint8_t *handler, const mask *entered);

/* Leaves the helper's value in `out`; the registers are the caller's again. */
static void call(batch *b, const uint8_t *at, const mask *active, uint64_t *out) {
  uint64_t saved[16][L];
  for (int i = 0; i < 16 * L; i++) saved[i / L][i % L] = b->registers[i / L][i % L];
  words(b, at[2], 0, b->registers[0]);
  run(b, entry(b->lanes[0].image, HANDLERS, u32(at + 4)), active);
  for (int l = 0; l < L; l++) out[l] = b->registers[0][l];
  for (int i = 0; i < 16 * L; i++) b->registers[i / L][i % L] = saved[i / L][i % L];
}

/* Where lanes go on after a jump or an end. */
static void leave(const batch *b, const uint8_t *at, const mask *active, uint32_t *resume) {
  uint64_t condition[L];
  if (at[2] != NONE) words(b, at[2], 0, condition);
  for (int l = 0; l < L; l++)
    if (active->lanes[l] != 0 && (at[2] == NONE || condition[l] != 0)) resume[l] = at[0] == 0x21 ? UINT32_MAX : u32(at + 4);
}

static void run(batch *b, const uint8_t *handler, const mask *entered) {
  const uint8_t *code = entry(b->lanes[0].image, CODE, u32(handler));
  uint32_t resume[L]; /* the instruction before which a lane waits, or that it has passed */
  mask active = *entered;
  for (int l = 0; l < L; l++) resume[l] = entered->lanes[l] != 0 ? 0 : UINT32_MAX;
  for (uint32_t i = 0; i < u32(handler + 4); i++) {
    const uint8_t *at = code + 8 * (size_t)i;
    uint64_t any = 0, result[L];
    uint32_t op = at[0], cost = shape_of(op).ticks;
    for (int l = 0; l < L; l++) any |= active.lanes[l] = resume[l] <= i ? ~(uint64_t)0 : 0;
    if (any == 0) continue;
    for (int l = 0; l < L; l++) b->ticks[l] += cost & (uint32_t)active.lanes[l];
    if (op == 0x20 || op == 0x21) leave(b, at, &active, resume);
    else if (shape_of(op).destination == D_NONE) act(b, at, &active);
    else {
      if (op == 0x25) call(b, at, &active, result);
      else values(b, at, &active, result);
      store(b, at[1], &active, result);
    }
  }
}

void bit_check_lanes(const bit_image *image, uint32_t kind, const void *const *records, uint32_t count,
                     bit_outcome *outcomes) {
  const uint8_t *row = entry(image, KINDS, kind);
  batch b;
  mask there;
  if (count == 0) return;
  for (uint32_t l = 0; l < L; l++) {
    begin(&b.lanes[l], image, kind, records[l < count ? l : 0]);
    b.presence[l] = b.lanes[l].presence;
    b.violated[l] = b.trace[l] = 0;
    b.ticks[l] = b.flags[l] = 0;
    there.lanes[l] = l < count ? ~(uint64_t)0 : 0;
    for (int i = 0; i < 16; i++) b.registers[i][l] = 0;
  }
  for (uint32_t i = 0; i < u16(row + 16); i++) run(&b, entry(image, HANDLERS, u16(row + 14) + i), &there);
  for (uint32_t l = 0; l < count; l++)
    outcomes[l] = (bit_outcome){b.violated[l], b.trace[l], b.ticks[l], b.flags[l]};
}
