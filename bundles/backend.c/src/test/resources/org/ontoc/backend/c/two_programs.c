/* SPDX-License-Identifier: Apache-2.0 */
/* Two validators of different programs in one binary, fed in turn. */
#include "components.h"
#include "other.h"

#include <stdio.h>

static int count_one(void *context, const components_result *result) {
  (void)result;
  ++*(int *)context;
  return 0;
}

static int count_two(void *context, const other_result *result) {
  (void)result;
  ++*(int *)context;
  return 0;
}

int main(int argc, char **argv) {
  static char data[1 << 16];
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  components_validator *one = components_create(NULL);
  other_validator *two = other_create(NULL);
  size_t length;
  int ones = 0;
  int twos = 0;
  if (file == NULL || one == NULL || two == NULL) return 2;
  length = fread(data, 1, sizeof data, file);
  fclose(file);
  if (components_read(one, 1, NULL, data, length) != 0 || other_read(two, 1, NULL, data, length) != 0) return 3;
  if (other_validate(two, count_two, &twos) != 0 || components_validate(one, count_one, &ones) != 0) return 4;
  printf("%d %d\n", ones, twos);
  components_destroy(one);
  other_destroy(two);
  return 0;
}
