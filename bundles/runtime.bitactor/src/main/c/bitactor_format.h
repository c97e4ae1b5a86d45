/* SPDX-License-Identifier: Apache-2.0 */
/* What loading and execution both know of the format. */
#ifndef BITACTOR_FORMAT_H
#define BITACTOR_FORMAT_H

#include "bitactor.h"

enum section { KINDS, HASHES, RECORDS, FIELDS, CHECKS, HANDLERS, CODE, CONSTANTS, AUTOMATA, TEXT };
enum kind_of_value { WORD, REAL, STRING };
enum { HEADER = 24 + 16 * BIT_SECTIONS, AUTOMATON_HEADER = 16 + 256, MOST_BYTES = 1 << 24, PRESENCE_BYTES = 8 };
enum { NONE = 0xFF, CONSTANT = 0x80, PRESENCE = 0xC0, NO_FIELD = 0xFFFF, UNREACHED = 0xFFFF };

static const uint8_t ENTRY_BYTES[BIT_SECTIONS] = {24, 4, 20, 12, 12, 12, 8, 16, 0, 1};
static const uint64_t FNV_BASIS = 0xCBF29CE484222325u;

static inline uint32_t u16(const uint8_t *at) { return (uint32_t)at[0] | (uint32_t)at[1] << 8; }
static inline uint32_t u32(const uint8_t *at) { return u16(at) | u16(at + 2) << 16; }
static inline uint64_t u64(const uint8_t *at) { return (uint64_t)u32(at) | (uint64_t)u32(at + 4) << 32; }
static inline uint32_t padded(uint32_t size) { return (size + 7u) & ~7u; }

static inline uint64_t fnv(uint64_t hash, const uint8_t *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) hash = (hash ^ bytes[i]) * 0x100000001B3u;
  return hash;
}

static inline const uint8_t *entry(const bit_image *image, enum section section, uint32_t index) {
  return image->bytes + image->offset[section] + (size_t)index * ENTRY_BYTES[section];
}

enum use { U_NONE, U_WORD, U_VARIABLE, U_OPTIONAL, U_REAL, U_TEXT, U_TEXT_FIELD };
enum destination { D_NONE, D_REGISTER, D_EITHER };
enum immediate { I_NONE, I_CONSTANT, I_RANGE, I_REALS, I_AUTOMATON, I_TARGET, I_FLAGS, I_HELPER };
typedef struct {
  uint8_t known, ticks, destination, a, b, immediate;
} shape;

static inline shape shape_of(uint32_t code) {
  static const shape none = {0, 0, 0, 0, 0, 0};
  shape s = {1, 1, D_EITHER, U_WORD, U_WORD, I_NONE};
  if (code == 0x00 || code == 0x40) s = (shape){1, 0, D_NONE, U_NONE, U_NONE, I_NONE};
  else if (code == 0x01) s = (shape){1, 1, D_REGISTER, U_WORD, U_NONE, I_NONE};
  else if (code == 0x02) s.b = U_NONE;
  else if (code >= 0x03 && code <= 0x0C) return s;
  else if (code >= 0x10 && code <= 0x15) return s;
  else if (code >= 0x16 && code <= 0x19) s.a = s.b = U_REAL;
  else if (code == 0x1A || code == 0x1B) s.a = s.b = U_TEXT;
  else if (code == 0x20) s = (shape){1, 1, D_NONE, U_OPTIONAL, U_NONE, I_TARGET};
  else if (code == 0x21) s = (shape){1, 1, D_NONE, U_NONE, U_NONE, I_NONE};
  else if (code == 0x22) s = (shape){1, 2, D_REGISTER, U_TEXT, U_NONE, I_NONE};
  else if (code == 0x23) s = (shape){1, 1, D_REGISTER, U_TEXT, U_NONE, I_NONE};
  else if (code == 0x24) s = (shape){1, 1, D_NONE, U_NONE, U_NONE, I_FLAGS};
  else if (code == 0x25) s = (shape){1, 1, D_EITHER, U_VARIABLE, U_NONE, I_HELPER};
  else if (code == 0x26) s = (shape){1, 1, D_NONE, U_WORD, U_NONE, I_NONE};
  else if (code == 0x41) s = (shape){1, 2, D_EITHER, U_WORD, U_NONE, I_NONE};
  else if (code == 0x30 || code == 0x31) s = (shape){1, 2, D_EITHER, U_VARIABLE, U_NONE, I_RANGE};
  else if (code == 0x32) s = (shape){1, 2, D_EITHER, U_REAL, U_NONE, I_REALS};
  else if (code == 0x33) s = (shape){1, 3, D_EITHER, U_TEXT_FIELD, U_NONE, I_AUTOMATON};
  else if (code == 0x34) s = (shape){1, 2, D_NONE, U_NONE, U_NONE, I_CONSTANT};
  else if (code == 0x35) s = (shape){1, 2, D_EITHER, U_TEXT_FIELD, U_NONE, I_RANGE};
  else return none;
  return s;
}

/* Handlers from this number on belong to no kind: they are helpers, which others call. */
static inline uint32_t first_helper(const bit_image *image) {
  if (image->entries[KINDS] == 0) return 0;
  const uint8_t *last = entry(image, KINDS, image->entries[KINDS] - 1);
  return u16(last + 14) + u16(last + 16);
}

static inline int is_field(uint32_t operand) { return (operand & 0xC0) == 0x40; }

#endif
