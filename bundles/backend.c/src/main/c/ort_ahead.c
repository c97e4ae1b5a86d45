/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The sink of the readers: drops what the program does not look at, and has a few triples wait, in order, between the moment when
 * it is known where in memory their terms will be looked for and the look: the processor fetches that memory meanwhile. What
 * becomes of the triples, the numbers of their terms included, does not depend on how many wait; ORT_NO_AHEAD lets none.
 */
#include "ort_key.h"

#include <string.h>

#define AH_TRIPLES 4u
#ifndef ORT_NO_AHEAD
#define AH_WAIT 3u
#else
#define AH_WAIT 0u
#endif
/* A table of so many slots is in the processor's cache, and there is nothing to wait for. */
#ifndef ORT_CACHED_SLOTS
#define ORT_CACHED_SLOTS 4096u
#endif
#define AH_TEXT 244u /* longer terms do not wait */

/* A copy of a term: a record and its text. */
typedef union ah_copy {
  ort_record record;
  char bytes[sizeof(ort_record) + AH_TEXT];
} ah_copy;

typedef struct ah_triple {
  tt_key object;
  uint64_t hash;
  ort_position object_at;
  uint32_t predicate;
  uint8_t passed; /* the object did, and all that remains is its hash */
  uint8_t is_new; /* the subject is not known to be that of the triple before */
  tt_key subject;
  ort_position subject_at;
  ah_copy subject_copy;
  ah_copy object_copy;
} ah_triple;

struct ort_ahead {
  ah_triple triples[AH_TRIPLES];
  uint32_t waiting;
  uint32_t next;  /* where the next triple goes */
  uint32_t since; /* triples begun since the last subject, with its own; 0: none in this document */
  int fresh;      /* the last triple read has the subject of the last one that was not dropped */
};

/* Eight bytes, the first one least. */
static uint64_t ah_load(const char *p) {
  uint64_t v = 0;
#if defined(__BYTE_ORDER__) && defined(__ORDER_LITTLE_ENDIAN__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  memcpy(&v, p, sizeof v);
#else
  unsigned i;
  for (i = 0; i < 8; i++) v |= (uint64_t)(unsigned char)p[i] << (8 * i);
#endif
  return v;
}

/* IRIs of one vocabulary differ at their end: the last 16 bytes and the length decide where the search starts. */
ORT_API uint32_t ort_predicate_hash(const char *text, size_t length) {
  char tail[16];
  uint64_t h;
  if (length < sizeof tail) {
    memset(tail, 0, sizeof tail);
    if (length > 0) memcpy(tail, text, length);
    text = tail;
  } else {
    text += length - sizeof tail;
  }
  h = (ah_load(text) + length) * UINT64_C(0x9E3779B97F4A7C15);
  h = (h ^ (h >> 29) ^ ah_load(text + 8)) * UINT64_C(0xBF58476D1CE4E5B9);
  return (uint32_t)(h >> 32);
}

static inline int ah_is_predicate(const ort_program *program, uint32_t id, const ort_term *predicate) {
  const ort_constant *constant = &program->constants[id - 1];
  return constant->length == predicate->text_length && memcmp(constant->text, predicate->text, constant->length) == 0;
}

/* The id of the predicate when the program reads it, else 0. */
#ifdef ORT_NO_PERFECT_HASH
/* What the hash is measured against: compares with one after the other, for each triple anew. */
static uint32_t ah_known_predicate(ort_run *run, const ort_term *predicate) {
  const ort_program *program = run->program;
  uint32_t at;
  for (at = 0; at <= program->predicate_mask; at++) {
    if (program->predicates[at] != 0 && ah_is_predicate(program, program->predicates[at], predicate)) return program->predicates[at];
  }
  return 0;
}
#else
static uint32_t ah_predicate(const ort_program *program, const ort_term *predicate) {
  uint32_t at = ort_predicate_hash(predicate->text, predicate->text_length) & program->predicate_mask;
  while (program->predicates[at] != 0 && !ah_is_predicate(program, program->predicates[at], predicate)) {
    at = (at + 1) & program->predicate_mask;
  }
  return program->predicates[at];
}

/* The same for a predicate that may have been asked about before: its note is one more than the id. */
static inline uint32_t ah_known_predicate(ort_run *run, const ort_term *predicate) {
  if (predicate->memo == NULL) return ah_predicate(run->program, predicate);
  if (*predicate->memo == 0) *predicate->memo = ah_predicate(run->program, predicate) + 1;
  return *predicate->memo - 1;
}
#endif

/* The oldest triple becomes a row. */
static inline ort_status ah_look(ort_run *run) {
  ort_ahead *ahead = run->ahead;
  const ah_triple *triple = &ahead->triples[(ahead->next - ahead->waiting--) % AH_TRIPLES];
  ort_status status = ORT_OK;
  uint32_t id;
  if (triple->is_new) {
    status = ort_terms_find(&run->terms, &triple->subject, &id);
    if (status == ORT_OK) status = ort_graph_subject(run, id, triple->subject_at);
    if (status != ORT_OK) return status;
  }
  status = triple->passed ? ort_graph_passed(run, triple->hash, &id) : ort_terms_find(&run->terms, &triple->object, &id);
  return status == ORT_OK ? ort_graph_row(run, triple->predicate, id, triple->object_at) : status;
}

static ort_status ah_look_at_all(ort_run *run) {
  ort_status status = ORT_OK;
  while (status == ORT_OK && run->ahead->waiting > 0) status = ah_look(run);
  return status;
}

/* Keeps the text with the triple, if there is room. */
static inline void ah_copy_text(tt_key *key, ah_copy *copy) {
  if (key->length > AH_TEXT || key->text == copy->bytes + sizeof(ort_record)) return;
  memcpy(copy->bytes + sizeof(ort_record), key->text, key->length);
  key->text = copy->bytes + sizeof(ort_record);
}

static inline void ah_begin_term(const ort_terms *terms, tt_key *key) {
  key->hash = tt_hash(terms, key);
  tt_fetch_slot(terms, key);
}

/* Whether the object passes what the program asks of objects of the predicate, so that only its hash is kept. */
static int ah_passes(ort_run *run, ah_triple *triple) {
#ifndef ORT_NO_PASSING
  const tt_key *key = &triple->object;
  ort_record *record = &triple->object_copy.record;
  if (triple->predicate > run->program->constant_count || run->program->passing[triple->predicate] == NULL) return 0;
  if (key->length > AH_TEXT) return 0;
  ah_copy_text(&triple->object, &triple->object_copy);
  ort_terms_describe(&run->terms, key, record);
  run->terms.records[0] = record;
  run->terms.kinds[0] = record->kind;
  if (!run->program->passing[triple->predicate](run, 0)) return 0;
  triple->hash = ort_terms_hash(&run->terms, key);
  return 1;
#else
  (void)run;
  (void)triple;
  return 0;
#endif
}

/* Whether a subject that was not compared with the one before is the same. */
static int ah_is_last_subject(const ort_ahead *ahead, const ort_term *subject) {
  const ah_triple *last = &ahead->triples[(ahead->next - ahead->since) % AH_TRIPLES];
  return ahead->since != 0 && ahead->since < AH_TRIPLES && last->subject.length == subject->text_length &&
         last->subject.length <= AH_TEXT && last->subject.kind == (uint8_t)subject->kind &&
         memcmp(last->subject.text, subject->text, subject->text_length) == 0;
}

static ort_status ah_subject(ort_run *run, ah_triple *triple, const ort_term *subject) {
  ort_ahead *ahead = run->ahead;
  tt_key *key = &triple->subject;
  ort_status status;
  if (ah_is_last_subject(ahead, subject)) return ORT_OK;
  status = ort_terms_key(&run->terms, subject, run->document - 1, key);
  if (status != ORT_OK) return status;
  triple->is_new = 1;
  triple->subject_at = subject->at;
  if (!subject->lasting) ah_copy_text(key, &triple->subject_copy);
  ah_begin_term(&run->terms, key);
  ahead->since = 0;
  return ORT_OK;
}

/* A triple whose predicate is known begins to wait. */
static ort_status ah_begin(ort_run *run, uint32_t predicate, const ort_term *subject, const ort_term *object) {
  ort_ahead *ahead = run->ahead;
  ah_triple *triple = &ahead->triples[ahead->next % AH_TRIPLES];
  ort_status status = ORT_OK;
  triple->predicate = predicate;
  triple->is_new = 0;
  if (!ahead->fresh) status = ah_subject(run, triple, subject);
  if (status != ORT_OK) return status;
  triple->object_at = object->at;
  status = ort_terms_key(&run->terms, object, run->document - 1, &triple->object);
  if (status != ORT_OK) return status;
  if (!object->lasting) ah_copy_text(&triple->object, &triple->object_copy);
  triple->passed = (uint8_t)(run->program->passing != NULL && ah_passes(run, triple));
  if (!triple->passed) ah_begin_term(&run->terms, &triple->object);
  ahead->fresh = 1;
  ahead->since += ahead->since < AH_TRIPLES;
  ahead->next++;
  ahead->waiting++;
  return run->status;
}

/* A triple that does not wait: any predicate is kept and has its number before later terms have, or a term is long. */
static ort_status ah_at_once(ort_run *run, uint32_t id, const ort_term *subject, const ort_term *predicate,
                             const ort_term *object) {
  ort_status status = ah_look_at_all(run);
  if (status == ORT_OK && id == 0) status = ort_terms_intern(&run->terms, predicate, run->document - 1, &id);
  if (status == ORT_OK) status = ah_begin(run, id, subject, object);
  return status == ORT_OK ? ah_look_at_all(run) : status;
}

ORT_API uint32_t ort_known_predicate(ort_run *run, const ort_term *predicate) { return ah_known_predicate(run, predicate); }

ORT_API ort_status ort_graph_triple(void *context, const ort_term *subject, const ort_term *predicate, const ort_term *object) {
  ort_run *run = (ort_run *)context;
  ort_ahead *ahead = run->ahead;
  const uint32_t id = ah_known_predicate(run, predicate);
  ort_status status;
  run->statistics.triples++;
  if (!subject->repeated) ahead->fresh = 0;
  if (run->program->everything) return ah_at_once(run, id, subject, predicate, object);
  if (id == 0) return ORT_OK;
  if (subject->text_length > AH_TEXT || object->text_length > AH_TEXT) return ah_at_once(run, id, subject, predicate, object);
  status = ah_begin(run, id, subject, object);
  if (status != ORT_OK) return status;
  if (ahead->waiting <= AH_WAIT && run->terms.slot_count > ORT_CACHED_SLOTS) return ORT_OK;
  return ah_look(run);
}

/* What waits, before its texts go away; and the subject of what follows is to be looked for. */
ORT_API ort_status ort_graph_settle(void *context) {
  ort_run *run = (ort_run *)context;
  run->ahead->since = 0;
  run->ahead->fresh = 0;
  return ah_look_at_all(run);
}

static ort_status ah_open(ort_run *run) {
  const size_t constants = (size_t)run->program->constant_count + 1;
  if (run->ahead == NULL) {
    run->ahead = (ort_ahead *)ort_resize(&run->memory, NULL, 0, sizeof *run->ahead);
    if (run->ahead == NULL) return ORT_MEMORY;
    memset(run->ahead, 0, sizeof *run->ahead);
  }
  ort_ahead_forget(run); /* what waits is of a document that failed */
  if (run->graph.has == NULL) {
    run->graph.has = (uint8_t *)ort_resize(&run->memory, NULL, 0, constants);
    if (run->graph.has == NULL) return ORT_MEMORY;
    memset(run->graph.has, 0, constants);
  }
  return ORT_OK;
}

ORT_API ort_status ort_graph_document(ort_run *run) {
  const ort_status status = ah_open(run);
  if (status != ORT_OK) return status;
  run->ahead->since = 0;
  run->ahead->fresh = 0;
  run->graph.subject = 0;
  return ort_vector_push(&run->memory, &run->graph.documents, run->graph.count);
}

ORT_API ort_status ort_graph_end(ort_run *run) {
  const ort_status status = ah_look_at_all(run);
  if (status == ORT_OK) ort_graph_tidy(run);
  run->graph.subject = 0;
  return status;
}

ORT_API void ort_ahead_forget(ort_run *run) {
  if (run->ahead == NULL) return;
  run->ahead->waiting = run->ahead->since = 0;
  run->ahead->fresh = 0;
}

ORT_API void ort_ahead_close(ort_run *run) {
  ort_free(&run->memory, run->ahead, sizeof *run->ahead);
  run->ahead = NULL;
}
