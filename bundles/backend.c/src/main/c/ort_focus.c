/* SPDX-License-Identifier: Apache-2.0 */
/* Focus nodes of the shapes that have targets (SHACL section 2.1.3), each once per shape, in the order of the data. */
#include "ort_run.h"
#include "ort_threads.h"

#include <string.h>

static void fo_add(ort_run *run, uint32_t node, uint32_t row, uint32_t stamp) {
  ort_status status;
  if (run->marks[node] == stamp) return;
  run->marks[node] = stamp;
  if (run->scale != NULL && !ort_scale_wants(run, node, row)) return;
  status = ort_vector_push(&run->memory, &run->focus, node);
  if (status == ORT_OK) status = ort_vector_push(&run->memory, &run->focus_rows, row);
  if (status != ORT_OK) ort_fail(run, status);
}

static void fo_class(ort_run *run, uint32_t of, uint32_t stamp) {
  const ort_classes *classes = &run->classes;
  uint32_t i, j;
  for (i = classes->first.at[of]; i < classes->first.at[of + 1]; i++) {
    const ort_values instances = ort_subjects(run, classes->found.at[i], run->program->type);
    if (run->scale != NULL) ort_scale_target(run, 0);
    for (j = 0; j < instances.count && run->status == ORT_OK; j++) fo_add(run, instances.node[j], ort_row(&instances, j), stamp);
  }
}

static void fo_predicate(ort_run *run, uint32_t predicate, int objects, uint32_t stamp) {
  const ort_graph *graph = &run->graph;
  uint32_t i;
  if (graph->order == NULL) return; /* there are no such rows */
  for (i = graph->order_first[predicate]; i < graph->order_first[predicate + 1] && run->status == ORT_OK; i++) {
    const ort_listed *listed = &graph->order[i];
    fo_add(run, objects ? graph->node[listed->row] : listed->subject, listed->row, stamp);
  }
}

static void fo_collect(ort_run *run, const ort_entry *entry) {
  const uint32_t stamp = ort_stamp(run);
  uint32_t i;
  run->focus.count = run->focus_rows.count = 0;
  for (i = 0; i < entry->target_count && run->status == ORT_OK; i++) {
    const ort_target *target = &entry->targets[i];
    if (run->scale != NULL) ort_scale_target(run, i == 0);
    switch (target->kind) {
      case ORT_TARGET_NODE: fo_add(run, target->what, ORT_NO_ROW, stamp); break;
      case ORT_TARGET_CLASS: fo_class(run, target->what, stamp); break;
      case ORT_TARGET_SUBJECTS: fo_predicate(run, target->what, 0, stamp); break;
      case ORT_TARGET_OBJECTS: fo_predicate(run, target->what, 1, stamp); break;
    }
  }
}

/* Reports about the focus nodes [from, to) of what was collected. */
static void fo_report(ort_run *run, const ort_run *collected, const ort_entry *entry, uint32_t from, uint32_t to) {
  uint32_t i, first;
  for (i = from; i < to && run->status == ORT_OK; i++) {
    run->statistics.focus_nodes++;
    run->row = collected->focus_rows.at[i];
    if (run->scale != NULL) ort_scale_focus(run, (uint32_t)(entry - run->program->entries), i);
    first = ort_scope_open(run);
    if (entry->report != NULL) {
      entry->report(run, collected->focus.at[i]);
    } else {
      run->program->interpreter->report(run, entry->shape, collected->focus.at[i]);
    }
    ort_scope_close(run, first);
  }
}

/* ---- several threads ---- */

/* As many focus nodes a thread takes in one round, between which results go to the caller: their memory is bounded. */
#ifndef ORT_ROUND_NODES
#define ORT_ROUND_NODES 32768
#endif

/* A thread's part of a round, and the results of it. */
typedef struct fo_hand {
  ort_run run;
  const ort_run *collected;
  const ort_entry *entry;
  uint32_t from;
  uint32_t to;
  ort_result *results;
  uint32_t count;
  uint32_t capacity;
  ort_task task;
} fo_hand;

static int fo_keep(void *context, const ort_run *run, const ort_result *result) {
  fo_hand *hand = (fo_hand *)context;
  ort_result *grown;
  (void)run;
  grown = (ort_result *)ort_grow(&hand->run.memory, hand->results, sizeof *grown, &hand->capacity, hand->count + 1);
  if (grown == NULL) {
    ort_fail(&hand->run, ORT_MEMORY);
    return 1;
  }
  hand->results = grown;
  grown[hand->count++] = *result;
  return 0;
}

static void fo_work(void *context) {
  fo_hand *hand = (fo_hand *)context;
  fo_report(&hand->run, hand->collected, hand->entry, hand->from, hand->to);
}

/* Hands on what a thread found, in its place among the others'. */
static void fo_deliver(ort_run *run, fo_hand *hand) {
  uint32_t i;
  for (i = 0; i < hand->count && run->status == ORT_OK; i++) {
    if (hand->results[i].depth == 0) run->statistics.results++;
    if (run->emit != NULL && run->emit(run->emit_context, run, &hand->results[i]) != 0) ort_fail(run, ORT_STOPPED);
  }
  hand->count = 0;
  if (hand->run.status != ORT_OK) ort_fail(run, hand->run.status);
}

/* One round: the caller's thread takes the first part. */
static void fo_round(ort_run *run, const ort_entry *entry, fo_hand *hands, uint32_t count, uint32_t from) {
  const uint32_t all = run->focus.count - from;
  const uint32_t each = all / (count + 1) < ORT_ROUND_NODES ? all / (count + 1) + 1 : ORT_ROUND_NODES;
  uint32_t i;
  for (i = 0; i < count; i++) {
    fo_hand *hand = &hands[i];
    const uint64_t start = (uint64_t)each * (i + 1);
    hand->entry = entry;
    hand->from = from + (uint32_t)(start < all ? start : all);
    hand->to = from + (uint32_t)(start + each < all ? start + each : all);
    ort_task_start(&hand->task);
  }
  fo_report(run, run, entry, from, from + (each < all ? each : all));
  for (i = 0; i < count; i++) {
    ort_task_wait(&hands[i].task);
    fo_deliver(run, &hands[i]);
  }
}

static void fo_check_with(ort_run *run, fo_hand *hands, uint32_t count) {
  uint32_t i;
  uint64_t from;
  for (i = 0; i < run->program->entry_count && run->status == ORT_OK; i++) {
    const ort_entry *entry = &run->program->entries[i];
    fo_collect(run, entry);
    if (run->focus.count < ORT_ROUND_NODES / 32) {
      fo_report(run, run, entry, 0, run->focus.count);
      continue;
    }
    for (from = 0; from < run->focus.count && run->status == ORT_OK; from += (uint64_t)ORT_ROUND_NODES * (count + 1)) {
      fo_round(run, entry, hands, count, (uint32_t)from);
    }
  }
}

static void fo_check_by_threads(ort_run *run, uint32_t count) {
  fo_hand *hands = (fo_hand *)ort_resize(&run->memory, NULL, 0, sizeof *hands * count);
  ort_status status = ORT_OK;
  uint32_t i, opened;
  if (hands == NULL) {
    ort_fail(run, ORT_MEMORY);
    return;
  }
  memset(hands, 0, sizeof *hands * count);
  for (opened = 0; opened < count && status == ORT_OK; opened++) {
    fo_hand *hand = &hands[opened];
    status = ort_worker_open(&hand->run, run);
    hand->run.emit = fo_keep;
    hand->run.emit_context = hand;
    hand->collected = run;
    hand->task.work = fo_work;
    hand->task.context = hand;
  }
  if (status != ORT_OK) ort_fail(run, status);
  fo_check_with(run, hands, count);
  for (i = 0; i < opened; i++) {
    fo_hand *hand = &hands[i];
    run->statistics.focus_nodes += hand->run.statistics.focus_nodes;
    run->details.cut_results += hand->run.details.cut_results;
    ort_free(&hand->run.memory, hand->results, sizeof *hand->results * hand->capacity);
    ort_worker_close(&hand->run, run);
  }
  ort_free(&run->memory, hands, sizeof *hands * count);
}

ORT_API void ort_focus_check(ort_run *run) {
  uint32_t i;
  /* what is known of recursive shapes is known to one thread */
  if (ort_run_threads(run) > 1 && run->scale == NULL && run->graph.count >= ORT_THREAD_ROWS && run->program->recursive_count == 0) {
    fo_check_by_threads(run, ort_run_threads(run) - 1);
    return;
  }
  for (i = 0; i < run->program->entry_count && run->status == ORT_OK; i++) {
    const ort_entry *entry = &run->program->entries[i];
    fo_collect(run, entry);
    fo_report(run, run, entry, 0, run->focus.count);
  }
}
