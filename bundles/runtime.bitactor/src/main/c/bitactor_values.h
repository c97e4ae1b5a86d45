/* SPDX-License-Identifier: Apache-2.0 */
/* The operands of a handler that runs over one record, and what is asked of them. */
#ifndef BITACTOR_VALUES_H
#define BITACTOR_VALUES_H

#include "bitactor_format.h"

typedef struct {
  const bit_image *image;
  const uint8_t *record;
  const uint8_t *fields; /* the first field's entry */
  uint64_t presence;
  uint64_t registers[16];
} frame;

static inline int is_present(const frame *f, uint32_t operand) {
  return !is_field(operand) || (f->presence >> (operand & 0x3F) & 1) != 0;
}

static inline const uint8_t *field_of(const frame *f, uint32_t operand) { return f->fields + 12 * (operand & 0x3F); }

static inline uint64_t constant(const frame *f, uint32_t index) { return u64(entry(f->image, CONSTANTS, index)); }

static inline uint64_t word(const frame *f, uint32_t operand, uint32_t immediate) {
  if (operand < 16) return f->registers[operand];
  if (operand == PRESENCE) return f->presence;
  if (operand == CONSTANT) return constant(f, immediate);
  if (!is_present(f, operand)) return 0;
  const uint8_t *field = field_of(f, operand), *at = f->record + u16(field + 4);
  switch (u16(field + 8)) {
    case 0: return *at != 0;
    case 1: return (uint64_t)(int64_t)(int8_t)*at;
    case 2: return (uint64_t)(int64_t)(int16_t)u16(at);
    case 3: return (uint64_t)(int64_t)(int32_t)u32(at);
    case 5: return *at;
    case 6: case 13: return u16(at);
    case 7: return u32(at);
    default: return u64(at);
  }
}

static inline double real_of(uint64_t bits) {
  union { uint64_t bits; double real; } pun = {bits};
  return pun.real;
}

static inline double real(const frame *f, uint32_t operand, uint32_t immediate) {
  if (operand == CONSTANT) return real_of(constant(f, immediate));
  const uint8_t *field = field_of(f, operand), *at = f->record + u16(field + 4);
  if (u16(field + 8) == 10) return real_of(u64(at));
  union { uint32_t bits; float real; } pun = {u32(at)};
  return (double)pun.real;
}

typedef struct {
  const uint8_t *at;
  uint32_t length;
} text;

static inline text text_of(const frame *f, uint32_t operand, uint32_t immediate) {
  text t = {NULL, 0};
  uint32_t most = UINT32_MAX;
  if (operand == CONSTANT) t.at = entry(f->image, TEXT, (uint32_t)constant(f, immediate));
  else t.at = f->record + u16(field_of(f, operand) + 4), most = u16(field_of(f, operand) + 6);
  if (!is_present(f, operand)) return t;
  while (t.length < most && t.at[t.length] != 0) t.length++;
  return t;
}

static inline int is_same(text one, text two) {
  if (one.length != two.length) return 0;
  for (uint32_t i = 0; i < one.length; i++)
    if (one.at[i] != two.at[i]) return 0;
  return 1;
}

static inline uint64_t characters(text t) {
  uint64_t count = 0;
  for (uint32_t i = 0; i < t.length; i++) count += (t.at[i] & 0xC0) != 0x80;
  return count;
}

static inline int matches(const uint8_t *dfa, text t) {
  uint32_t states = u32(dfa), classes = u32(dfa + 4), state = u32(dfa + 8);
  for (uint32_t i = 0; i < t.length; i++)
    state = u16(dfa + AUTOMATON_HEADER + 2 * (state * classes + dfa[16 + t.at[i]]));
  return dfa[AUTOMATON_HEADER + 2 * states * classes + state];
}

static inline int test(const frame *f, uint32_t op, uint32_t a, uint32_t b, uint32_t n) {
  if (!is_present(f, a) || (b != NONE && !is_present(f, b))) return 0;
  switch (op) {
    case 0x10: return word(f, a, n) == word(f, b, n);
    case 0x11: return word(f, a, n) != word(f, b, n);
    case 0x12: return (int64_t)word(f, a, n) < (int64_t)word(f, b, n);
    case 0x13: return (int64_t)word(f, a, n) <= (int64_t)word(f, b, n);
    case 0x14: return word(f, a, n) < word(f, b, n);
    case 0x15: return word(f, a, n) <= word(f, b, n);
    case 0x16: return real(f, a, n) == real(f, b, n);
    case 0x17: return real(f, a, n) != real(f, b, n);
    case 0x18: return !(real(f, a, n) < real(f, b, n));
    case 0x19: return !(real(f, a, n) <= real(f, b, n));
    case 0x1A: return is_same(text_of(f, a, n), text_of(f, b, n));
    case 0x1B: return !is_same(text_of(f, a, n), text_of(f, b, n));
    case 0x30:
      return (int64_t)word(f, a, n) < (int64_t)constant(f, n) || (int64_t)word(f, a, n) > (int64_t)constant(f, n + 1);
    case 0x31: return word(f, a, n) < constant(f, n) || word(f, a, n) > constant(f, n + 1);
    case 0x32: return !(real_of(constant(f, n)) <= real(f, a, n) && real(f, a, n) <= real_of(constant(f, n + 1)));
    case 0x35: {
      int64_t length = (int64_t)characters(text_of(f, a, n));
      return length < (int64_t)constant(f, n) || length > (int64_t)constant(f, n + 1);
    }
    default: return !matches(f->image->bytes + f->image->automaton[n], text_of(f, a, n));
  }
}

static inline uint64_t value(const frame *f, uint32_t op, uint32_t a, uint32_t b, uint32_t n) {
  if (op <= 0x02) return word(f, a, n);
  if (op == 0x22) return fnv(FNV_BASIS, text_of(f, a, n).at, text_of(f, a, n).length);
  if (op == 0x23) return characters(text_of(f, a, n));
  if (op == 0x41) return (uint64_t)(int64_t)bit_kind(f->image, word(f, a, n));
  if (op > 0x0C) return (uint64_t)test(f, op, a, b, n);
  uint64_t x = word(f, a, n), y = word(f, b, n);
  switch (op) {
    case 0x03: return x + y;
    case 0x04: return x - y;
    case 0x05: return x * y;
    case 0x06: return x & y;
    case 0x07: return x | y;
    case 0x08: return x ^ y;
    case 0x09: return x << (y & 63);
    case 0x0A: return x >> (y & 63);
    case 0x0B: return (int64_t)x < (int64_t)y ? x : y;
    default: return (int64_t)x > (int64_t)y ? x : y;
  }
}

/* The record of a kind, with no register written. */
static inline void begin(frame *f, const bit_image *image, uint32_t kind, const void *record) {
  const uint8_t *layout = entry(image, RECORDS, u16(entry(image, KINDS, kind) + 12));
  f->image = image;
  f->record = record;
  f->fields = entry(image, FIELDS, u16(layout + 6));
  f->presence = u64(f->record);
  if (u16(layout + 8) < 64) f->presence &= ((uint64_t)1 << u16(layout + 8)) - 1;
}

/* What TRACE makes of the words that it saw before, and one more. */
static inline uint64_t traced(uint64_t trace, uint64_t word) { return (trace ^ word) * 0x100000001B3u + 1; }

#endif
