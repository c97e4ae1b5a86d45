/* SPDX-License-Identifier: Apache-2.0 */
/* Execution of images that bit_load accepted. */
#include "bitactor_values.h"

uint64_t bit_key(const void *name, size_t length) { return fnv(FNV_BASIS, name, length); }

uint32_t bit_kinds(const bit_image *image) { return image->entries[KINDS]; }

static uint32_t slot(uint64_t key, uint32_t displacement, uint32_t size) {
  uint64_t mixed = (key ^ (uint64_t)(int64_t)(int32_t)displacement * 0x9E3779B97F4A7C15u) * 0xFF51AFD7ED558CCDu;
  mixed ^= mixed >> 32;
  return (uint32_t)(mixed % size);
}

int32_t bit_kind(const bit_image *image, uint64_t key) {
  uint32_t size = bit_kinds(image);
  if (size == 0) return -1;
  uint32_t displacement = u32(entry(image, HASHES, slot(key, 0, size)));
  uint32_t kind = u32(entry(image, HASHES, size + slot(key, displacement, size)));
  return u64(entry(image, KINDS, kind)) == key ? (int32_t)kind : -1;
}

uint32_t bit_record_bytes(const bit_image *image, uint32_t kind) {
  return u16(entry(image, RECORDS, u16(entry(image, KINDS, kind) + 12)) + 4);
}

uint32_t bit_necessity(const bit_image *image, uint32_t kind) { return u16(entry(image, KINDS, kind) + 18); }

uint32_t bit_handler_ticks(const bit_image *image, uint32_t kind) {
  const uint8_t *row = entry(image, KINDS, kind);
  uint32_t most = 0;
  for (uint32_t i = 0; i < u16(row + 16); i++) {
    uint32_t ticks = u16(entry(image, HANDLERS, u16(row + 14) + i) + 8);
    if (ticks > most) most = ticks;
  }
  return most;
}

uint32_t bit_ticks(const bit_image *image, uint32_t kind) {
  const uint8_t *row = entry(image, KINDS, kind);
  uint32_t all = 0;
  for (uint32_t i = 0; i < u16(row + 16); i++) all += u16(entry(image, HANDLERS, u16(row + 14) + i) + 8);
  return all;
}

static void run(frame *f, const uint8_t *handler, bit_outcome *outcome) {
  const uint8_t *code = entry(f->image, CODE, u32(handler));
  for (uint32_t i = 0;; i++) {
    const uint8_t *at = code + 8 * (size_t)i;
    uint32_t n = u32(at + 4);
    outcome->ticks += shape_of(at[0]).ticks;
    if (at[0] == 0x21) return;
    if (at[0] == 0x24) outcome->flags |= n;
    else if (at[0] == 0x26) outcome->trace = traced(outcome->trace, word(f, at[2], n));
    else if (at[0] == 0x34) outcome->violated |= constant(f, n) & ~f->presence;
    else if (at[0] == 0x20) {
      if (at[2] == NONE || word(f, at[2], n) != 0) i = n - 1;
    } else if (at[0] != 0x00 && at[0] != 0x40) {
      uint64_t result;
      if (at[0] == 0x25) {
        frame callee = *f;
        callee.registers[0] = word(f, at[2], n);
        run(&callee, entry(f->image, HANDLERS, n), outcome); /* which calls no other */
        result = callee.registers[0];
      } else result = value(f, at[0], at[2], at[3], n);
      if (at[1] < 16) f->registers[at[1]] = result;
      else if (result != 0) outcome->violated |= (uint64_t)1 << (at[1] & 0x3F);
    }
  }
}

bit_outcome bit_check(const bit_image *image, uint32_t kind, const void *record) {
  const uint8_t *row = entry(image, KINDS, kind);
  bit_outcome outcome = {0, 0, 0, 0};
  frame f;
  begin(&f, image, kind, record);
  for (uint32_t i = 0; i < 16; i++) f.registers[i] = 0;
  for (uint32_t i = 0; i < u16(row + 16); i++) run(&f, entry(image, HANDLERS, u16(row + 14) + i), &outcome);
  return outcome;
}
