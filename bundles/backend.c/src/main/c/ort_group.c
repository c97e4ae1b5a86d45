/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Grouping by subject on disk. Triples that the program keeps go to one of many parts by a keyed hash of their subject, in the order
 * of the data and with all that the readers know of them. Where the types of value nodes matter they are joined: sorted by the hash
 * of a node, the parts that ask for its types meet those. Hashes only say where triples go: two nodes with one hash cost time,
 * nothing else. ort_part.c reads the parts.
 */
#include "ort_scale.h"

#include <string.h>

#ifndef ORT_GROUP_BITS
#define ORT_GROUP_BITS 8u
#endif

ORT_API ort_status ort_group_open(ort_run *run) {
  ort_scale *scale = run->scale;
  ort_grouping *grouping = &scale->grouping;
  size_t count = 2;
  size_t i;
  grouping->bits = 1;
  while (grouping->bits < ORT_GROUP_BITS && count * 2 * scale->spool.block_bytes <= scale->bound / 4) {
    grouping->bits++;
    count *= 2;
  }
  ort_sorter_open(&grouping->wanted, &scale->spool, 2, scale->bound / 16);
  ort_sorter_open(&grouping->types, &scale->spool, 2, scale->bound / 16);
  grouping->parts = (ort_part *)ort_resize(&run->memory, NULL, 0, sizeof *grouping->parts * count);
  if (grouping->parts == NULL) return ORT_MEMORY;
  memset(grouping->parts, 0, sizeof *grouping->parts * count);
  for (i = 0; i < count; i++) grouping->parts[i].least = UINT64_MAX;
  return ORT_OK;
}

ORT_API void ort_group_close(ort_run *run) {
  ort_grouping *grouping = &run->scale->grouping;
  const size_t count = (size_t)1 << grouping->bits;
  size_t i;
  if (grouping->parts == NULL) return;
  for (i = 0; i < count; i++) {
    ort_stream_free(&run->scale->spool, &grouping->parts[i].own, 0);
    ort_stream_free(&run->scale->spool, &grouping->parts[i].types, 0);
  }
  ort_free(&run->memory, grouping->parts, sizeof *grouping->parts * count);
  ort_sorter_close(&grouping->wanted);
  ort_sorter_close(&grouping->types);
  ort_vector_free(&run->memory, &grouping->text);
  ort_free(&run->memory, grouping->numbers, sizeof *grouping->numbers * grouping->number_capacity);
  memset(grouping, 0, sizeof *grouping);
}

ORT_API ort_status ort_group_subject(ort_run *run, const char *text, size_t length) {
  ort_grouping *grouping = &run->scale->grouping;
  uint32_t *grown;
  if (length > UINT32_MAX / 2) return ORT_LIMIT;
  grown = (uint32_t *)ort_grow(&run->memory, grouping->text.at, sizeof *grown, &grouping->text.capacity, (uint32_t)(length / 4) + 1);
  if (grown == NULL) return ORT_MEMORY;
  grouping->text.at = grown;
  if (length > 0) memcpy(grown, text, length);
  grouping->length = length;
  return ORT_OK;
}

/* Begins a stretch unless the subject is that of the last triple that was kept, in the same document. */
static ort_status gp_subject(ort_run *run, const ort_term *subject) {
  ort_grouping *grouping = &run->scale->grouping;
  tt_key key;
  ort_status status;
  if (grouping->document == run->document && grouping->kind == subject->kind && grouping->length == subject->text_length &&
      memcmp(grouping->text.at, subject->text, subject->text_length) == 0) {
    return ORT_OK;
  }
  status = ort_terms_key(&run->terms, subject, run->document - 1, &key);
  if (status == ORT_OK) status = ort_group_subject(run, subject->text, subject->text_length);
  if (status != ORT_OK) return status;
  grouping->hash = ort_terms_hash(&run->terms, &key);
  grouping->kind = subject->kind;
  grouping->document = run->document;
  grouping->at = subject->at;
  grouping->number++;
  return ORT_OK;
}

/* The record that a stretch begins with. */
static ort_origin gp_origin(const ort_grouping *grouping, ort_packed *packed) {
  ort_origin origin;
  memset(packed, 0, sizeof *packed);
  packed->predicate = ORT_BEGINS;
  packed->kind = (uint32_t)grouping->kind;
  packed->length = (uint32_t)grouping->length;
  packed->bytes = (uint32_t)(sizeof origin + grouping->length);
  packed->at = grouping->at;
  origin.number = grouping->number;
  origin.hash = grouping->hash;
  origin.document = grouping->document;
  origin.spare = 0;
  return origin;
}

ORT_API ort_status ort_group_put(ort_run *run, ort_part *part, int own, const ort_packed *packed, const char *const *texts) {
  ort_spool *spool = &run->scale->spool;
  const ort_grouping *grouping = &run->scale->grouping;
  const size_t others = packed->bytes - packed->length - packed->qualifier_length;
  ort_status status = ORT_OK;
  if (part->stretch != grouping->number) {
    ort_packed begin;
    const ort_origin origin = gp_origin(grouping, &begin);
    status = ort_stream_write(spool, &part->own, &begin, sizeof begin);
    if (status == ORT_OK) status = ort_stream_write(spool, &part->own, &origin, sizeof origin);
    if (status == ORT_OK) status = ort_stream_write(spool, &part->own, grouping->text.at, grouping->length);
    part->stretch = grouping->number;
  }
  if (own && grouping->hash < part->least) {
    part->least = grouping->hash;
    part->document = grouping->document;
    part->at = grouping->at;
  }
  if (own && grouping->hash > part->most) part->most = grouping->hash;
  if (status == ORT_OK) status = ort_stream_write(spool, &part->own, packed, sizeof *packed);
  if (status == ORT_OK) status = ort_stream_write(spool, &part->own, texts[0], packed->length);
  if (status == ORT_OK) status = ort_stream_write(spool, &part->own, texts[1], packed->qualifier_length);
  return status == ORT_OK ? ort_stream_write(spool, &part->own, texts[2], others) : status;
}

/* Whether values are looked at as more than terms. */
static int gp_looks_at_values(const ort_run *run) {
  const ort_reach *reach = run->program->reach;
  return reach->types != NULL || (reach->details != NULL && run->details.deepest > 0);
}

/* Whether a triple is among what is told of a value node: its types, and where the first of its triples is. */
static int gp_is_told(ort_run *run, uint32_t predicate) {
  ort_grouping *grouping = &run->scale->grouping;
  const int first = grouping->told != grouping->number && (ort_role(run->program, predicate) & ORT_ROLE_FORWARD) != 0;
  if (first) grouping->told = grouping->number;
  return first || (predicate == run->program->type && predicate != 0);
}

/* A triple for the parts that will ask for its subject: what they read of it, in one piece. */
static ort_status gp_tell(ort_run *run, const ort_packed *packed, const char *const *texts) {
  ort_scale *scale = run->scale;
  ort_grouping *grouping = &scale->grouping;
  const uint64_t keys[2] = {grouping->hash, scale->kept};
  const size_t others = packed->bytes - packed->length - packed->qualifier_length;
  const size_t size = 2 * sizeof *packed + sizeof(ort_origin) + grouping->length + packed->bytes;
  const ort_mark mark = ort_scratch_mark(run);
  char *text = (char *)ort_scratch_new(run, size);
  char *at = text;
  ort_packed begin;
  const ort_origin origin = gp_origin(grouping, &begin);
  ort_status status;
  if (text == NULL) return ORT_MEMORY;
  memcpy(at, &begin, sizeof begin);
  memcpy(at += sizeof begin, &origin, sizeof origin);
  memcpy(at += sizeof origin, grouping->text.at, grouping->length);
  memcpy(at += grouping->length, packed, sizeof *packed);
  at += sizeof *packed;
  if (packed->length > 0) memcpy(at, texts[0], packed->length);
  if (packed->qualifier_length > 0) memcpy(at + packed->length, texts[1], packed->qualifier_length);
  if (others > 0) memcpy(at + packed->length + packed->qualifier_length, texts[2], others);
  status = ort_sorter_add(&grouping->types, keys, text, size);
  ort_scratch_release(run, mark);
  return status;
}

/* What a part other than the subject's needs of a triple. */
static ort_status gp_others(ort_run *run, const ort_packed *packed, const ort_term *object, const char *const *texts) {
  const ort_program *program = run->program;
  ort_grouping *grouping = &run->scale->grouping;
  const uint64_t own = grouping->hash >> (64 - grouping->bits);
  const int node = object->kind == ORT_IRI || object->kind == ORT_BLANK;
  ort_status status = ORT_OK;
  uint64_t keys[2];
  tt_key key;
  uint32_t i;
  if (packed->predicate == program->sub_class_of && packed->predicate != 0) {
    for (i = 0; i < (uint32_t)1 << grouping->bits && status == ORT_OK; i++) {
      if (i != own) status = ort_group_put(run, &grouping->parts[i], 0, packed, texts);
    }
  }
  if (!gp_looks_at_values(run) || status != ORT_OK) return status;
  if (node && packed->predicate != 0 && program->reach->valued[packed->predicate] != 0) {
    status = ort_terms_key(&run->terms, object, run->document - 1, &key);
    keys[0] = ort_terms_hash(&run->terms, &key);
    keys[1] = own;
    if (status == ORT_OK) status = ort_sorter_add(&grouping->wanted, keys, NULL, 0);
  }
  return status == ORT_OK && gp_is_told(run, packed->predicate) ? gp_tell(run, packed, texts) : status;
}

ORT_API ort_status ort_group_triple(void *context, const ort_term *subject, const ort_term *predicate, const ort_term *object) {
  ort_run *run = (ort_run *)context;
  ort_grouping *grouping = &run->scale->grouping;
  const char *texts[3];
  ort_packed packed;
  ort_status status;
  const uint32_t id = ort_known_predicate(run, predicate);
  const size_t named = id == 0 ? predicate->text_length : 0;
  const size_t qualifier_length = object->kind == ORT_IRI || object->kind == ORT_BLANK ? 0 : object->qualifier_length;
  run->statistics.triples++;
  if (id == 0 && !run->program->everything) return ORT_OK;
  status = gp_subject(run, subject);
  if (status != ORT_OK) return status;
  if (object->text_length + qualifier_length + named > UINT32_MAX / 2) return ORT_LIMIT;
  packed.predicate = id;
  packed.kind = (uint32_t)object->kind;
  packed.length = (uint32_t)object->text_length;
  packed.qualifier_length = (uint32_t)qualifier_length;
  packed.bytes = (uint32_t)(object->text_length + qualifier_length + named);
  packed.at = object->at;
  texts[0] = object->text;
  texts[1] = object->qualifier;
  texts[2] = predicate->text;
  run->scale->kept++;
  status = ort_group_put(run, &grouping->parts[grouping->hash >> (64 - grouping->bits)], 1, &packed, texts);
  return status == ORT_OK ? gp_others(run, &packed, object, texts) : status;
}

static uint64_t gp_key(const ort_sorted *found, unsigned i) {
  uint64_t key;
  memcpy(&key, found->record + sizeof key * i, sizeof key);
  return key;
}

/* Notes all parts that ask for the types of a node; afterwards wanted is the first question about a later one. */
static ort_status gp_askers(ort_grouping *grouping, uint64_t hash, ort_sorted *wanted, uint32_t *parts, uint32_t *count) {
  ort_status status = ORT_OK;
  *count = 0;
  while (status == ORT_OK && wanted->record != NULL && gp_key(wanted, 0) <= hash) {
    if (gp_key(wanted, 0) == hash && !wanted->repeated) parts[(*count)++] = (uint32_t)gp_key(wanted, 1);
    status = ort_sorter_next(&grouping->wanted, wanted);
  }
  return status;
}

/* Gives each part the types that it asks for. */
static ort_status gp_join(ort_run *run) {
  ort_grouping *grouping = &run->scale->grouping;
  uint32_t parts[1u << ORT_GROUP_BITS];
  uint32_t count = 0;
  uint64_t hash = 0;
  uint32_t i;
  ort_sorted wanted, type;
  ort_status status = ort_sorter_read(&grouping->wanted);
  if (status == ORT_OK) status = ort_sorter_read(&grouping->types);
  if (status == ORT_OK) status = ort_sorter_next(&grouping->wanted, &wanted);
  while (status == ORT_OK && (status = ort_sorter_next(&grouping->types, &type)) == ORT_OK && type.record != NULL) {
    if (gp_key(&type, 0) != hash) {
      hash = gp_key(&type, 0);
      status = gp_askers(grouping, hash, &wanted, parts, &count);
    }
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
  return status == ORT_OK ? gp_join(run) : status;
}
