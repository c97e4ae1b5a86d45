/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the ways have in common that keep a part of the graph in memory at a time: which focus nodes of a part are checked, and how
 * results come out in the order in which they would if all of it were. That order is: the entry, its target that found the focus
 * node first, the row that it was found in, and what is reported of it one after another. Rows of different parts compare by the
 * stretches of triples that they are in, which are numbered throughout, then by where they are.
 */
#include "ort_scale.h"

#include <string.h>

/* What is used when there is no bound. */
#define SC_MEMORY ((size_t)1 << 26)

ORT_API const char *ort_scale_obstacle(const ort_run *run, ort_way way) {
  const ort_reach *reach = run->program->reach;
  if (way == ORT_WAY_MEMORY) return NULL;
  if (reach == NULL) return "this validator was not made for it";
  if (reach->graph != NULL) return reach->graph;
  if (way == ORT_WAY_DISK) return NULL;
  return reach->details != NULL && run->details.deepest > 0 ? reach->details : reach->types;
}

static int sc_keep(void *context, const char *bytes, size_t length) {
  ort_run *run = (ort_run *)context;
  ort_scale *scale = run->scale;
  const size_t needed = (scale->line_length + length + 3) / 4;
  uint32_t *grown;
  if (needed > UINT32_MAX / 4) return 1;
  grown = (uint32_t *)ort_grow(&run->memory, scale->line.at, sizeof *grown, &scale->line.capacity, (uint32_t)needed);
  if (grown == NULL) return 1;
  scale->line.at = grown;
  memcpy((char *)grown + scale->line_length, bytes, length);
  scale->line_length += length;
  return 0;
}

/* Where the focus node is in the order of all. */
static void sc_keys(const ort_run *run, uint64_t *keys) {
  const ort_scale *scale = run->scale;
  const ort_graph *graph = &run->graph;
  const uint32_t row = ort_source(graph, run->focus_rows.at[scale->focus]);
  uint32_t stretch;
  ort_position at;
  keys[0] = (uint64_t)scale->entry << 32 | scale->orders.at[scale->focus];
  keys[1] = keys[2] = 0;
  keys[3] = scale->number;
  if (row == ORT_NO_ROW) return;
  stretch = (uint32_t)(ort_stretch_at(graph, row) - graph->stretches);
  at = ort_position_at(graph, row);
  keys[1] = scale->way == ORT_WAY_ONCE ? scale->stretches + stretch : scale->grouping.numbers[stretch].number;
  keys[2] = (uint64_t)at.line << 32 | at.column;
}

/* Results may use all memory: what is checked must leave them some. */
static int sc_emit(void *context, const ort_run *run, const ort_result *result) {
  ort_scale *scale = run->scale;
  size_t *most = &((ort_run *)context)->memory.most;
  const size_t bound = *most;
  uint64_t keys[ORT_KEYS];
  ort_status status = ORT_MEMORY;
  if (bound != 0) *most = scale->bound;
  sc_keys(run, keys);
  scale->number++;
  scale->line_length = 0;
  ort_write_result(&scale->writer, scale->names, run, result);
  ort_write_flush(&scale->writer);
  if (!scale->writer.stopped) {
    status = ort_sorter_add(&scale->results, keys, (const char *)scale->line.at, scale->line_length);
  }
  scale->writer.stopped = 0;
  *most = bound;
  scale->grouping.stuck = status != ORT_OK;
  if (status != ORT_OK) ort_fail((ort_run *)context, status);
  return status != ORT_OK;
}

/* Marks the nodes that are targets. */
static ort_status sc_targets(ort_run *run) {
  const ort_program *program = run->program;
  const size_t bytes = (size_t)program->constant_count + 1;
  uint8_t *targets = (uint8_t *)ort_resize(&run->memory, NULL, 0, bytes);
  uint32_t i, j;
  if (targets == NULL) return ORT_MEMORY;
  memset(targets, 0, bytes);
  for (i = 0; i < program->entry_count; i++) {
    for (j = 0; j < program->entries[i].target_count; j++) {
      const ort_target *target = &program->entries[i].targets[j];
      if (target->kind == ORT_TARGET_NODE) targets[target->what] = 1;
    }
  }
  run->scale->targets = targets;
  return ORT_OK;
}

ORT_API ort_status ort_scale_open(ort_run *run, ort_way way, const char *const *names, const ort_disk *disk, size_t bound) {
  const size_t memory = bound == 0 ? SC_MEMORY : bound;
  ort_scale *scale;
  ort_scale_close(run);
  if (run->status != ORT_OK || way == ORT_WAY_MEMORY) return run->status;
  run->memory.most = bound;
  scale = run->document > 0 ? NULL : (ort_scale *)ort_resize(&run->memory, NULL, 0, sizeof *scale);
  if (scale == NULL) {
    ort_fail(run, run->document > 0 ? ORT_LIMIT : ORT_MEMORY);
    return run->status;
  }
  memset(scale, 0, sizeof *scale);
  run->scale = scale;
  scale->way = way;
  scale->bound = memory;
  scale->names = names;
  ort_spool_open(&scale->spool, &run->memory, disk, memory);
  ort_sorter_open(&scale->results, &scale->spool, ORT_KEYS, memory / 16);
  scale->writer.write = sc_keep;
  scale->writer.context = run;
  scale->writer.buffer = (char *)ort_resize(&run->memory, NULL, 0, ORT_WRITER_BYTES);
  run->status = scale->writer.buffer == NULL ? ORT_MEMORY : sc_targets(run);
  ort_seen_open(&scale->seen, &scale->spool, memory / 8);
  if (run->status == ORT_OK && way == ORT_WAY_DISK) run->status = ort_group_open(run);
  run->emit = sc_emit;
  run->emit_context = run;
  return run->status;
}

ORT_API void ort_scale_close(ort_run *run) {
  ort_scale *scale = run->scale;
  if (scale == NULL) return;
  ort_group_close(run);
  ort_seen_close(&scale->seen);
  ort_sorter_close(&scale->results);
  ort_vector_free(&run->memory, &scale->line);
  ort_vector_free(&run->memory, &scale->orders);
  ort_free(&run->memory, scale->writer.buffer, ORT_WRITER_BYTES);
  ort_free(&run->memory, scale->targets, (size_t)run->program->constant_count + 1);
  ort_spool_close(&scale->spool);
  ort_free(&run->memory, scale, sizeof *scale);
  run->scale = NULL;
  run->memory.most = 0;
}

ORT_API ort_status ort_scale_triple(void *context, const ort_term *subject, const ort_term *predicate, const ort_term *object) {
  const ort_run *run = (const ort_run *)context;
  return (run->scale->way == ORT_WAY_ONCE ? ort_once_triple : ort_group_triple)(context, subject, predicate, object);
}

ORT_API int ort_scale_is_grouped(const ort_run *run) { return run->scale != NULL && run->scale->way == ORT_WAY_DISK; }

ORT_API uint32_t ort_scale_document(const ort_run *run, uint32_t row) {
  return run->scale->grouping.numbers[ort_stretch_at(&run->graph, row) - run->graph.stretches].document - 1;
}

ORT_API uint64_t ort_scale_hash(ort_run *run, uint32_t node) {
  const ort_record *record = ort_record_of(run, node);
  tt_key key;
  key.text = ort_text_of(record);
  key.length = record->length;
  key.kind = record->kind;
  key.identity = record->kind == ORT_LANG_LITERAL ? ort_tag_identity(&run->terms, record->qualifier) : record->qualifier;
  return ort_terms_hash(&run->terms, &key);
}

/* A target that is a node is checked with its triples, or, when there are none, last. */
static int sc_wants(ort_run *run, uint32_t node, uint32_t row) {
  const ort_scale *scale = run->scale;
  const ort_extent rows = run->graph.by_subject[node];
  if (scale->last) return scale->targets[node] == 1;
  if (row == ORT_NO_ROW && rows.from == rows.to) return 0;
  return scale->bits == 0 || ort_scale_hash(run, node) >> (64 - scale->bits) == scale->prefix;
}

ORT_API int ort_scale_wants(ort_run *run, uint32_t node, uint32_t row) {
  ort_scale *scale = run->scale;
  ort_status status;
  if (!sc_wants(run, node, row)) return 0;
  if (row == ORT_NO_ROW && !scale->last) scale->targets[node] = 2;
  status = ort_vector_push(&run->memory, &scale->orders, scale->order);
  if (status != ORT_OK) ort_fail(run, status);
  return status == ORT_OK;
}

ORT_API void ort_scale_target(ort_run *run, int first) {
  ort_scale *scale = run->scale;
  if (first) scale->orders.count = scale->order = 0;
  scale->order++;
}

ORT_API void ort_scale_focus(ort_run *run, uint32_t entry, uint32_t index) {
  run->scale->entry = entry;
  run->scale->focus = index;
  run->scale->number = 0;
}

ORT_API ort_status ort_scale_check(ort_run *run) {
  ort_scale *scale = run->scale;
  const uint64_t start = ort_clock();
  if (run->status == ORT_OK && !run->indexed) {
    run->indexed = 1;
    run->status = ort_graph_index(run);
  }
  if (run->status == ORT_OK) ort_focus_check(run);
  scale->stretches += run->graph.stretch_count;
  scale->kept += run->graph.kept;
  run->statistics.check_nanos += ort_clock() - start;
  return run->status;
}

/* In one pass no checkpoint is asked for any more but the last one. Readers do not ask again about predicates that were read. */
ORT_API ort_status ort_scale_forget(ort_run *run) {
  ort_graph *graph = &run->graph;
  ort_checkpoint *checkpoints = graph->checkpoints;
  uint8_t *has = graph->has;
  const uint32_t capacity = graph->checkpoint_capacity;
  uint32_t count = graph->checkpoint_count;
  ort_status status = ORT_OK;
  uint32_t i;
  if (count > 0 && run->scale->way == ORT_WAY_ONCE) {
    checkpoints[0] = checkpoints[count - 1];
    count = 1;
  }
  graph->checkpoints = NULL;
  graph->checkpoint_capacity = 0;
  graph->has = NULL;
  ort_run_forget(run);
  graph->has = has;
  graph->checkpoints = checkpoints;
  graph->checkpoint_capacity = capacity;
  graph->checkpoint_count = count;
  for (i = 0; i < run->document && status == ORT_OK; i++) status = ort_graph_document(run);
  return status;
}

ORT_API ort_status ort_scale_rest(ort_run *run) {
  uint32_t i;
  int any = 0;
  for (i = 1; i <= run->program->constant_count; i++) any |= run->scale->targets[i] == 1;
  if (run->status == ORT_OK) run->status = ort_scale_forget(run);
  if (run->status != ORT_OK || !any) return run->status;
  run->scale->last = 1;
  return ort_scale_check(run);
}

ORT_API ort_status ort_scale_write(ort_run *run, ort_writer *writer) {
  ort_scale *scale = run->scale;
  ort_sorted found;
  if (run->status == ORT_OK) run->status = (scale->way == ORT_WAY_ONCE ? ort_once_finish : ort_group_finish)(run);
  if (run->status == ORT_OK) run->status = ort_scale_rest(run);
  run->graph.kept = scale->kept;
  if (run->status == ORT_OK) run->status = ort_sorter_read(&scale->results);
  while (run->status == ORT_OK && !writer->stopped) {
    run->status = ort_sorter_next(&scale->results, &found);
    if (run->status != ORT_OK || found.record == NULL) break;
    if (!found.repeated) ort_write(writer, found.text, found.length);
  }
  return run->status;
}
