/* SPDX-License-Identifier: Apache-2.0 */
/* Files and memory of the programs that test the engine. */
#ifndef FILES_H
#define FILES_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static inline void *reserved(size_t bytes) {
  void *memory = aligned_alloc(64, (bytes + 63) / 64 * 64);
  if (memory == NULL) exit(2);
  return memory;
}

static inline uint8_t *file_bytes(const char *name, size_t *length) {
  FILE *file = fopen(name, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) exit(2);
  long size = ftell(file);
  if (size < 0 || fseek(file, 0, SEEK_SET) != 0) exit(2);
  *length = (size_t)size;
  uint8_t *bytes = malloc(*length == 0 ? 1 : *length);
  if (bytes == NULL || fread(bytes, 1, *length, file) != *length) exit(2);
  fclose(file);
  return bytes;
}

#endif
