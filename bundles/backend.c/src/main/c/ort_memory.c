/* SPDX-License-Identifier: Apache-2.0 */
/* Accounted memory, growing arrays, and the stack of scratch blocks. */
#include "ort_run.h"

#include <string.h>

#define MEM_BLOCK ((size_t)1 << 15)

/* The pool of the blocks that hold so many bytes; ORT_POOLS for blocks that are too large. */
static unsigned mem_pool(size_t bytes) {
  unsigned pool = 0;
  if (bytes > ORT_POOL_BYTES) return ORT_POOLS;
#if defined(__GNUC__)
  if (bytes > 16) pool = 28u - (unsigned)__builtin_clz((unsigned)(bytes - 1));
#else
  while ((size_t)16 << pool < bytes) pool++;
#endif
  return pool;
}

static void *mem_take(ort_memory *memory, unsigned pool) {
  void *block = memory->pools[pool];
  if (block == NULL) return memory->allocator.resize(memory->allocator.context, NULL, (size_t)16 << pool);
  memcpy(&memory->pools[pool], block, sizeof block);
  return block;
}

static void mem_give(ort_memory *memory, void *block, unsigned pool) {
  if (pool == ORT_POOLS) {
    memory->allocator.resize(memory->allocator.context, block, 0);
  } else {
    memcpy(block, &memory->pools[pool], sizeof block);
    memory->pools[pool] = block;
  }
}

/* Moves a block to one of another size; one of them is small. */
static void *mem_move(ort_memory *memory, void *block, size_t old_bytes, size_t bytes) {
  const unsigned pool = mem_pool(bytes);
  void *moved = pool == ORT_POOLS ? memory->allocator.resize(memory->allocator.context, NULL, bytes) : mem_take(memory, pool);
  if (block == NULL || moved == NULL) return moved;
  memcpy(moved, block, old_bytes < bytes ? old_bytes : bytes);
  mem_give(memory, block, mem_pool(old_bytes));
  return moved;
}

static void *mem_resize(ort_memory *memory, void *block, size_t old_bytes, size_t bytes) {
  if (bytes == 0) {
    if (block != NULL) mem_give(memory, block, mem_pool(old_bytes));
    return NULL;
  }
  if (block == NULL || mem_pool(old_bytes) != mem_pool(bytes)) return mem_move(memory, block, old_bytes, bytes);
  return mem_pool(bytes) < ORT_POOLS ? block : memory->allocator.resize(memory->allocator.context, block, bytes);
}

ORT_API void ort_memory_close(ort_memory *memory) {
  unsigned i;
  for (i = 0; i < ORT_POOLS; i++) {
    while (memory->pools[i] != NULL) {
      void *block = mem_take(memory, i);
      memory->allocator.resize(memory->allocator.context, block, 0);
    }
  }
}

/* The block's size stands before it. */
ORT_API void *ort_memory_resize(void *context, void *block, size_t bytes) {
  ort_memory *memory = (ort_memory *)context;
  const size_t before = 16;
  char *whole = block == NULL ? NULL : (char *)block - before;
  size_t old_bytes = 0;
  if (whole != NULL) memcpy(&old_bytes, whole, sizeof old_bytes);
  if (bytes > SIZE_MAX - before) return NULL;
  if (bytes > 0) bytes += before;
  whole = (char *)ort_resize(memory, whole, old_bytes, bytes);
  if (whole == NULL) return NULL;
  memcpy(whole, &bytes, sizeof bytes);
  return whole + before;
}

ORT_API void *ort_resize(ort_memory *memory, void *block, size_t old_bytes, size_t bytes) {
  void *moved;
  if (memory->most != 0 && bytes > old_bytes && memory->used - old_bytes + bytes > memory->most) return NULL;
  moved = mem_resize(memory, block, old_bytes, bytes);
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
