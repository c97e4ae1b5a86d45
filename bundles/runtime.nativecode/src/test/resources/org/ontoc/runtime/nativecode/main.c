/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "echo.h"

typedef struct input {
  FILE *file;
  size_t left; /* of the frame */
  int framed;
} input;

static int read_input(void *context, char *buffer, size_t capacity, size_t *length) {
  input *in = context;
  *length = 0;
  if (in->framed && in->left == 0) {
    unsigned char head[4];
    if (fread(head, 1, 4, in->file) != 4) return 5;
    in->left = head[0] | (size_t)head[1] << 8 | (size_t)head[2] << 16 | (size_t)head[3] << 24;
    if (in->left == 0) return 0;
  }
  if (in->framed && capacity > in->left) capacity = in->left;
  *length = fread(buffer, 1, capacity, in->file);
  if (in->framed) in->left -= *length;
  return in->framed && *length == 0 ? 5 : 0;
}

static int write_text(void *context, const char *bytes, size_t length) {
  (void)context;
  return fwrite(bytes, 1, length, stdout) == length ? 0 : 5;
}

static int fault(const char *kind, const echo_error *error) {
  printf("E\t%s\t%u\t%u\t%u\t%lu\t%s\n", kind, (unsigned)error->document, (unsigned)error->line, (unsigned)error->column,
         (unsigned long)error->offset, error->message);
  return error->line > 0 ? 3 : 5;
}

int main(int argc, char **argv) {
  echo_validator *validator = echo_create(NULL);
  int status;
  for (int i = 1; i < argc; i++) {
    input in = {stdin, 0, 1};
    if (strncmp(argv[i], "--", 2) == 0) {
      if (strcmp(argv[i], "--max-line-bytes") == 0) echo_limit(validator, (size_t)strtoul(argv[i + 1], NULL, 10));
      if (strcmp(argv[i], "--machine") != 0 && strcmp(argv[i], "--frames") != 0) i++;
      continue;
    }
    if (strcmp(argv[i], "-") != 0) {
      in.file = fopen(argv[i], "rb");
      in.framed = 0;
      if (in.file == NULL) {
        fprintf(stderr, "%s: cannot be opened\n", argv[i]);
        return 2;
      }
    }
    status = echo_read_stream(validator, 0, NULL, read_input, &in);
    if (status == 1) return fault("syntax", echo_last_error(validator));
    if (status == 2) return fault("memory", echo_last_error(validator));
    if (status == 3) return fault("limit", echo_last_error(validator));
    if (status != 0) return 5;
    if (in.file != stdin) fclose(in.file);
  }
  status = echo_validate_text(validator, write_text, NULL);
  status = status != 0 ? 5 : echo_results(validator) > 0;
  echo_destroy(validator);
  return status;
}
