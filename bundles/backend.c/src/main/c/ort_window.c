/* SPDX-License-Identifier: Apache-2.0 */
/* Growing buffers, the window over a document that arrives in pieces, and how errors are filled in. */
#include "ort_chars.h"

#include <string.h>

#define WINDOW_BYTES (((size_t)1 << 17) - 17) /* with its NUL and its size the largest block that is used again */

ORT_API ort_status ort_buffer_reserve(ort_buffer *buffer, size_t capacity, const ort_allocator *allocator) {
  size_t size = buffer->capacity == 0 ? 256 : buffer->capacity;
  char *data;
  if (capacity <= buffer->capacity) return ORT_OK;
  while (size < capacity) {
    if (size > SIZE_MAX / 2) return ORT_MEMORY;
    size *= 2;
  }
  data = (char *)allocator->resize(allocator->context, buffer->data, size);
  if (data == NULL) return ORT_MEMORY;
  buffer->data = data;
  buffer->capacity = size;
  return ORT_OK;
}

ORT_API ort_status ort_buffer_append(ort_buffer *buffer, const char *data, size_t length, const ort_allocator *allocator) {
  if (length >= SIZE_MAX - buffer->length) return ORT_MEMORY;
  /* one byte more, so that data is no NULL even when all of it is empty */
  if (buffer->length + length >= buffer->capacity &&
      ort_buffer_reserve(buffer, buffer->length + length + 1, allocator) != ORT_OK) {
    return ORT_MEMORY;
  }
  if (length > 0) memcpy(buffer->data + buffer->length, data, length);
  buffer->length += length;
  return ORT_OK;
}

ORT_API void ort_buffer_free(ort_buffer *buffer, const ort_allocator *allocator) {
  if (buffer->data != NULL) allocator->resize(allocator->context, buffer->data, 0);
  buffer->data = NULL;
  buffer->length = buffer->capacity = 0;
}

/* Reads once into the free room; a document in memory is one that is copied piece by piece. */
static ort_status window_read(ort_window *window) {
  const ort_input *input = window->input;
  size_t room = window->capacity - window->filled;
  size_t length = 0;
  if (input->read != NULL) {
    ort_status status = input->read(input->context, window->data + window->filled, room, &length);
    if (status != ORT_OK) return status;
    if (length > room) return ORT_IO;
  } else {
    length = input->size - window->taken < room ? input->size - window->taken : room;
    if (length > 0) memcpy(window->data + window->filled, input->data + window->taken, length);
    window->taken += length;
  }
  window->filled += length;
  window->at_end = length == 0;
  return ORT_OK;
}

/* Makes room for wanted more bytes and the NUL; a window that is half full of one token grows, so that reads stay large. */
static ort_status window_grow(ort_window *window, size_t wanted) {
  size_t capacity = window->capacity == 0 ? WINDOW_BYTES : window->capacity;
  char *data;
  if (wanted > SIZE_MAX - 1 - window->filled) return ORT_MEMORY;
  while (capacity < window->filled + wanted || capacity / 2 < window->filled) {
    if (capacity > SIZE_MAX / 2 - 1) return ORT_MEMORY;
    capacity *= 2;
  }
  if (capacity == window->capacity) return ORT_OK;
  data = (char *)window->allocator->resize(window->allocator->context, window->data, capacity + 1);
  if (data == NULL) return ORT_MEMORY;
  window->data = data;
  window->capacity = capacity;
  return ORT_OK;
}

ORT_API ort_status ort_window_fill(ort_window *window, size_t used, size_t wanted) {
  size_t target;
  ort_status status;
  if (used > 0) memmove(window->data, window->data + used, window->filled - used);
  window->filled -= used;
  window->offset += used;
  status = window_grow(window, wanted);
  target = window->filled + wanted;
  while (status == ORT_OK && !window->at_end && window->filled < target) status = window_read(window);
  if (window->data != NULL) window->data[window->filled] = '\0';
  return status;
}

ORT_API void ort_window_free(ort_window *window) {
  if (window->data != NULL) window->allocator->resize(window->allocator->context, window->data, 0);
  window->data = NULL;
}

ORT_API size_t ort_signature(const char *text, size_t length) {
  return length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

ORT_API const char *ort_status_message(ort_status status) {
  switch (status) {
    case ORT_MEMORY: return "there is not enough memory to read this document";
    case ORT_LIMIT: return "this document exceeds a limit";
    case ORT_STOPPED: return "the caller stopped the reading here";
    case ORT_IO: return "this document could not be read any further";
    case ORT_UNGROUPED: return "the triples of this subject do not stand together";
    case ORT_DISK: return "temporary data could not be written or read again";
    case ORT_OK:
    case ORT_SYNTAX: break;
  }
  return "this document is not well formed";
}

ORT_API void ort_error_set(ort_error *error, const char *message, uint32_t line, uint64_t column, uint64_t offset) {
  if (error == NULL) return;
  error->message = message;
  error->at = ort_position_of(line, column);
  error->offset = offset;
}
