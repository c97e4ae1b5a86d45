/* SPDX-License-Identifier: Apache-2.0 */
/* Accounted memory, growing arrays, and the stack of scratch blocks. */
#include "ort_run.h"

#include <string.h>

#define MEM_BLOCK ((size_t)1 << 15)

ORT_API void *ort_resize(ort_memory *memory, void *block, size_t old_bytes, size_t bytes) {
  void *moved = memory->allocator.resize(memory->allocator.context, block, bytes);
  if (bytes > 0 && moved == NULL) return NULL;
  memory->used = memory->used - old_bytes + bytes;
  if (memory->used > memory->peak) memory->peak = memory->used;
  return moved;
}

ORT_API void ort_free(ort_memory *memory, void *block, size_t bytes) {
  if (block != NULL) ort_resize(memory, block, bytes, 0);
}

ORT_API void *ort_grow(ort_memory *memory, void *block, size_t element, uint32_t *capacity, uint32_t needed) {
  uint64_t wanted = *capacity == 0 ? 64 : *capacity;
  void *grown;
  if (needed <= *capacity) return block;
  while (wanted < needed) wanted *= 2;
  if (wanted > UINT32_MAX) wanted = UINT32_MAX;
  if (wanted > SIZE_MAX / element) return NULL;
  grown = ort_resize(memory, block, element * *capacity, element * (size_t)wanted);
  if (grown != NULL) *capacity = (uint32_t)wanted;
  return grown;
}

ORT_API ort_status ort_vector_push(ort_memory *memory, ort_vector *vector, uint32_t value) {
  if (vector->count == vector->capacity) {
    uint32_t *grown;
    if (vector->count == UINT32_MAX) return ORT_LIMIT;
    grown = (uint32_t *)ort_grow(memory, vector->at, sizeof *grown, &vector->capacity, vector->count + 1);
    if (grown == NULL) return ORT_MEMORY;
    vector->at = grown;
  }
  vector->at[vector->count++] = value;
  return ORT_OK;
}

ORT_API void ort_vector_free(ort_memory *memory, ort_vector *vector) {
  ort_free(memory, vector->at, sizeof *vector->at * vector->capacity);
  memset(vector, 0, sizeof *vector);
}

ORT_API ort_block *ort_block_new(ort_memory *memory, size_t capacity, ort_block *below) {
  ort_block *block;
  if (capacity > SIZE_MAX - sizeof *block) return NULL;
  block = (ort_block *)ort_resize(memory, NULL, 0, sizeof *block + capacity);
  if (block == NULL) return NULL;
  block->below = below;
  block->capacity = capacity;
  block->used = 0;
  return block;
}

/* Frees the blocks above stop. */
ORT_API void ort_block_free(ort_memory *memory, ort_block *top, const ort_block *stop) {
  while (top != stop) {
    ort_block *below = top->below;
    ort_free(memory, top, sizeof *top + top->capacity);
    top = below;
  }
}

ORT_API void *ort_scratch_new(ort_run *run, size_t bytes) {
  const size_t size = (bytes + 15) & ~(size_t)15;
  ort_block *top = run->scratch;
  if (size < bytes) {
    ort_fail(run, ORT_MEMORY);
    return NULL;
  }
  if (top == NULL || top->capacity - top->used < size) {
    if (run->spare != NULL && run->spare->capacity >= size) {
      top = run->spare;
      top->below = run->scratch;
      run->spare = NULL;
    } else {
      top = ort_block_new(&run->memory, size > MEM_BLOCK ? size : MEM_BLOCK, run->scratch);
    }
    if (top == NULL) {
      ort_fail(run, ORT_MEMORY);
      return NULL;
    }
    run->scratch = top;
  }
  top->used += size;
  return (char *)(top + 1) + (top->used - size);
}

ORT_API void ort_scratch_release(ort_run *run, ort_mark mark) {
  while (run->scratch != mark.block) {
    ort_block *top = run->scratch;
    run->scratch = top->below;
    top->used = 0;
    if (run->spare == NULL) {
      run->spare = top;
    } else {
      ort_free(&run->memory, top, sizeof *top + top->capacity);
    }
  }
  if (run->scratch != NULL) run->scratch->used = mark.used;
}
