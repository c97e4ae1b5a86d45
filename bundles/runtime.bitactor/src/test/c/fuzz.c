/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Loads mutations of an image, and runs those that are accepted: fuzz IMAGE SEED COUNT. The class Mutations in Java makes
 * the same ones, so that both print the same line.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "bitactor.h"

enum { RECORDS = 3 }; /* run alone, and at once in lanes */

static uint64_t state;

static uint64_t next(void) {
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  return state * 2685821657736338717u;
}

static uint64_t fnv(uint64_t hash, const uint8_t *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) hash = (hash ^ bytes[i]) * 0x100000001B3u;
  return hash;
}

static void put(uint8_t *at, uint64_t value, int bytes) {
  for (int i = 0; i < bytes; i++) at[i] = (uint8_t)(value >> 8 * i);
}

static uint32_t get(const uint8_t *at) {
  return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static size_t place(const uint8_t *base, size_t length) {
  uint32_t code = get(base + 24 + 16 * 6 + 4), bytes = get(base + 24 + 16 * 6 + 8);
  return next() % 2 == 0 ? (size_t)(next() % length) : (size_t)(code + next() % bytes);
}

static size_t mutate(uint8_t *image, const uint8_t *base, size_t length) {
  size_t size = length;
  memcpy(image, base, length);
  for (uint64_t edits = 1 + next() % 3; edits > 0; edits--) {
    size_t at = place(base, length), from;
    switch (next() % 5) {
      case 0: image[at] = (uint8_t)next(); break;
      case 1: image[at] ^= (uint8_t)(1u << next() % 8); break;
      case 2: put(image + at / 4 * 4, next() % 64, 4); break;
      case 3: if (next() % 8 == 0 && at < size) size = at; break;
      default: from = place(base, length); memmove(image + at / 8 * 8, image + from / 8 * 8, 8);
    }
  }
  if (size >= 24 && next() % 16 != 0) {
    put(image + 8, size, 4);
    put(image + 16, fnv(fnv(0xCBF29CE484222325u, image, 16), image + 24, size - 24), 8);
  }
  return size;
}

static int is_same(bit_outcome one, bit_outcome two) {
  return one.violated == two.violated && one.trace == two.trace && one.ticks == two.ticks && one.flags == two.flags;
}

int main(int argc, char **argv) {
  static uint8_t base[1 << 20], mutated[1 << 20];
  uint64_t accepted = 0, digest = 0;
  if (argc != 4) return 2;
  FILE *file = fopen(argv[1], "rb");
  if (file == NULL) return 2;
  size_t length = fread(base, 1, sizeof base, file) / 8 * 8;
  fclose(file);
  state = strtoull(argv[2], NULL, 10);
  uint64_t count = strtoull(argv[3], NULL, 10);
  for (uint64_t i = 0; i < count; i++) {
    bit_image image;
    size_t size = mutate(mutated, base, length);
    uint8_t *exact = malloc(size == 0 ? 1 : size);
    if (exact == NULL) return 2;
    memcpy(exact, mutated, size);
    if (bit_load(&image, exact, size) == NULL) {
      accepted++;
      for (uint32_t kind = 0; kind < bit_kinds(&image); kind++) {
        uint8_t *records[RECORDS];
        bit_outcome outcomes[RECORDS];
        for (int r = 0; r < RECORDS; r++) {
          records[r] = malloc(bit_record_bytes(&image, kind));
          if (records[r] == NULL) return 2;
          for (uint32_t j = 0; j < bit_record_bytes(&image, kind); j++) records[r][j] = (uint8_t)next();
        }
        bit_check_lanes(&image, kind, (const void *const *)records, RECORDS, outcomes);
        for (int r = 0; r < RECORDS; r++) {
          bit_outcome outcome = bit_check(&image, kind, records[r]);
          digest = (digest ^ outcome.violated ^ outcome.ticks) * 0x100000001B3u;
          digest = (digest ^ outcome.trace ^ outcome.flags) * 0x100000001B3u;
          if (outcome.ticks > bit_ticks(&image, kind)) return fprintf(stderr, "over its ticks\n"), 1;
          if (!is_same(outcome, outcomes[r])) return fprintf(stderr, "the lanes came to something else\n"), 1;
          free(records[r]);
        }
      }
    }
    free(exact);
  }
  printf("%" PRIu64 " mutations, %" PRIu64 " accepted, digest %016" PRIx64 "\n", count, accepted, digest);
  return 0;
}
