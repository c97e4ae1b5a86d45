/* SPDX-License-Identifier: Apache-2.0 */
/* The prefixes in scope. A document may declare millions of them, and declare one again and again. */
#include "ort_turtle.h"

#include <string.h>

/* Seeded by an address, so that no document can be written to collide; no result depends on the order of the slots. */
static uint64_t pfx_hash(const ort_ttl_prefixes *prefixes, const char *name, size_t length) {
  uint64_t hash = prefixes->seed ^ length;
  size_t i;
  for (i = 0; i < length; i++) {
    hash = (hash ^ (unsigned char)name[i]) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 29;
  }
  return hash;
}

static ort_ttl_prefix *pfx_slot(const ort_ttl_prefixes *prefixes, uint64_t hash, const char *name, size_t length) {
  size_t i = (size_t)hash & (prefixes->capacity - 1);
  for (;;) {
    ort_ttl_prefix *slot = &prefixes->slots[i];
    if (slot->block == NULL) return slot;
    if (slot->hash == hash && slot->name_length == length && memcmp(slot->block, name, length) == 0) return slot;
    i = (i + 1) & (prefixes->capacity - 1);
  }
}

ORT_API const ort_ttl_prefix *ort_ttl_prefix_find(ort_ttl_prefixes *prefixes, const char *name, size_t length) {
  const ort_ttl_prefix *last = prefixes->last;
  if (last != NULL && last->name_length == length && memcmp(last->block, name, length) == 0) return last;
  if (prefixes->capacity == 0) return NULL;
  last = pfx_slot(prefixes, pfx_hash(prefixes, name, length), name, length);
  if (last->block == NULL) return NULL;
  prefixes->last = last;
  return last;
}

static ort_status pfx_grow(ort_ttl_prefixes *prefixes, const ort_allocator *allocator) {
  ort_ttl_prefixes grown = *prefixes;
  size_t i;
  if (prefixes->count < prefixes->capacity / 2) return ORT_OK;
  grown.capacity = prefixes->capacity == 0 ? 32 : prefixes->capacity * 2;
  if (grown.capacity > SIZE_MAX / sizeof *grown.slots) return ORT_MEMORY;
  grown.slots = (ort_ttl_prefix *)allocator->resize(allocator->context, NULL, grown.capacity * sizeof *grown.slots);
  if (grown.slots == NULL) return ORT_MEMORY;
  memset(grown.slots, 0, grown.capacity * sizeof *grown.slots);
  if (prefixes->capacity == 0) grown.seed = (uint64_t)(uintptr_t)grown.slots * 0xD6E8FEB86659FD93u;
  for (i = 0; i < prefixes->capacity; i++) {
    const ort_ttl_prefix *old = &prefixes->slots[i];
    if (old->block != NULL) *pfx_slot(&grown, old->hash, old->block, old->name_length) = *old;
  }
  if (prefixes->slots != NULL) allocator->resize(allocator->context, prefixes->slots, 0);
  grown.last = NULL;
  *prefixes = grown;
  return ORT_OK;
}

ORT_API ort_status ort_ttl_prefix_set(ort_ttl_prefixes *prefixes, const char *name, size_t length, const char *iri,
                                      size_t iri_length, const ort_allocator *allocator) {
  ort_ttl_prefix *slot;
  uint64_t hash;
  char *block;
  if (pfx_grow(prefixes, allocator) != ORT_OK || length > SIZE_MAX - 1 - iri_length) return ORT_MEMORY;
  hash = pfx_hash(prefixes, name, length);
  slot = pfx_slot(prefixes, hash, name, length);
  block = (char *)allocator->resize(allocator->context, NULL, length + iri_length + 1); /* 0 bytes would free */
  if (block == NULL) return ORT_MEMORY;
  if (length > 0) memcpy(block, name, length);
  if (iri_length > 0) memcpy(block + length, iri, iri_length);
  if (slot->block != NULL) allocator->resize(allocator->context, slot->block, 0);
  else prefixes->count++;
  slot->block = block;
  slot->name_length = length;
  slot->iri_length = iri_length;
  slot->hash = hash;
  return ORT_OK;
}

ORT_API void ort_ttl_prefixes_free(ort_ttl_prefixes *prefixes, const ort_allocator *allocator) {
  size_t i;
  for (i = 0; i < prefixes->capacity; i++) {
    if (prefixes->slots[i].block != NULL) allocator->resize(allocator->context, prefixes->slots[i].block, 0);
  }
  if (prefixes->slots != NULL) allocator->resize(allocator->context, prefixes->slots, 0);
  memset(prefixes, 0, sizeof *prefixes);
}
