/* SPDX-License-Identifier: Apache-2.0 */
/* Lets the n-th allocation fail, for n = 0, 1, ... until none does: always a status, never a leak. */
#include "components.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct counter {
  long left; /* allocations that succeed */
  long bytes;
} counter;

/* The size stands before the block. */
static void *resize(void *context, void *block, size_t bytes) {
  counter *c = context;
  size_t *old = block == NULL ? NULL : (size_t *)block - 2;
  const size_t old_bytes = old == NULL ? 0 : *old;
  size_t *moved;
  if (bytes == 0) {
    c->bytes -= (long)old_bytes;
    free(old);
    return NULL;
  }
  if (c->left-- <= 0) return NULL;
  moved = malloc(bytes + 2 * sizeof(size_t)); /* always moves */
  if (moved == NULL) abort();
  *moved = bytes;
  if (old != NULL) memcpy(moved + 2, old + 2, old_bytes < bytes ? old_bytes : bytes);
  free(old);
  c->bytes += (long)bytes - (long)old_bytes;
  return moved + 2;
}

static char data[1 << 16];
static size_t length;

static int discard(void *context, const char *bytes, size_t count) {
  (void)context;
  (void)bytes;
  (void)count;
  return 0;
}

/* 0 when the whole run succeeded. */
static int run(counter *c, unsigned long *results) {
  components_allocator allocator;
  components_validator *validator;
  int status;
  allocator.resize = resize;
  allocator.context = c;
  validator = components_create(&allocator);
  if (validator == NULL) return 2;
  components_detail(validator, 16, 64);
  status = components_read(validator, 1, "http://example.org/", data, length);
  if (status == 0) status = components_validate_text(validator, discard, NULL);
  if (status != components_last_error(validator)->status || components_last_error(validator)->message == NULL) abort();
  *results = (unsigned long)components_last_statistics(validator)->results;
  components_destroy(validator);
  return status;
}

int main(int argc, char **argv) {
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  unsigned long results = 0;
  long n = 0;
  counter c;
  int status;
  if (file == NULL) return 2;
  length = fread(data, 1, sizeof data, file);
  fclose(file);
  do {
    c.left = n++;
    c.bytes = 0;
    status = run(&c, &results);
    if (c.bytes != 0 || (status != 0 && status != 2)) {
      printf("allocation %ld: status %d, %ld bytes left\n", n - 1, status, c.bytes);
      return 1;
    }
  } while (status != 0);
  printf("%lu results after %ld failures, %ld bytes left\n", results, n - 1, c.bytes);
  return 0;
}
