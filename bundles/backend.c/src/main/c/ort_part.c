/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A part of what was grouped on disk: read as if it were the data, checked and forgotten. One that does not fit in memory is divided
 * by further bits of its subjects' hashes; what was found in it before counts once, since results have the same keys again.
 */
#include "ort_chars.h"
#include "ort_scale.h"

#include <string.h>

#define PR_SPLIT_BITS 4u

/* Reads the next record; bytes: NULL at the end. */
static ort_status pr_next(ort_spool *spool, ort_cursor *cursor, ort_packed *packed, const char **bytes) {
  ort_status status = ort_cursor_take(spool, cursor, sizeof *packed, bytes);
  if (status != ORT_OK || *bytes == NULL) return status;
  memcpy(packed, *bytes, sizeof *packed);
  return ort_cursor_take(spool, cursor, packed->bytes, bytes);
}

/* Takes over the subject of the triples that follow. */
static ort_status pr_begin(ort_run *run, const ort_packed *packed, const char *bytes) {
  ort_grouping *grouping = &run->scale->grouping;
  ort_origin origin;
  memcpy(&origin, bytes, sizeof origin);
  grouping->number = origin.number;
  grouping->hash = origin.hash;
  grouping->document = origin.document;
  grouping->kind = (ort_kind)packed->kind;
  grouping->at = packed->at;
  return ort_group_subject(run, bytes + sizeof origin, packed->length);
}

/* ---- into memory ---- */

/* Begins a stretch in memory, in its document. */
static ort_status pr_stretch(ort_run *run, int own) {
  ort_grouping *grouping = &run->scale->grouping;
  ort_stretch_of *numbers;
  ort_status status = ort_graph_settle(run);
  if (status == ORT_OK) status = ort_graph_end(run);
  if (!own) run->document = grouping->document; /* which a blank node's label is of */
  while (status == ORT_OK && run->document < grouping->document) {
    run->document++;
    status = ort_graph_document(run);
  }
  if (status != ORT_OK) return status;
  numbers = (ort_stretch_of *)ort_grow(&run->memory, grouping->numbers, sizeof *numbers, &grouping->number_capacity,
                                 grouping->number_count + 1);
  if (numbers == NULL) return ORT_MEMORY;
  grouping->numbers = numbers;
  numbers += grouping->number_count++;
  numbers->number = grouping->number;
  numbers->document = grouping->document;
  return ORT_OK;
}

static ort_term pr_term(uint32_t kind, const char *text, size_t length, ort_position at) {
  ort_term term;
  memset(&term, 0, sizeof term);
  term.kind = (ort_kind)kind;
  term.text = text;
  term.text_length = length;
  term.at = at;
  return term;
}

static ort_status pr_triple(ort_run *run, const ort_packed *packed, const char *bytes) {
  const ort_grouping *grouping = &run->scale->grouping;
  const ort_position nowhere = {0, 0};
  const size_t object_length = (size_t)packed->length + packed->qualifier_length;
  ort_term subject = pr_term((uint32_t)grouping->kind, (const char *)grouping->text.at, grouping->length, grouping->at);
  ort_term predicate = pr_term(ORT_IRI, bytes + object_length, packed->bytes - object_length, nowhere);
  ort_term object = pr_term(packed->kind, bytes, packed->length, packed->at);
  uint32_t memo = packed->predicate + 1;
  subject.repeated = 1; /* but for the first one, before which all is settled */
  if (packed->predicate != 0) {
    const ort_constant *constant = &run->program->constants[packed->predicate - 1];
    predicate.text = constant->text;
    predicate.text_length = constant->length;
    predicate.memo = &memo;
  }
  if (object.kind == ORT_LITERAL || object.kind == ORT_LANG_LITERAL) {
    object.qualifier = bytes + packed->length;
    object.qualifier_length = packed->qualifier_length;
  }
  return ort_graph_triple(run, &subject, &predicate, &object);
}

/* Whether the types of the current subject are wanted here: it is a term, but not of those whose own triples are. */
static int pr_is_wanted(ort_run *run) {
  const ort_scale *scale = run->scale;
  const ort_grouping *grouping = &scale->grouping;
  tt_key key;
  if (grouping->hash >> (64 - scale->bits) == scale->prefix) return 0;
  memset(&key, 0, sizeof key);
  key.text = (const char *)grouping->text.at;
  key.length = grouping->length;
  key.kind = (uint8_t)grouping->kind;
  key.qualifier = key.identity = grouping->kind == ORT_BLANK ? grouping->document : 0;
  return ort_terms_knows(&run->terms, &key);
}

static ort_status pr_load(ort_run *run, const ort_stream *stream, int own) {
  ort_spool *spool = &run->scale->spool;
  ort_cursor cursor;
  ort_packed packed;
  const char *bytes;
  int wanted = 0;
  ort_status status = ort_graph_settle(run);
  ort_cursor_open(&cursor, stream, 0);
  while (status == ORT_OK && (status = pr_next(spool, &cursor, &packed, &bytes)) == ORT_OK && bytes != NULL) {
    if (packed.predicate == ORT_BEGINS) {
      status = pr_begin(run, &packed, bytes);
      wanted = status == ORT_OK && (own || pr_is_wanted(run));
      if (wanted) status = pr_stretch(run, own);
    } else if (wanted) {
      status = pr_triple(run, &packed, bytes);
    }
  }
  ort_cursor_close(spool, &cursor);
  if (status == ORT_OK) status = ort_graph_settle(run);
  return status == ORT_OK ? ort_graph_end(run) : status;
}

/* Forgets all but results, and makes tables that grew with what was read small again. */
static ort_status pr_forget(ort_run *run) {
  ort_grouping *grouping = &run->scale->grouping;
  const uint64_t seed = run->terms.seed;
  run->document = 0;
  ort_free(&run->memory, grouping->numbers, sizeof *grouping->numbers * grouping->number_capacity);
  grouping->numbers = NULL;
  grouping->number_count = grouping->number_capacity = 0;
  run->status = ort_scale_forget(run);
  ort_terms_close(&run->terms);
  ort_memory_close(&run->memory);
  if (run->status != ORT_OK) return run->status;
  run->status = ort_terms_open(&run->terms, &run->memory, seed, run->program->constants, run->program->constant_count);
  ort_terms_keep(&run->terms);
  return run->status;
}

/* ---- parts of parts ---- */

static ort_status pr_check(ort_run *run, ort_part *part, uint32_t bits, uint64_t prefix);

/* Copies a triple to where its subject belongs; what is said of subclasses to everywhere. */
static ort_status pr_copy(ort_run *run, ort_part *parts, uint32_t bits, uint64_t prefix, const ort_packed *packed,
                          const char *bytes) {
  const uint64_t hash = run->scale->grouping.hash;
  const uint64_t at = hash >> (64 - bits);
  const int everywhere = packed->predicate == run->program->sub_class_of && packed->predicate != 0;
  const char *texts[3];
  ort_status status = ORT_OK;
  uint64_t i;
  texts[0] = bytes;
  texts[1] = bytes + packed->length;
  texts[2] = texts[1] + packed->qualifier_length;
  for (i = 0; i < (uint64_t)1 << PR_SPLIT_BITS && status == ORT_OK; i++) {
    const int own = at == (prefix << PR_SPLIT_BITS | i);
    if (own || everywhere) status = ort_group_put(run, &parts[i], own, packed, texts);
  }
  return status;
}

static ort_status pr_divide(ort_run *run, const ort_part *part, ort_part *parts, uint32_t bits, uint64_t prefix) {
  ort_spool *spool = &run->scale->spool;
  ort_cursor cursor;
  ort_packed packed;
  const char *bytes;
  uint32_t i;
  ort_status status = ORT_OK;
  ort_cursor_open(&cursor, &part->own, 0);
  while (status == ORT_OK && (status = pr_next(spool, &cursor, &packed, &bytes)) == ORT_OK && bytes != NULL) {
    status = packed.predicate == ORT_BEGINS ? pr_begin(run, &packed, bytes) : pr_copy(run, parts, bits, prefix, &packed, bytes);
  }
  ort_cursor_close(spool, &cursor);
  for (i = 0; i < 1u << PR_SPLIT_BITS && status == ORT_OK; i++) status = ort_stream_end(spool, &parts[i].own);
  return status;
}

/* Divides a part, whose triples are then no longer needed, and checks what it was divided into. */
static ort_status pr_check_divided(ort_run *run, ort_part *part, uint32_t bits, uint64_t prefix) {
  const uint32_t count = 1u << PR_SPLIT_BITS;
  ort_part *parts = (ort_part *)ort_resize(&run->memory, NULL, 0, sizeof *parts * count);
  uint32_t i;
  if (parts == NULL) return run->status = ORT_MEMORY;
  memset(parts, 0, sizeof *parts * count);
  for (i = 0; i < count; i++) {
    parts[i].least = UINT64_MAX;
    parts[i].types = part->types;
  }
  run->status = pr_divide(run, part, parts, bits + PR_SPLIT_BITS, prefix);
  ort_stream_free(&run->scale->spool, &part->own, 0);
  for (i = 0; i < count && run->status == ORT_OK; i++) {
    pr_check(run, &parts[i], bits + PR_SPLIT_BITS, prefix << PR_SPLIT_BITS | i);
  }
  for (i = 0; i < count; i++) ort_stream_free(&run->scale->spool, &parts[i].own, 0);
  ort_free(&run->memory, parts, sizeof *parts * count);
  return run->status;
}

/* One subject alone is too much. */
static ort_status pr_too_large(ort_run *run, const ort_part *part) {
  run->document = part->document;
  ort_error_set(&run->error, "the triples of this subject need more memory than there may be", part->at.line, part->at.column, 0);
  return run->status = ORT_MEMORY;
}

static ort_status pr_check(ort_run *run, ort_part *part, uint32_t bits, uint64_t prefix) {
  ort_scale *scale = run->scale;
  const ort_statistics before = run->statistics;
  const uint64_t cut = run->details.cut_results;
  const uint64_t kept = scale->kept;
  if (part->least > part->most) return run->status; /* no triples of its own */
  scale->bits = bits;
  scale->prefix = prefix;
  run->memory.most = scale->bound - scale->bound / 4; /* the rest is for results */
  run->status = pr_load(run, &part->own, 1);
  if (run->status == ORT_OK) run->status = pr_load(run, &part->types, 0);
  run->statistics.triples = before.triples;
  ort_scale_check(run);
  scale->kept = kept;
  run->memory.most = scale->bound;
  if (run->status == ORT_OK) {
    ort_stream_free(&scale->spool, &part->own, 0);
    return pr_forget(run);
  }
  if (run->status != ORT_MEMORY || scale->grouping.stuck) return run->status;
  if (part->least == part->most || bits + PR_SPLIT_BITS > 64) return pr_too_large(run, part);
  run->statistics = before;
  run->details.cut_results = cut;
  return pr_forget(run) == ORT_OK ? pr_check_divided(run, part, bits, prefix) : run->status;
}

ORT_API ort_status ort_group_finish(ort_run *run) {
  ort_grouping *grouping = &run->scale->grouping;
  const uint64_t count = (uint64_t)1 << grouping->bits;
  uint64_t i;
  if (run->status == ORT_OK) run->status = ort_group_end(run);
  if (run->status == ORT_OK) pr_forget(run);
  for (i = 0; i < count && run->status == ORT_OK; i++) pr_check(run, &grouping->parts[i], grouping->bits, i);
  run->scale->bits = 0;
  return run->status;
}
