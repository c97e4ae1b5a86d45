/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sequences of bytes on the caller's disk. Each is a chain of blocks of one size, so that hundreds of them can be written side by
 * side into one file, with one block of memory each, and the blocks of one that is no longer needed serve the next.
 */
#include "ort_scale.h"

#include <string.h>

static ort_status sp_block(ort_spool *spool, uint32_t *block) {
  if (spool->free.count > 0) {
    *block = spool->free.at[--spool->free.count];
    return ORT_OK;
  }
  if (spool->blocks == UINT32_MAX) return ORT_LIMIT;
  *block = spool->blocks++;
  return ORT_OK;
}

/* Writes the buffer out as the next block. */
static ort_status sp_put(ort_spool *spool, ort_stream *stream) {
  uint32_t block = 0;
  ort_status status = sp_block(spool, &block);
  if (status == ORT_OK) status = ort_vector_push(spool->memory, &stream->blocks, block);
  if (status != ORT_OK) return status;
  if (spool->disk.write(spool->disk.context, (uint64_t)block * spool->block_bytes, stream->buffer, stream->filled) != 0) {
    return ORT_DISK;
  }
  stream->filled = 0;
  return ORT_OK;
}

ORT_API ort_status ort_stream_write(ort_spool *spool, ort_stream *stream, const void *bytes, size_t length) {
  const char *from = (const char *)bytes;
  if (stream->buffer == NULL && length > 0) {
    stream->buffer = (char *)ort_resize(spool->memory, NULL, 0, spool->block_bytes);
    if (stream->buffer == NULL) return ORT_MEMORY;
  }
  stream->bytes += length;
  while (length > 0) {
    const size_t room = spool->block_bytes - stream->filled;
    const size_t some = length < room ? length : room;
    memcpy(stream->buffer + stream->filled, from, some);
    stream->filled += some;
    from += some;
    length -= some;
    if (stream->filled == spool->block_bytes) {
      const ort_status status = sp_put(spool, stream);
      if (status != ORT_OK) return status;
    }
  }
  return ORT_OK;
}

ORT_API ort_status ort_stream_end(ort_spool *spool, ort_stream *stream) {
  const ort_status status = stream->filled > 0 ? sp_put(spool, stream) : ORT_OK;
  ort_free(spool->memory, stream->buffer, spool->block_bytes);
  stream->buffer = NULL;
  return status;
}

ORT_API void ort_stream_free(ort_spool *spool, ort_stream *stream, uint32_t from) {
  uint32_t i;
  for (i = from; i < stream->blocks.count; i++) {
    if (ort_vector_push(spool->memory, &spool->free, stream->blocks.at[i]) != ORT_OK) break; /* then it stays unused */
  }
  ort_vector_free(spool->memory, &stream->blocks);
  ort_free(spool->memory, stream->buffer, spool->block_bytes);
  memset(stream, 0, sizeof *stream);
}

/* Appends the next block to what is left in the buffer. */
static ort_status sp_get(ort_spool *spool, ort_cursor *cursor) {
  const size_t left = cursor->end - cursor->at;
  const uint64_t rest = cursor->stream->bytes - (uint64_t)cursor->block * spool->block_bytes;
  const size_t length = rest < spool->block_bytes ? (size_t)rest : spool->block_bytes;
  const size_t needed = left + length;
  uint32_t block;
  if (needed > cursor->capacity) {
    char *grown = (char *)ort_resize(spool->memory, NULL, 0, needed);
    if (grown == NULL) return ORT_MEMORY;
    if (left > 0) memcpy(grown, cursor->buffer + cursor->at, left);
    ort_free(spool->memory, cursor->buffer, cursor->capacity);
    cursor->buffer = grown;
    cursor->capacity = needed;
  } else if (left > 0) {
    memmove(cursor->buffer, cursor->buffer + cursor->at, left);
  }
  cursor->at = 0;
  cursor->end = needed;
  block = cursor->stream->blocks.at[cursor->block++];
  if (spool->disk.read(spool->disk.context, (uint64_t)block * spool->block_bytes, cursor->buffer + left, length) != 0) {
    return ORT_DISK;
  }
  return cursor->last ? ort_vector_push(spool->memory, &spool->free, block) : ORT_OK;
}

ORT_API ort_status ort_cursor_take(ort_spool *spool, ort_cursor *cursor, size_t length, const char **bytes) {
  while (cursor->end - cursor->at < length) {
    ort_status status;
    if (cursor->block == cursor->stream->blocks.count) { /* only between records */
      *bytes = NULL;
      return cursor->end == cursor->at ? ORT_OK : ORT_DISK;
    }
    status = sp_get(spool, cursor);
    if (status != ORT_OK) return status;
  }
  *bytes = cursor->buffer + cursor->at;
  cursor->at += length;
  return ORT_OK;
}

ORT_API void ort_cursor_open(ort_cursor *cursor, const ort_stream *stream, int last) {
  memset(cursor, 0, sizeof *cursor);
  cursor->stream = stream;
  cursor->last = last;
}

ORT_API void ort_cursor_close(ort_spool *spool, ort_cursor *cursor) {
  ort_free(spool->memory, cursor->buffer, cursor->capacity);
  cursor->buffer = NULL;
  cursor->capacity = 0;
}

ORT_API void ort_spool_open(ort_spool *spool, ort_memory *memory, const ort_disk *disk, size_t bound) {
  memset(spool, 0, sizeof *spool);
  spool->memory = memory;
  spool->disk = *disk;
  spool->block_bytes = bound / 256 < ORT_SPOOL_BLOCK ? (uint32_t)(bound / 256) : ORT_SPOOL_BLOCK;
}

ORT_API void ort_spool_close(ort_spool *spool) {
  if (spool->memory != NULL) ort_vector_free(spool->memory, &spool->free);
  memset(spool, 0, sizeof *spool);
}
