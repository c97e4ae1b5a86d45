/* SPDX-License-Identifier: Apache-2.0 */
/* A validator for many documents, each by itself: what the last one left behind is forgotten, its memory serves the next one. */
#include "ort_key.h"

#include <string.h>

/* To look for a term takes as long as to clear so many slots. */
#define RE_SLOTS 32

static void re_slot(ort_terms *terms, uint32_t id, const tt_key *key) {
  const size_t mask = terms->slot_count - 1;
  size_t at = key->hash & mask;
  while (terms->slots[at].id != 0) at = (at + 1) & mask;
  terms->slots[at].hash = key->hash;
  terms->slots[at].id = id;
}

static tt_key re_key(const ort_terms *terms, uint32_t id) {
  const ort_record *record = terms->records[id];
  tt_key key;
  key.text = ort_text_of(record);
  key.length = record->length;
  key.kind = record->kind;
  key.qualifier = record->qualifier;
  key.identity = record->kind == ORT_LANG_LITERAL ? ort_tag_identity(terms, record->qualifier) : record->qualifier;
  key.hash = tt_hash(terms, &key);
  return key;
}

/* The table grew, and the terms to keep may lie behind others. */
static void re_fill(ort_terms *terms) {
  uint32_t id;
  memset(terms->slots, 0, sizeof *terms->slots * terms->slot_count);
  for (id = 1; id <= terms->kept; id++) {
    tt_key key;
    if (terms->records[id] == NULL || terms->records[id]->kind == ORT_BLANK) continue; /* equal to no term of the data */
    key = re_key(terms, id);
    re_slot(terms, id, &key);
  }
}

/* The terms to keep were there first: the others were put behind them, so that nothing is looked for past one that goes. */
static void re_clear(ort_terms *terms) {
  const size_t mask = terms->slot_count - 1;
  uint32_t id;
  for (id = terms->kept + 1; id <= terms->count && id - terms->kept <= ORT_PLACES; id++) {
    terms->slots[terms->places[id - terms->kept - 1]].id = 0;
  }
  for (; id <= terms->count; id++) {
    size_t at = re_key(terms, id).hash & mask;
    while (terms->slots[at].id != id) at = (at + 1) & mask;
    terms->slots[at].id = 0;
  }
}

static void re_terms(ort_terms *terms) {
  if (terms->slot_count != terms->kept_slots || terms->count - terms->kept > terms->slot_count / RE_SLOTS) {
    re_fill(terms);
    terms->kept_slots = terms->slot_count;
  } else {
    re_clear(terms);
  }
  ort_block_free(terms->memory, terms->arena, terms->kept_arena.block);
  terms->arena = terms->kept_arena.block;
  if (terms->arena != NULL) {
    ort_block_free(terms->memory, terms->arena->below, terms->kept_below);
    terms->arena->below = terms->kept_below;
    terms->arena->used = terms->kept_arena.used;
  }
  terms->count = terms->kept;
  terms->datatype = terms->hashed = 0;
}

ORT_API void ort_terms_keep(ort_terms *terms) {
  terms->kept = terms->count;
  terms->kept_slots = terms->slot_count;
  terms->kept_arena.block = terms->arena;
  terms->kept_arena.used = terms->arena == NULL ? 0 : terms->arena->used;
  terms->kept_below = terms->arena == NULL ? NULL : terms->arena->below;
}

ORT_API void ort_run_forget(ort_run *run) {
  const ort_mark empty = {NULL, 0};
  ort_classes_reset(run);
  ort_walk_close(run);
  ort_fixpoint_close(run);
  ort_ahead_forget(run);
  ort_graph_close(run);
  ort_scratch_release(run, empty);
  re_terms(&run->terms);
  run->details.depth = 0;
  run->details.full = run->details.cut = 0;
  run->indexed = 0;
  run->row = 0;
  run->stamp = 0;
}

ORT_API void ort_run_reset(ort_run *run) {
  ort_scale_close(run);
  ort_run_forget(run);
  memset(&run->error, 0, sizeof run->error);
  memset(&run->statistics, 0, sizeof run->statistics);
  run->details.cut_results = 0;
  run->status = ORT_OK;
  run->document = 0;
}

ORT_API ort_status ort_run_document(ort_run *run, int format, const ort_input *input,
                                    int (*emit)(void *context, const ort_run *run, const ort_result *result), void *context) {
  ort_run_reset(run);
  if (ort_run_begin(run) == ORT_OK && ort_run_read_part(run, format, input) == ORT_OK) ort_run_check(run, emit, context);
  return run->status;
}
