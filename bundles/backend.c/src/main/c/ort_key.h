/* SPDX-License-Identifier: Apache-2.0 */
/* What a term is looked up by in the term table, and its keyed hash. Private to the term table. */
#ifndef ORT_KEY_H
#define ORT_KEY_H

#include "ort_run.h"

#include <string.h>

#if defined(__GNUC__)
#define ORT_PREFETCH(address) __builtin_prefetch(address)
#else
#define ORT_PREFETCH(address) ((void)(address))
#endif

typedef struct tt_key {
  const char *text;
  size_t length;
  uint32_t qualifier;
  uint32_t identity; /* the qualifier, but of a tag that in lower case */
  uint32_t hash;
  uint8_t kind;
  uint8_t plain; /* as of a term */
} tt_key;

/* The product of two 64-bit numbers, its halves folded together. */
static inline uint64_t tt_mix(uint64_t a, uint64_t b) {
#if defined(__SIZEOF_INT128__)
  __extension__ typedef unsigned __int128 tt_wide;
  const tt_wide product = (tt_wide)a * b;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
#else
  const uint64_t a_low = a & UINT32_MAX, a_high = a >> 32, b_low = b & UINT32_MAX, b_high = b >> 32;
  const uint64_t low = a_low * b_low, one = a_high * b_low, two = a_low * b_high;
  const uint64_t middle = (low >> 32) + (one & UINT32_MAX) + (two & UINT32_MAX);
  const uint64_t high = a_high * b_high + (one >> 32) + (two >> 32) + (middle >> 32);
  return ((low & UINT32_MAX) | (middle << 32)) ^ high;
#endif
}

static inline uint64_t tt_load(const char *p) {
  uint64_t v;
  memcpy(&v, p, sizeof v);
  return v;
}

/* The up to 8 bytes at p as a number. */
static inline uint64_t tt_load_some(const char *p, size_t length) {
  uint64_t v = 0;
  if (length > 0) memcpy(&v, p, length > 8 ? 8 : length);
  return v;
}

/* A keyed hash of a text, and of what else tells it from others. */
static inline uint64_t tt_hash_text(const ort_terms *terms, const char *p, size_t length, uint64_t with) {
  size_t left = length;
  uint64_t h = terms->keys[0] ^ with;
  for (; left > 16; left -= 16, p += 16) h = tt_mix(tt_load(p) ^ terms->keys[1], tt_load(p + 8) ^ h);
  if (length >= 16) {
    p = p + left - 16;
    h = tt_mix(tt_load(p) ^ terms->keys[1], tt_load(p + 8) ^ h);
  } else {
    h = tt_mix(tt_load_some(p, left) ^ terms->keys[1], tt_load_some(p + 8, left > 8 ? left - 8 : 0) ^ h);
  }
  return tt_mix(h ^ terms->keys[2], terms->keys[1] ^ length);
}

static inline uint32_t tt_hash(const ort_terms *terms, const tt_key *key) {
  return (uint32_t)tt_hash_text(terms, key->text, key->length, (uint64_t)key->identity << 8 | key->kind);
}

static inline int tt_same(const ort_terms *terms, const ort_record *record, const tt_key *key) {
  if (record->length != key->length || record->kind != key->kind) return 0;
  if (record->qualifier != key->qualifier) {
    if (key->kind != ORT_LANG_LITERAL) return 0;
    if (ort_tag_identity(terms, record->qualifier) != key->identity) return 0;
  }
  return key->length == 0 || memcmp(ort_text_of(record), key->text, key->length) == 0;
}

/* Starts to fetch the slot where the search begins. */
static inline void tt_fetch_slot(const ort_terms *terms, const tt_key *key) {
  ORT_PREFETCH(&terms->slots[key->hash & (terms->slot_count - 1)]);
}

/* A term's key without its hash: its text is a view of the term's. */
ORT_API ort_status ort_terms_key(ort_terms *terms, const ort_term *term, uint32_t document, tt_key *key);
/* The id of a term whose key has its hash, added when it is new. */
ORT_NEAR ort_status ort_terms_find(ort_terms *terms, const tt_key *key, uint32_t *id);
/* Whether a term is there. */
ORT_API int ort_terms_knows(const ort_terms *terms, tt_key *key);
/* A record as it would be added. */
ORT_API void ort_terms_describe(const ort_terms *terms, const tt_key *key, ort_record *record);
/* A hash that depends on the term and the table's seed only. */
ORT_API uint64_t ort_terms_hash(ort_terms *terms, const tt_key *key);

#endif
