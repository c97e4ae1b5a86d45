/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How fast columns are checked, as a ratio to memcpy over the same buffers in the same run: batch RECORDS ROUNDS.
 * shapes.h and shapes.c are what --target bitactor makes of examples/signals/shapes.ttl.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "shapes.h"

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int ascending(const void *a, const void *b) {
  double one = *(const double *)a, two = *(const double *)b;
  return (one > two) - (one < two);
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  size_t n = strtoull(argv[1], NULL, 10), rounds = strtoull(argv[2], NULL, 10), i, r;
  float *bid = malloc(n * sizeof *bid), *ask = malloc(n * sizeof *ask);
  int32_t *size = malloc(n * sizeof *size);
  uint8_t *present = malloc(n), *violated = malloc(n);
  double *checks = malloc(rounds * sizeof *checks), *copies = malloc(rounds * sizeof *copies);
  size_t bytes = n * (sizeof *bid + sizeof *ask + sizeof *size + sizeof *present);
  unsigned char *copy = malloc(bytes);
  if (!bid || !ask || !size || !present || !violated || !checks || !copies || !copy) return 2;
  uint64_t state = 42, sum = 0;
  for (i = 0; i < n; i++) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    bid[i] = (float)(state >> 40) / 1000.0f;
    ask[i] = bid[i] + (float)(state >> 60) - 0.5f;
    size[i] = (int32_t)(state >> 44) - 5;
    present[i] = (uint8_t)(state >> 33 | 3);
  }
  memset(copy, 1, bytes);
  shapes_quote_columns columns;
  memset(&columns, 0, sizeof columns);
  columns.present = present;
  columns.bid = bid;
  columns.ask = ask;
  columns.size = size;
  for (r = 0; r < rounds; r++) {
    double start = now();
    shapes_quote_check_columns(&columns, n, violated);
    checks[r] = now() - start;
    sum += violated[r % n];
    start = now();
    memcpy(copy, bid, n * sizeof *bid);
    memcpy(copy + 4 * n, ask, n * sizeof *ask);
    memcpy(copy + 8 * n, size, n * sizeof *size);
    memcpy(copy + 12 * n, present, n);
    copies[r] = now() - start;
    sum += copy[r % bytes];
  }
  qsort(checks, rounds, sizeof *checks, ascending);
  qsort(copies, rounds, sizeof *copies, ascending);
  printf("%zu records of %zu bytes: check %.2f GB/s, memcpy %.2f GB/s, ratio %.2f (medians of %zu; %" PRIu64 ")\n", n,
         bytes / n, (double)bytes / checks[rounds / 2] / 1e9, (double)bytes / copies[rounds / 2] / 1e9,
         copies[rounds / 2] / checks[rounds / 2], rounds, sum);
  return 0;
}
