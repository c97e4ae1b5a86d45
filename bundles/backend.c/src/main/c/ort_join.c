/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the parts on disk are told of value nodes: sorted by the hash of a node, those who ask for its types meet these, and the
 * first of its triples. ort_part.c finds the nodes by their terms: that a hash is another node's, too, costs time only.
 */
#include "ort_scale.h"

#include <string.h>

static uint64_t jo_key(const ort_sorted *found, unsigned i) {
  uint64_t key;
  memcpy(&key, found->record + sizeof key * i, sizeof key);
  return key;
}

/* Notes all parts that ask for the types of a node; afterwards wanted is the first question about a later one. */
static ort_status jo_askers(ort_grouping *grouping, uint64_t hash, ort_sorted *wanted, uint32_t *parts, uint32_t *count) {
  ort_status status = ORT_OK;
  *count = 0;
  while (status == ORT_OK && wanted->record != NULL && jo_key(wanted, 0) <= hash) {
    if (jo_key(wanted, 0) == hash && !wanted->repeated) parts[(*count)++] = (uint32_t)jo_key(wanted, 1);
    status = ort_sorter_next(&grouping->wanted, wanted);
  }
  return status;
}

/* What is told of a node, as its parts. */
typedef struct jo_told {
  ort_packed begin;
  ort_origin origin;
  const char *subject;
  ort_packed triple;
  const char *object;
} jo_told;

static jo_told jo_unpack(const char *text) {
  jo_told told;
  memcpy(&told.begin, text, sizeof told.begin);
  memcpy(&told.origin, text + sizeof told.begin, sizeof told.origin);
  told.subject = text + sizeof told.begin + sizeof told.origin;
  memcpy(&told.triple, told.subject + told.begin.length, sizeof told.triple);
  told.object = told.subject + told.begin.length + sizeof told.triple;
  return told;
}

/* As many types of a node are told apart; more are told as often as they were said. */
#define JO_KNOWN 16u
typedef struct jo_known {
  ort_mark mark;
  jo_told told[JO_KNOWN];
  uint32_t count;
} jo_known;

/* Whether parts know already: a type, or any triple but the first, which is where the node is. */
static int jo_is_known(const ort_run *run, const jo_known *known, const jo_told *told) {
  uint32_t i;
  int subject = 0;
  for (i = 0; i < known->count; i++) {
    const jo_told *other = &known->told[i];
    const int blank = told->begin.kind == (uint32_t)ORT_BLANK;
    if (other->begin.kind != told->begin.kind || other->begin.length != told->begin.length ||
        (blank && other->origin.document != told->origin.document) ||
        memcmp(other->subject, told->subject, told->begin.length) != 0) {
      continue;
    }
    subject = 1;
    if (other->triple.predicate == told->triple.predicate && other->triple.kind == told->triple.kind &&
        other->triple.length == told->triple.length && other->triple.bytes == told->triple.bytes &&
        memcmp(other->object, told->object, told->triple.bytes) == 0 &&
        (told->triple.kind != (uint32_t)ORT_BLANK || other->origin.document == told->origin.document)) {
      return 1;
    }
  }
  return subject && told->triple.predicate != run->program->type;
}

/* Whether something is to be told; it is remembered then. */
static int jo_is_new(ort_run *run, jo_known *known, const ort_sorted *type) {
  const jo_told told = jo_unpack(type->text);
  char *copy;
  if (jo_is_known(run, known, &told)) return 0;
  copy = known->count == JO_KNOWN ? NULL : (char *)ort_scratch_new(run, type->length);
  if (copy == NULL) return 1;
  memcpy(copy, type->text, type->length);
  known->told[known->count++] = jo_unpack(copy);
  return 1;
}

/* Gives each part the types that it asks for. */
static ort_status jo_join(ort_run *run) {
  ort_grouping *grouping = &run->scale->grouping;
  uint32_t parts[1u << ORT_GROUP_BITS];
  jo_known known;
  uint32_t count = 0;
  uint64_t hash = 0;
  uint32_t i;
  ort_sorted wanted, type;
  ort_status status = ort_sorter_read(&grouping->wanted);
  known.mark = ort_scratch_mark(run);
  known.count = 0;
  if (status == ORT_OK) status = ort_sorter_read(&grouping->types);
  if (status == ORT_OK) status = ort_sorter_next(&grouping->wanted, &wanted);
  while (status == ORT_OK && (status = ort_sorter_next(&grouping->types, &type)) == ORT_OK && type.record != NULL) {
    if (jo_key(&type, 0) != hash) {
      hash = jo_key(&type, 0);
      ort_scratch_release(run, known.mark);
      known.count = 0;
      status = jo_askers(grouping, hash, &wanted, parts, &count);
    }
    if (count == 0 || !jo_is_new(run, &known, &type)) continue;
    for (i = 0; i < count && status == ORT_OK; i++) {
      status = ort_stream_write(&run->scale->spool, &grouping->parts[parts[i]].types, type.text, type.length);
    }
  }
  for (i = 0; i < (uint32_t)1 << grouping->bits && status == ORT_OK; i++) {
    status = ort_stream_end(&run->scale->spool, &grouping->parts[i].types);
  }
  ort_sorter_close(&grouping->wanted);
  ort_sorter_close(&grouping->types);
  return status;
}

ORT_API ort_status ort_group_end(ort_run *run) {
  ort_scale *scale = run->scale;
  ort_grouping *grouping = &scale->grouping;
  ort_status status = ORT_OK;
  uint32_t i;
  for (i = 0; i < (uint32_t)1 << grouping->bits && status == ORT_OK; i++) {
    status = ort_stream_end(&scale->spool, &grouping->parts[i].own);
  }
  return status == ORT_OK ? jo_join(run) : status;
}
