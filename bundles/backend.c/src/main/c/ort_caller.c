/* SPDX-License-Identifier: Apache-2.0 */
/* Documents from functions of a caller. */
#include "ort_caller.h"

#include <string.h>

typedef struct cr_caller {
  int (*read)(void *context, char *buffer, size_t capacity, size_t *length);
  int (*read_piece)(void *context, uint64_t offset, char *buffer, size_t capacity, size_t *length);
  void *context;
} cr_caller;

static ort_status cr_read(void *context, char *buffer, size_t capacity, size_t *length) {
  const cr_caller *from = (const cr_caller *)context;
  return from->read(from->context, buffer, capacity, length) == 0 ? ORT_OK : ORT_IO;
}

static ort_status cr_read_piece(void *context, uint64_t offset, char *buffer, size_t capacity, size_t *length) {
  const cr_caller *from = (const cr_caller *)context;
  return from->read_piece(from->context, offset, buffer, capacity, length) == 0 ? ORT_OK : ORT_IO;
}

ORT_API ort_status ort_caller_read(ort_run *run, int format, const char *base,
                                   int (*read)(void *context, char *buffer, size_t capacity, size_t *length), void *context) {
  ort_input input;
  cr_caller from;
  memset(&input, 0, sizeof input);
  memset(&from, 0, sizeof from);
  from.read = read;
  from.context = context;
  input.read = cr_read;
  input.context = &from;
  input.base = base;
  return ort_run_read(run, format, &input);
}

ORT_API ort_status ort_caller_read_pieces(ort_run *run, uint64_t size,
                                          int (*read)(void *context, uint64_t offset, char *buffer, size_t capacity,
                                                      size_t *length),
                                          void *context) {
  ort_pieces pieces;
  cr_caller from;
  memset(&from, 0, sizeof from);
  from.read_piece = read;
  from.context = context;
  pieces.size = size;
  pieces.read = cr_read_piece;
  pieces.context = &from;
  return ort_run_read_pieces(run, &pieces);
}

ORT_API void ort_caller_detail(ort_run *run, uint32_t depth, uint32_t results) {
  run->details.deepest = results == 0 ? 0 : depth;
  run->details.most = results;
}
