/* SPDX-License-Identifier: Apache-2.0 */
/* Indexes by subject and by object, made by two counting sorts each: by predicate, then by key. */
#include "ort_run.h"

#include <string.h>

static uint32_t *ix_numbers(ort_run *run, uint64_t count) {
  uint32_t *numbers;
  if (count > SIZE_MAX / sizeof *numbers) return NULL;
  numbers = (uint32_t *)ort_resize(&run->memory, NULL, 0, sizeof *numbers * (size_t)(count == 0 ? 1 : count));
  return numbers;
}

static void ix_free(ort_run *run, uint32_t *numbers, uint64_t count) {
  ort_free(&run->memory, numbers, sizeof *numbers * (size_t)(count == 0 ? 1 : count));
}

static unsigned ix_role(const ort_program *program, uint32_t predicate) {
  return predicate <= program->constant_count && program->roles[predicate] != 0 ? program->roles[predicate]
                                                                                : (unsigned)ORT_ROLE_FORWARD;
}

/* Counts at key + 2, so that after summing and placing, first[key] is where the key's entries start. */
static void ix_sum(uint32_t *first, uint64_t count) {
  uint64_t i;
  for (i = 1; i < count; i++) first[i] += first[i - 1];
}

/* Rows by predicate, in the order of the documents. */
static ort_status ix_order(ort_run *run) {
  ort_graph *graph = &run->graph;
  const uint64_t firsts = (uint64_t)graph->terms + 3;
  uint32_t i;
  graph->order_first = ix_numbers(run, firsts);
  if (graph->order_first == NULL) return ORT_MEMORY;
  graph->order = ix_numbers(run, graph->count);
  if (graph->order == NULL) return ORT_MEMORY;
  memset(graph->order_first, 0, sizeof *graph->order_first * (size_t)firsts);
  for (i = 0; i < graph->count; i++) graph->order_first[graph->triples[i].predicate + 2]++;
  ix_sum(graph->order_first, firsts);
  for (i = 0; i < graph->count; i++) graph->order[graph->order_first[graph->triples[i].predicate + 1]++] = i;
  return ORT_OK;
}

/* Reserves the columns for the rows that play the role. */
static ort_status ix_open(ort_run *run, ort_index *index, unsigned role) {
  const ort_graph *graph = &run->graph;
  const uint64_t firsts = (uint64_t)graph->terms + 3;
  uint32_t i;
  index->first = ix_numbers(run, firsts);
  if (index->first == NULL) return ORT_MEMORY;
  memset(index->first, 0, sizeof *index->first * (size_t)firsts);
  for (i = 0; i < graph->count; i++) {
    const ort_triple *triple = &graph->triples[i];
    if ((ix_role(run->program, triple->predicate) & role) == 0) continue;
    index->first[(role == ORT_ROLE_FORWARD ? triple->subject : triple->object) + 2]++;
    index->count++;
  }
  index->predicate = ix_numbers(run, index->count);
  index->node = ix_numbers(run, index->count);
  index->row = ix_numbers(run, index->count);
  return index->predicate == NULL || index->node == NULL || index->row == NULL ? ORT_MEMORY : ORT_OK;
}

static void ix_place(const ort_run *run, ort_index *index, unsigned role) {
  const ort_graph *graph = &run->graph;
  uint32_t i;
  ix_sum(index->first, (uint64_t)graph->terms + 3);
  for (i = 0; i < graph->count; i++) {
    const uint32_t row = graph->order[i];
    const ort_triple *triple = &graph->triples[row];
    uint32_t at;
    if ((ix_role(run->program, triple->predicate) & role) == 0) continue;
    at = index->first[(role == ORT_ROLE_FORWARD ? triple->subject : triple->object) + 1]++;
    index->predicate[at] = triple->predicate;
    index->node[at] = role == ORT_ROLE_FORWARD ? triple->object : triple->subject;
    index->row[at] = row;
  }
}

/* Copies the entries [from, to) of one key and predicate to out without those seen before; returns where the next one goes. */
static uint32_t ix_distinct(ort_run *run, ort_index *index, uint32_t from, uint32_t to, uint32_t out) {
  const uint32_t group = out;
  const uint32_t stamp = to - from > 8 ? ort_stamp(run) : 0;
  for (; from < to; from++) {
    const uint32_t node = index->node[from];
    uint32_t i = group;
    if (stamp != 0) {
      if (run->marks[node] == stamp) continue;
      run->marks[node] = stamp;
    } else {
      while (i < out && index->node[i] != node) i++;
      if (i < out) continue;
    }
    index->predicate[out] = index->predicate[from];
    index->node[out] = node;
    index->row[out++] = index->row[from];
  }
  return out;
}

/* A graph is a set: removes repeated triples, whose first occurrence stays. */
static void ix_set(ort_run *run, ort_index *index) {
  uint32_t out = 0;
  uint32_t from = 0;
  uint32_t key;
  for (key = 0; key <= run->graph.terms; key++) {
    const uint32_t end = index->first[key + 1];
    index->first[key] = out;
    while (from < end) {
      uint32_t to = from + 1;
      while (to < end && index->predicate[to] == index->predicate[from]) to++;
      out = ix_distinct(run, index, from, to, out);
      from = to;
    }
  }
  index->first[key] = out;
}

static ort_status ix_make(ort_run *run, ort_index *index, unsigned role) {
  ort_status status = ix_open(run, index, role);
  if (status != ORT_OK) return status;
  ix_place(run, index, role);
  ix_set(run, index);
  return ORT_OK;
}

static void ix_close(ort_run *run, ort_index *index) {
  ix_free(run, index->first, (uint64_t)run->graph.terms + 3);
  ix_free(run, index->predicate, index->count);
  ix_free(run, index->node, index->count);
  ix_free(run, index->row, index->count);
  memset(index, 0, sizeof *index);
}

static void ix_close_order(ort_run *run) {
  ix_free(run, run->graph.order, run->graph.count);
  ix_free(run, run->graph.order_first, (uint64_t)run->graph.terms + 3);
  run->graph.order = NULL;
  run->graph.order_first = NULL;
}

static void ix_make_by_object(void *context) {
  ort_run *worker = (ort_run *)context;
  worker->status = ix_make(worker, &worker->graph.by_object, ORT_ROLE_INVERSE);
}

/* Both indexes, each by a thread. */
static ort_status ix_make_both(ort_run *run) {
  ort_run worker;
  ort_task task;
  ort_status status = ort_worker_open(&worker, run);
  if (status == ORT_OK) {
    task.work = ix_make_by_object;
    task.context = &worker;
    ort_task_start(&task);
    status = ix_make(run, &run->graph.by_subject, ORT_ROLE_FORWARD);
    ort_task_wait(&task);
    run->graph.by_object = worker.graph.by_object;
    if (status == ORT_OK) status = worker.status;
  }
  ort_worker_close(&worker, run);
  return status;
}

static ort_status ix_make_all(ort_run *run) {
  ort_graph *graph = &run->graph;
  ort_status status;
  if (ort_run_threads(run) > 1 && graph->count >= ORT_THREAD_ROWS) return ix_make_both(run);
  status = ix_make(run, &graph->by_subject, ORT_ROLE_FORWARD);
  return status == ORT_OK ? ix_make(run, &graph->by_object, ORT_ROLE_INVERSE) : status;
}

ORT_API ort_status ort_graph_index(ort_run *run) {
  ort_graph *graph = &run->graph;
  ort_status status;
  graph->terms = run->terms.count;
  run->marks = ix_numbers(run, (uint64_t)graph->terms + 1);
  if (run->marks == NULL) return ORT_MEMORY;
  memset(run->marks, 0, sizeof *run->marks * ((size_t)graph->terms + 1));
  status = ix_order(run);
  if (status == ORT_OK) status = ix_make_all(run);
  if (status == ORT_OK) status = ort_classes_open(run);
  if (status != ORT_OK || run->program->lists) return status;
  ix_close_order(run);
  ort_free(&run->memory, graph->triples, sizeof *graph->triples * graph->triple_capacity);
  graph->triples = NULL;
  graph->triple_capacity = 0;
  return ORT_OK;
}

ORT_API uint32_t ort_stamp(ort_run *run) {
  if (run->stamp == UINT32_MAX) {
    memset(run->marks, 0, sizeof *run->marks * ((size_t)run->graph.terms + 1));
    run->stamp = 0;
  }
  return ++run->stamp;
}

ORT_API void ort_graph_close(ort_run *run) {
  ort_graph *graph = &run->graph;
  ix_close(run, &graph->by_subject);
  ix_close(run, &graph->by_object);
  ix_close_order(run);
  if (run->marks != NULL) ix_free(run, run->marks, (uint64_t)graph->terms + 1);
  ort_free(&run->memory, graph->triples, sizeof *graph->triples * graph->triple_capacity);
  ort_free(&run->memory, graph->positions, sizeof *graph->positions * graph->position_capacity);
  ort_free(&run->memory, graph->stretches, sizeof *graph->stretches * graph->stretch_capacity);
  ort_free(&run->memory, graph->checkpoints, sizeof *graph->checkpoints * graph->checkpoint_capacity);
  ort_vector_free(&run->memory, &graph->documents);
  memset(graph, 0, sizeof *graph);
  run->marks = NULL;
}
