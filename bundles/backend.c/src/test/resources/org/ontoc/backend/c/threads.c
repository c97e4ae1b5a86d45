/* SPDX-License-Identifier: Apache-2.0 */
/* Eight threads, each with a validator of its own. */
#define _POSIX_C_SOURCE 200809L
#include "components.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static char data[1 << 16];
static size_t length;

static int count(void *context, const components_result *result) {
  (void)result;
  ++*(long *)context;
  return 0;
}

static void *work(void *argument) {
  long *results = argument;
  int round;
  for (round = 0; round < 20; round++) {
    components_validator *validator = components_create(NULL);
    *results = 0;
    if (validator == NULL || components_read(validator, 1, NULL, data, length) != 0 ||
        components_validate(validator, count, results) != 0) {
      abort();
    }
    components_destroy(validator);
  }
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t threads[8];
  long results[8];
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  int i;
  if (file == NULL) return 2;
  length = fread(data, 1, sizeof data, file);
  fclose(file);
  for (i = 0; i < 8; i++) pthread_create(&threads[i], NULL, work, &results[i]);
  for (i = 0; i < 8; i++) pthread_join(threads[i], NULL);
  for (i = 0; i < 8; i++) printf("%ld%c", results[i], i == 7 ? '\n' : ' ');
  return 0;
}
