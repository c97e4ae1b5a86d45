/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Many documents through one validator, each as if by a validator of its own: documents FILE.nt|FILE.ttl ...
 * Whatever came before, errors and a lack of memory included; and no memory is asked for when all were read before.
 */
#include "parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 512 };

typedef struct text {
  char *bytes;
  size_t length;
} text;

static long calls;     /* of the allocator */
static long left = -1; /* calls that succeed; -1: all */

static void *resize(void *context, void *block, size_t bytes) {
  (void)context;
  if (bytes == 0) {
    free(block);
    return NULL;
  }
  calls++;
  if (left == 0) return NULL;
  if (left > 0) left--;
  return realloc(block, bytes);
}

static int append(void *context, const char *bytes, size_t length) {
  text *to = (text *)context;
  char *grown = (char *)realloc(to->bytes, to->length + length + 1);
  if (grown == NULL) abort();
  memcpy(grown + to->length, bytes, length);
  to->bytes = grown;
  to->length += length;
  to->bytes[to->length] = 0;
  return 0;
}

/* Without times and memory. */
static void summary(text *to, const parts_validator *v) {
  const parts_statistics *s = parts_last_statistics(v);
  const parts_error *e = parts_last_error(v);
  char line[400];
  int n = snprintf(line, sizeof line, "%lu %lu %lu, %d %s %lu %lu\n", (unsigned long)s->triples, (unsigned long)s->focus_nodes,
                   (unsigned long)s->results, e->status, e->message, (unsigned long)e->line, (unsigned long)e->column);
  char *last = to->bytes == NULL ? NULL : strstr(to->bytes, "\nS\t");
  if (last != NULL) to->length = (size_t)(last - to->bytes) + 1;
  if (to->bytes != NULL && to->bytes[0] == 'S') to->length = 0;
  append(to, line, (size_t)n);
}

static int format_of(const char *file) { return strstr(file, ".ttl") != NULL; }

static text report(parts_validator *v, const char *file, const parts_document *document) {
  text result = {NULL, 0};
  parts_detail(v, 4, 9);
  if (parts_read(v, format_of(file), "http://e/", document->bytes, document->length) == 0) parts_validate_text(v, append, &result);
  summary(&result, v);
  return result;
}

static void compare(const char *file, text *expected, text *actual) {
  if (expected->length != actual->length || memcmp(expected->bytes, actual->bytes, expected->length) != 0) {
    printf("%s\n%.*s--\n%.*s", file, (int)expected->length, expected->bytes, (int)actual->length, actual->bytes);
    exit(1);
  }
  free(actual->bytes);
}

static int count_results(void *context, const parts_result *result) {
  unsigned long *counts = (unsigned long *)context;
  if (result->depth == 0) counts[result->document]++;
  return 0;
}

static int stop(void *context, const parts_result *result) {
  (void)context;
  (void)result;
  return 1;
}

/* The batch gives each document the outcome that it has alone. */
static void check_batch(parts_validator *v, int format, parts_document *documents, size_t count, const uint64_t *results,
                        const int *statuses) {
  unsigned long counts[MOST] = {0};
  size_t i;
  int round;
  for (round = 0; round < 3; round++) {
    if (round == 2) calls = 0;
    if (parts_validate_documents(v, format, "http://e/", documents, count, round == 0 ? count_results : NULL, counts) != 0) exit(2);
    for (i = 0; i < count; i++) {
      if (documents[i].status != statuses[i] || documents[i].results != results[i] || (statuses[i] == 0 && counts[i] != results[i]) ||
          (documents[i].message == NULL) != (statuses[i] == 0)) {
        printf("document %lu of the batch\n", (unsigned long)i);
        exit(1);
      }
    }
  }
  printf("%ld\n", calls);
  for (i = 0; i < count && results[i] == 0; i++) {
  }
  round = parts_validate_documents(v, format, "http://e/", documents, count, stop, NULL);
  if (round != (i < count ? 4 : 0)) exit(3);
}

int main(int argc, char **argv) {
  static parts_document documents[MOST];
  static text expected[MOST];
  static uint64_t results[MOST];
  static int statuses[MOST];
  const parts_allocator allocator = {resize, NULL};
  parts_validator *one;
  int i, round;
  if (argc > MOST) return 2;
  for (i = 1; i < argc; i++) {
    FILE *file = fopen(argv[i], "rb");
    char *bytes = (char *)malloc((size_t)1 << 20);
    parts_validator *v = parts_create(NULL);
    if (file == NULL || bytes == NULL || v == NULL) return 2;
    documents[i - 1].length = fread(bytes, 1, (size_t)1 << 20, file);
    documents[i - 1].bytes = (char *)realloc(bytes, documents[i - 1].length + 1);
    fclose(file);
    expected[i - 1] = report(v, argv[i], &documents[i - 1]);
    results[i - 1] = parts_last_statistics(v)->results;
    statuses[i - 1] = parts_last_error(v)->status;
    parts_destroy(v);
  }
  one = parts_create(&allocator);
  if (one == NULL) return 2;
  for (round = 0; round < 4; round++) {
    for (i = 1; i < argc; i++) {
      const int at = round % 2 == 0 ? i : argc - i;
      text again;
      parts_reset(one);
      if (round > 1) { /* something fails first */
        left = (at * 7 + round) % 50;
        again = report(one, argv[at], &documents[at - 1]);
        free(again.bytes);
        left = -1;
        parts_reset(one);
      }
      again = report(one, argv[at], &documents[at - 1]);
      compare(argv[at], &expected[at - 1], &again);
    }
  }
  for (i = 1; i < argc && format_of(argv[i]) == 0; i++) {
  }
  check_batch(one, 0, documents, (size_t)i - 1, results, statuses);
  check_batch(one, 1, documents + i - 1, (size_t)(argc - i), results + i - 1, statuses + i - 1);
  parts_destroy(one);
  for (i = 1; i < argc; i++) {
    free(expected[i - 1].bytes);
    free((void *)(uintptr_t)documents[i - 1].bytes);
  }
  return 0;
}
