/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs an image over records: lines "kind hex" on standard input, "violated ticks flags trace" on standard output. Runs
 * of a kind are executed in lanes, too, which must come to the same.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include "bitactor.h"

static unsigned char bytes[1 << 20];

typedef struct {
  unsigned kind;
  uint32_t count;
  void *records[BIT_LANES];
  bit_outcome outcomes[BIT_LANES];
} batch;

static int is_same(bit_outcome one, bit_outcome two) {
  return one.violated == two.violated && one.trace == two.trace && one.ticks == two.ticks && one.flags == two.flags;
}

static void flush(const bit_image *image, batch *b) {
  bit_outcome outcomes[BIT_LANES];
  bit_check_lanes(image, b->kind, (const void *const *)b->records, b->count, outcomes);
  for (uint32_t i = 0; i < b->count; i++) {
    if (!is_same(outcomes[i], b->outcomes[i])) printf("lane %" PRIu32 " came to something else\n", i);
    free(b->records[i]);
  }
  b->count = 0;
}

/* A record from hexadecimal digits, exactly as large as it is, so that a sanitizer sees the first byte behind it. */
static unsigned char *record_of(const char *digits, size_t size) {
  unsigned char *record = malloc(size);
  for (size_t i = 0; record != NULL && i < size; i++) {
    unsigned value;
    if (sscanf(digits + 2 * i, "%2x", &value) != 1) exit(2);
    record[i] = (unsigned char)value;
  }
  return record;
}

int main(int argc, char **argv) {
  bit_image image;
  char line[4096];
  unsigned kind;
  int start;
  static batch b;
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (file == NULL) return 2;
  size_t length = fread(bytes, 1, sizeof bytes, file);
  fclose(file);
  unsigned char *exact = malloc(length);
  if (exact == NULL) return 2;
  for (size_t i = 0; i < length; i++) exact[i] = bytes[i];
  const char *fault = bit_load(&image, exact, length);
  if (fault != NULL) {
    printf("refused: %s\n", fault);
    free(exact);
    return 0;
  }
  while (fgets(line, sizeof line, stdin) != NULL && sscanf(line, "%u %n", &kind, &start) == 1) {
    unsigned char *record = record_of(line + start, bit_record_bytes(&image, kind));
    if (record == NULL) return 2;
    bit_outcome outcome = bit_check(&image, kind, record);
    printf("0x%" PRIx64 " %" PRIu32 " %" PRIu32, outcome.violated, outcome.ticks, outcome.flags);
    if (outcome.trace != 0) printf(" %" PRIx64, outcome.trace);
    printf("\n");
    if (b.count == BIT_LANES || (b.count > 0 && b.kind != kind)) flush(&image, &b);
    b.kind = kind;
    b.records[b.count] = record;
    b.outcomes[b.count++] = outcome;
  }
  flush(&image, &b);
  free(exact);
  return 0;
}
