/* SPDX-License-Identifier: Apache-2.0 */
/* Documents from functions of a caller, which know nothing of the runtime's types: they return 0 when all went well. */
#ifndef ORT_CALLER_H
#define ORT_CALLER_H

#include "ort_run.h"

/* read: stores at most capacity bytes and their number, 0 at the end. */
ORT_API ort_status ort_caller_read(ort_run *run, int format, const char *base,
                                   int (*read)(void *context, char *buffer, size_t capacity, size_t *length), void *context);
/* N-Triples of known size; read: the same from an offset on, called by several threads at once. */
ORT_API ort_status ort_caller_read_pieces(ort_run *run, uint64_t size,
                                          int (*read)(void *context, uint64_t offset, char *buffer, size_t capacity,
                                                      size_t *length),
                                          void *context);
/* How results are explained: in chains of at most depth, by at most results in all; 0: not at all. */
ORT_API void ort_caller_detail(ort_run *run, uint32_t depth, uint32_t results);

#endif
