/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two versions of a program and another one in one binary, sixteen threads, each with validators of its own: threads DATA.ttl
 * Prints each program's report once; fails when two threads do not get the same one.
 */
#define _POSIX_C_SOURCE 200809L
#include "one.h"
#include "two.h"
#include "other.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 16, ROUNDS = 10, PROGRAMS = 3 };

typedef struct text {
  char *bytes;
  size_t length;
} text;

typedef struct job {
  int program;
  text report;
} job;

static text data;

static int append(void *context, const char *bytes, size_t length) {
  text *to = (text *)context;
  char *grown = (char *)realloc(to->bytes, to->length + length + 1);
  if (grown == NULL) return 1;
  memcpy(grown + to->length, bytes, length);
  to->bytes = grown;
  to->length += length;
  to->bytes[to->length] = 0;
  return 0;
}

#define VALIDATE(name)                                                                             \
  static int validate_##name(text *report) {                                                       \
    name##_validator *validator = name##_create(NULL);                                             \
    int status;                                                                                    \
    if (validator == NULL) return 2;                                                               \
    status = name##_read(validator, 1, "http://e/", data.bytes, data.length);                      \
    if (status == 0) status = name##_validate_text(validator, append, report);                     \
    name##_destroy(validator);                                                                     \
    return status;                                                                                 \
  }

VALIDATE(one)
VALIDATE(two)
VALIDATE(other)

static int (*const validate[PROGRAMS])(text *) = {validate_one, validate_two, validate_other};

/* The last line has times, which differ. */
static void without_statistics(text *report) {
  char *last = report->bytes == NULL ? NULL : strstr(report->bytes, "\nS\t");
  if (last != NULL) report->length = (size_t)(last - report->bytes) + 1;
}

static void *work(void *context) {
  job *mine = (job *)context;
  int round;
  for (round = 0; round < ROUNDS; round++) {
    text report = {NULL, 0};
    if (validate[mine->program](&report) != 0) exit(3);
    without_statistics(&report);
    if (round == 0) {
      mine->report = report;
      continue;
    }
    if (report.length != mine->report.length || memcmp(report.bytes, mine->report.bytes, report.length) != 0) exit(4);
    free(report.bytes);
  }
  return NULL;
}

int main(int count, char **words) {
  static job jobs[THREADS];
  pthread_t threads[THREADS];
  char buffer[4096];
  size_t got;
  int i;
  FILE *file = count == 2 ? fopen(words[1], "rb") : NULL;
  if (file == NULL) return 2;
  while ((got = fread(buffer, 1, sizeof buffer, file)) > 0)
    if (append(&data, buffer, got) != 0) return 2;
  fclose(file);
  for (i = 0; i < THREADS; i++) {
    jobs[i].program = i % PROGRAMS;
    if (pthread_create(&threads[i], NULL, work, &jobs[i]) != 0) return 2;
  }
  for (i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
  for (i = PROGRAMS; i < THREADS; i++) {
    text *first = &jobs[i % PROGRAMS].report;
    if (first->length != jobs[i].report.length || memcmp(first->bytes, jobs[i].report.bytes, first->length) != 0) return 4;
  }
  for (i = 0; i < PROGRAMS; i++) {
    fwrite(jobs[i].report.bytes, 1, jobs[i].report.length, stdout);
    puts("--");
  }
  for (i = 0; i < THREADS; i++) free(jobs[i].report.bytes);
  free(data.bytes);
  return 0;
}
