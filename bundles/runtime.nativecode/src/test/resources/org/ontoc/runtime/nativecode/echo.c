/* SPDX-License-Identifier: Apache-2.0 */
#include "echo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef ECHO_ABI
#define ECHO_ABI 1
#endif

struct echo_validator {
  char *data;
  size_t size;
  size_t limit;
  uint32_t documents;
  unsigned long results;
  echo_error error;
};

int echo_abi(void) { return ECHO_ABI; }

echo_validator *echo_create(const echo_allocator *allocator) {
  (void)allocator;
  return calloc(1, sizeof(echo_validator));
}

/* Faults of the data show when a document was read to its end. */
static int faults(echo_validator *validator, const char *line) {
  unsigned at[2];
  for (; line != NULL && *line != 0; line = strchr(line, '\n') + 1) {
    if (strncmp(line, "!memory", 7) == 0) {
      validator->error.message = "there is no memory left";
      return 2;
    }
    if (sscanf(line, "!syntax %u %u", &at[0], &at[1]) == 2) {
      validator->error.message = "a triple ends with '.'";
      validator->error.line = at[0];
      validator->error.column = at[1];
      validator->error.offset = 7;
      return 1;
    }
  }
  return 0;
}

void echo_limit(echo_validator *validator, size_t line_bytes) { validator->limit = line_bytes; }

/* Nothing is found here that could be explained: the data say it. */
void echo_detail(echo_validator *validator, uint32_t depth, uint32_t results) {
  (void)validator;
  (void)depth;
  (void)results;
}

int echo_read_stream(echo_validator *validator, int format, const char *base,
                     int (*read)(void *context, char *buffer, size_t capacity, size_t *length), void *context) {
  size_t start = validator->size;
  (void)format;
  (void)base;
  for (;;) {
    char *more = realloc(validator->data, validator->size + 1001);
    size_t length = 0;
    int status;
    if (more == NULL) return 2;
    validator->data = more;
    status = read(context, more + validator->size, 1000, &length);
    if (status != 0) return 5;
    validator->size += length;
    more[validator->size] = 0;
    if (length == 0) {
      validator->error.document = validator->documents++;
      return faults(validator, more + start);
    }
    if (validator->limit > 0 && validator->size > validator->limit) {
      validator->error.document = validator->documents;
      validator->error.message = "this line is longer than the limit";
      return 3;
    }
  }
}

static void order(const char *line) {
  unsigned a = 0;
  if (strncmp(line, "!segv", 5) == 0) *(volatile int *)(uintptr_t)8 = 1;
  if (strncmp(line, "!abort", 6) == 0) abort();
  if (strncmp(line, "!hang", 5) == 0)
    for (volatile unsigned i = 0;; i++) {
    }
  if (sscanf(line, "!exit %u", &a) == 1) exit((int)a);
  if (strncmp(line, "!stderr ", 8) == 0) fprintf(stderr, "%s\n", line + 8);
}

int echo_validate_text(echo_validator *validator, int (*write)(void *context, const char *bytes, size_t length),
                       void *context) {
  char summary[128];
  char *line = validator->data;
  while (line != NULL && *line != 0) {
    char *end = strchr(line, '\n');
    if (end == NULL) return 1;
    *end = 0;
    if (*line == '!') {
      if (strcmp(line, "!silent") == 0) return 0;
      if (strcmp(line, "!unfinished") == 0) return write(context, "R\t0\t0", 5);
      while (strcmp(line, "!flood") == 0) {
        validator->results++;
        if (write(context, "R\t0\t0\t<http://e/f>\t\t\t0\t1\t1\t0\t0\n", 31) != 0) return 4;
      }
      order(line);
    } else {
      if (*line == 'R') validator->results++;
      /* in two pieces, so that lines straddle the pieces */
      if (write(context, line, 1) != 0) return 4;
      *end = '\n';
      if (write(context, line + 1, (size_t)(end - line)) != 0) return 4;
    }
    line = end + 1;
  }
  snprintf(summary, sizeof summary, "S\t%lu\t2\t3\t%lu\t5\t6\t7\n", (unsigned long)validator->size, validator->results);
  return write(context, summary, strlen(summary)) == 0 ? 0 : 4;
}

const echo_error *echo_last_error(const echo_validator *validator) { return &validator->error; }

unsigned long echo_results(const echo_validator *validator) { return validator->results; }

void echo_destroy(echo_validator *validator) {
  if (validator != NULL) free(validator->data);
  free(validator);
}
