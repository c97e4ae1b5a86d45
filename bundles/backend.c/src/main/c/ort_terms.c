/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Exact interning of terms to dense ids. Open addressing with the hash beside the id; a hit compares the text. The hash is keyed,
 * so that nobody can prepare data whose terms collide; ids depend on the order of the data only.
 */
#include "ort_key.h"

#include <string.h>

#define TT_ARENA ((size_t)1 << 18)
#define TT_FIRST_SLOTS ((size_t)1 << 10)

static ort_status tt_more_slots(ort_terms *terms) {
  const size_t count = terms->slot_count == 0 ? TT_FIRST_SLOTS : terms->slot_count * 2;
  ort_slot *slots;
  size_t i;
  if (count > SIZE_MAX / sizeof *slots) return ORT_MEMORY;
  slots = (ort_slot *)ort_resize(terms->memory, NULL, 0, sizeof *slots * count);
  if (slots == NULL) return ORT_MEMORY;
  memset(slots, 0, sizeof *slots * count);
  for (i = 0; i < terms->slot_count; i++) {
    const ort_slot *old = &terms->slots[i];
    size_t at = old->hash & (count - 1);
    if (old->id == 0) continue;
    while (slots[at].id != 0) at = (at + 1) & (count - 1);
    slots[at] = *old;
  }
  ort_free(terms->memory, terms->slots, sizeof *slots * terms->slot_count);
  terms->slots = slots;
  terms->slot_count = count;
  return ORT_OK;
}

static inline void tt_fill(ort_record *record, const tt_key *key) {
  record->length = (uint32_t)key->length;
  record->qualifier = key->qualifier;
  record->kind = key->kind;
  record->type = ORT_TYPE_UNKNOWN;
  record->valid = 0;
  record->spare = 0;
}

/* A copy of the key in the arena. */
static ort_record *tt_record(ort_terms *terms, const tt_key *key) {
  const size_t size = (sizeof(ort_record) + key->length + 3) & ~(size_t)3; /* a record needs no more than that */
  ort_block *arena = terms->arena;
  ort_record *record;
  if (arena == NULL || arena->capacity - arena->used < size) {
    const size_t usual = terms->count < 4096 ? TT_ARENA / 16 : TT_ARENA;
    arena = ort_block_new(terms->memory, size > usual ? size : usual, terms->arena);
    if (arena == NULL) return NULL;
    terms->arena = arena;
  }
  record = (ort_record *)(void *)((char *)(arena + 1) + arena->used);
  arena->used += size;
  tt_fill(record, key);
  if (key->length > 0) memcpy(record + 1, key->text, key->length);
  return record;
}

static ort_status tt_room(ort_terms *terms, uint32_t id) {
  ort_record **grown;
  uint8_t *kinds;
  if (id >= ORT_PASSED) return ORT_LIMIT;
  if (id < terms->capacity) return ORT_OK;
  kinds = (uint8_t *)ort_grow(terms->memory, terms->kinds, 1, &terms->kind_capacity, id + 1);
  if (kinds == NULL) return ORT_MEMORY;
  terms->kinds = kinds;
  grown = (ort_record **)ort_grow(terms->memory, terms->records, sizeof *grown, &terms->capacity, id + 1);
  if (grown == NULL) return ORT_MEMORY;
  terms->records = grown;
  return ORT_OK;
}

/* Adds a term that is not there, as this record when it is one already, under the id wanted, 0 for the next one. */
static ort_status tt_add(ort_terms *terms, const tt_key *key, ort_record *record, uint32_t wanted, size_t at, uint32_t *id) {
  const uint32_t next = wanted != 0 ? wanted : terms->count + 1;
  ort_status status;
  if (key->length > UINT32_MAX) return ORT_LIMIT;
  status = tt_room(terms, next);
  if (status != ORT_OK) return status;
  if (terms->slot_count / 4 * 3 <= (size_t)terms->count + 1) {
    status = tt_more_slots(terms);
    if (status != ORT_OK) return status;
    at = key->hash & (terms->slot_count - 1);
    while (terms->slots[at].id != 0) at = (at + 1) & (terms->slot_count - 1);
  }
  if (record == NULL) record = tt_record(terms, key);
  if (record == NULL) return ORT_MEMORY;
  terms->slots[at].hash = key->hash;
  terms->slots[at].id = next;
  terms->records[next] = record;
  terms->kinds[next] = record->kind;
  if (next - terms->kept <= ORT_PLACES && wanted == 0) terms->places[next - terms->kept - 1] = (uint32_t)at;
  if (wanted == 0) terms->count = next;
  *id = next;
  return ORT_OK;
}

/* The slot of a key whose hash is known: its own, or the free one where it belongs. */
static inline size_t tt_slot(const ort_terms *terms, const tt_key *key) {
  const size_t mask = terms->slot_count - 1;
  size_t at = key->hash & mask;
  while (terms->slots[at].id != 0) {
    if (terms->slots[at].hash == key->hash && tt_same(terms, terms->records[terms->slots[at].id], key)) break;
    at = (at + 1) & mask;
  }
  return at;
}

static inline ort_status tt_find(ort_terms *terms, tt_key *key, uint32_t wanted, uint32_t *id) {
  size_t at;
  key->hash = tt_hash(terms, key);
  at = tt_slot(terms, key);
  *id = terms->slots[at].id;
  return *id != 0 ? ORT_OK : tt_add(terms, key, NULL, wanted, at, id);
}

static ort_status tt_plain(ort_terms *terms, uint8_t kind, uint32_t qualifier, const char *text, size_t length, uint32_t *id) {
  tt_key key;
  key.text = text;
  key.length = length;
  key.qualifier = key.identity = qualifier;
  key.kind = kind;
  return tt_find(terms, &key, 0, id);
}

static ort_status tt_datatype(ort_terms *terms, const char *iri, size_t length, uint32_t *id) {
  const ort_record *last = terms->datatype == 0 ? NULL : terms->records[terms->datatype];
  ort_record *record;
  ort_status status;
  if (last != NULL && last->length == length && memcmp(ort_text_of(last), iri, length) == 0) {
    *id = terms->datatype;
    return ORT_OK;
  }
  status = tt_plain(terms, ORT_IRI, 0, iri, length, id);
  if (status != ORT_OK) return status;
  record = terms->records[*id];
  if (record->type == ORT_TYPE_UNKNOWN) record->type = (uint8_t)ort_datatype_of(iri, length);
  terms->datatype = *id;
  return ORT_OK;
}

/* The tag as written, whose record leads to the tag in lower case. */
static ort_status tt_tag(ort_terms *terms, const char *tag, size_t length, uint32_t *written, uint32_t *identity) {
  char *fold;
  size_t i;
  int upper = 0;
  ort_status status;
  if (length >= UINT32_MAX) return ORT_LIMIT;
  fold = (char *)ort_grow(terms->memory, terms->fold, 1, &terms->fold_capacity, (uint32_t)length + 1);
  if (fold == NULL) return ORT_MEMORY;
  terms->fold = fold;
  for (i = 0; i < length; i++) {
    const int capital = tag[i] >= 'A' && tag[i] <= 'Z';
    upper |= capital;
    fold[i] = capital ? (char)(tag[i] - 'A' + 'a') : tag[i];
  }
  status = tt_plain(terms, ORT_TAG, 0, fold, length, identity);
  if (status != ORT_OK) return status;
  *written = *identity;
  return upper ? tt_plain(terms, ORT_TAG, *identity, tag, length, written) : ORT_OK;
}

static ort_status tt_literal(ort_terms *terms, const ort_term *term, tt_key *key) {
  ort_status status;
  if (term->kind == ORT_LITERAL) {
    status = tt_datatype(terms, term->qualifier, term->qualifier_length, &key->qualifier);
    key->identity = key->qualifier;
    return status;
  }
  return tt_tag(terms, term->qualifier, term->qualifier_length, &key->qualifier, &key->identity);
}

static void tt_typed(const ort_terms *terms, ort_record *record) {
  if (record->type != ORT_TYPE_UNKNOWN) return;
  if (record->kind == ORT_LITERAL) record->type = terms->records[record->qualifier]->type;
  if (record->kind == ORT_LANG_LITERAL) record->type = ORT_DT_LANG_STRING;
}

/* All that is asked of a string's characters is that XML knows them. */
static inline void tt_valid(const tt_key *key, ort_record *record) {
  if (key->plain && record->type == ORT_DT_STRING) record->valid = 1;
}

ORT_API ort_status ort_terms_key(ort_terms *terms, const ort_term *term, uint32_t document, tt_key *key) {
  key->text = term->text;
  key->length = term->text_length;
  key->kind = (uint8_t)term->kind;
  key->plain = (uint8_t)term->plain;
  key->qualifier = key->identity = term->kind == ORT_BLANK ? document + 1 : 0;
  return term->kind == ORT_IRI || term->kind == ORT_BLANK ? ORT_OK : tt_literal(terms, term, key);
}

ORT_API ort_status ort_terms_find(ort_terms *terms, const tt_key *key, uint32_t *id) {
  const size_t at = tt_slot(terms, key);
  ort_status status;
  *id = terms->slots[at].id;
  if (*id != 0) return ORT_OK;
  status = tt_add(terms, key, NULL, 0, at, id);
  if (status != ORT_OK) return status;
  tt_typed(terms, terms->records[*id]);
  tt_valid(key, terms->records[*id]);
  return ORT_OK;
}

ORT_API int ort_terms_knows(const ort_terms *terms, tt_key *key) {
  key->hash = tt_hash(terms, key);
  return terms->slots[tt_slot(terms, key)].id != 0;
}

ORT_API ort_status ort_terms_intern(ort_terms *terms, const ort_term *term, uint32_t document, uint32_t *id) {
  tt_key key;
  const ort_status status = ort_terms_key(terms, term, document, &key);
  if (status != ORT_OK) return status;
  key.hash = tt_hash(terms, &key);
  return ort_terms_find(terms, &key, id);
}

ORT_API void ort_terms_describe(const ort_terms *terms, const tt_key *key, ort_record *record) {
  tt_fill(record, key);
  tt_typed(terms, record);
  tt_valid(key, record);
}

ORT_API uint64_t ort_terms_hash(ort_terms *terms, const tt_key *key) {
  uint64_t with = key->identity;
  if (key->kind == ORT_LITERAL || key->kind == ORT_LANG_LITERAL) { /* other tables have other ids for it */
    if (terms->hashed != key->identity) {
      const ort_record *of = terms->records[key->identity];
      terms->hashed_text = tt_hash_text(terms, ort_text_of(of), of->length, of->kind);
      terms->hashed = key->identity;
    }
    with = terms->hashed_text;
  }
  return tt_hash_text(terms, key->text, key->length, with << 8 ^ with >> 56 ^ key->kind);
}

static ort_status tt_constant(ort_terms *terms, const ort_constant *constant, uint32_t id) {
  ort_term term;
  tt_key key;
  ort_status status = ORT_OK;
  uint32_t found;
  memset(&term, 0, sizeof term);
  term.kind = constant->kind;
  term.qualifier = constant->qualifier;
  term.qualifier_length = constant->qualifier_length;
  key.text = constant->text;
  key.length = constant->length;
  key.kind = (uint8_t)constant->kind;
  key.qualifier = key.identity = 0;
  if (constant->kind == ORT_BLANK) {
    terms->records[id] = tt_record(terms, &key);
    terms->kinds[id] = ORT_BLANK;
    return terms->records[id] == NULL ? ORT_MEMORY : ORT_OK;
  }
  if (constant->kind != ORT_IRI) status = tt_literal(terms, &term, &key);
  if (status == ORT_OK) status = tt_find(terms, &key, id, &found);
  if (status == ORT_OK) tt_typed(terms, terms->records[id]);
  return status;
}

ORT_API ort_status ort_terms_open(ort_terms *terms, ort_memory *memory, uint64_t seed, const ort_constant *constants,
                                  uint32_t count) {
  ort_status status;
  uint32_t i;
  terms->memory = memory;
  terms->seed = seed;
  for (i = 0; i < 3; i++) {
    seed += UINT64_C(0x9E3779B97F4A7C15);
    terms->keys[i] = tt_mix(seed ^ UINT64_C(0xA24BAED4963EE407), seed ^ UINT64_C(0x9FB21C651E98DF25)) | 1;
  }
  status = tt_more_slots(terms);
  if (status == ORT_OK) status = tt_room(terms, count > 0 ? count : 1);
  terms->count = count;
  if (count > 0 && status == ORT_OK) memset(terms->records, 0, sizeof *terms->records * ((size_t)count + 1));
  /* datatypes are IRIs: all of those have their ids before the first literal asks for one */
  for (i = 0; i < count && status == ORT_OK; i++) {
    if (constants[i].kind == ORT_IRI) status = tt_constant(terms, &constants[i], i + 1);
  }
  for (i = 0; i < count && status == ORT_OK; i++) {
    if (constants[i].kind != ORT_IRI) status = tt_constant(terms, &constants[i], i + 1);
  }
  return status;
}

/* The qualifier's id in this table: a datatype or a tag, each of which was there before the term. */
static uint32_t tt_mapped(const ort_record *record, const uint32_t *map) {
  return record->kind == ORT_IRI || record->kind == ORT_BLANK || record->qualifier == 0 ? record->qualifier
                                                                                       : map[record->qualifier];
}

static ort_status tt_take(ort_terms *terms, ort_record *record, const uint32_t *map, uint32_t hash, uint32_t *id) {
  const uint32_t qualifier = tt_mapped(record, map);
  /* what a tag is in lower case may have another number even when the tag has the same */
  const int moved = qualifier != record->qualifier || record->kind == ORT_LANG_LITERAL;
  ort_record *known;
  tt_key key;
  size_t at;
  record->qualifier = qualifier;
  key.text = ort_text_of(record);
  key.length = record->length;
  key.kind = record->kind;
  key.qualifier = qualifier;
  key.identity = record->kind == ORT_LANG_LITERAL ? ort_tag_identity(terms, qualifier) : qualifier;
  key.hash = moved ? tt_hash(terms, &key) : hash;
  at = tt_slot(terms, &key);
  *id = terms->slots[at].id;
  if (*id == 0) return tt_add(terms, &key, record, 0, at, id);
  known = terms->records[*id];
  if (known->type == ORT_TYPE_UNKNOWN) known->type = record->type;
  return ORT_OK;
}

ORT_API ort_status ort_terms_take(ort_terms *terms, ort_terms *other, uint32_t constants, uint32_t *map) {
  ort_status status = ORT_OK;
  ort_block *last = other->arena;
  size_t bytes = 0;
  size_t i;
  uint32_t id;
  memset(map, 0, sizeof *map * ((size_t)other->count + 1));
  for (i = 0; i < other->slot_count; i++) map[other->slots[i].id] = other->slots[i].hash;
  for (id = 1; id <= other->count && status == ORT_OK; id++) {
    if (id + 8 <= other->count) ORT_PREFETCH(&terms->slots[map[id + 8] & (terms->slot_count - 1)]);
    if (id <= constants) {
      map[id] = id;
    } else {
      status = tt_take(terms, other->records[id], map, map[id], &map[id]);
    }
  }
  if (last == NULL) return status;
  for (bytes = sizeof *last + last->capacity; last->below != NULL; bytes += sizeof *last + last->capacity) last = last->below;
  if (terms->arena == NULL) {
    terms->arena = other->arena;
  } else { /* what is left of the newest block stays in use */
    last->below = terms->arena->below;
    terms->arena->below = other->arena;
  }
  other->arena = NULL;
  other->memory->used -= bytes;
  terms->memory->used += bytes;
  if (terms->memory->used > terms->memory->peak) terms->memory->peak = terms->memory->used;
  return status;
}

ORT_API void ort_terms_close(ort_terms *terms) {
  ort_memory *memory = terms->memory;
  if (memory == NULL) return;
  ort_block_free(memory, terms->arena, NULL);
  ort_free(memory, terms->slots, sizeof *terms->slots * terms->slot_count);
  ort_free(memory, terms->records, sizeof *terms->records * terms->capacity);
  ort_free(memory, terms->kinds, terms->kind_capacity);
  ort_free(memory, terms->fold, terms->fold_capacity);
  memset(terms, 0, sizeof *terms);
}
