/* SPDX-License-Identifier: Apache-2.0 */
/* Runs an image over records: lines "kind hex" on standard input, "violated ticks flags" on standard output. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include "bitactor.h"

static unsigned char bytes[1 << 20];

int main(int argc, char **argv) {
  bit_image image;
  char line[4096];
  unsigned kind;
  int start;
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (file == NULL) return 2;
  size_t length = fread(bytes, 1, sizeof bytes, file);
  fclose(file);
  /* exactly as large as the image, so that a sanitizer sees the first byte behind it */
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
    size_t size = bit_record_bytes(&image, kind);
    unsigned char *record = malloc(size);
    if (record == NULL) return 2;
    for (size_t i = 0; i < size; i++) {
      unsigned value;
      if (sscanf(line + start + 2 * i, "%2x", &value) != 1) return 2;
      record[i] = (unsigned char)value;
    }
    bit_outcome outcome = bit_check(&image, kind, record);
    printf("0x%" PRIx64 " %" PRIu32 " %" PRIu32 "\n", outcome.violated, outcome.ticks, outcome.flags);
    free(record);
  }
  free(exact);
  return 0;
}
