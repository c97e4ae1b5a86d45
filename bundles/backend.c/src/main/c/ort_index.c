/* SPDX-License-Identifier: Apache-2.0 */
/* The index by object, and the rows of the predicates that something lists; both by counting. */
#include "ort_run.h"
#include "ort_threads.h"

#include <string.h>

static uint32_t *ix_numbers(ort_run *run, uint64_t count) {
  if (count > SIZE_MAX / sizeof(uint32_t)) return NULL;
  return (uint32_t *)ort_resize(&run->memory, NULL, 0, sizeof(uint32_t) * (size_t)(count == 0 ? 1 : count));
}

static void ix_free(ort_run *run, uint32_t *numbers, uint64_t count) {
  ort_free(&run->memory, numbers, sizeof *numbers * (size_t)(count == 0 ? 1 : count));
}

/* Whether a predicate is looked up by object, and there is something to find. */
static int ix_is_inverse(const ort_run *run, uint32_t predicate) {
  const ort_program *program = run->program;
  return predicate <= program->constant_count && (program->roles[predicate] & ORT_ROLE_INVERSE) != 0 &&
         run->graph.has[predicate] != 0;
}

/* Counts at key + 2, so that after summing and placing, first[key] is where the key's entries start. */
static void ix_sum(uint32_t *first, uint64_t count) {
  uint64_t i;
  for (i = 1; i < count; i++) first[i] += first[i - 1];
}

/* ---- rows by predicate ---- */

/* Marks what a target lists, subclasses, and, when there are several, the predicates that are looked up by object. */
static int ix_wanted(const ort_run *run, uint8_t *wanted) {
  const ort_program *program = run->program;
  uint32_t inverse = 0;
  uint32_t i, j;
  int any = 0;
  memset(wanted, 0, (size_t)program->constant_count + 1);
  if (run->graph.has == NULL) return 0; /* nothing was read */
  wanted[program->sub_class_of] = 1;
  for (i = 0; i < program->entry_count && program->lists; i++) {
    for (j = 0; j < program->entries[i].target_count; j++) {
      const ort_target *target = &program->entries[i].targets[j];
      if (target->kind != ORT_TARGET_SUBJECTS && target->kind != ORT_TARGET_OBJECTS) continue;
      wanted[target->what] = 1;
    }
  }
  for (i = 1; i <= program->constant_count; i++) inverse += (uint32_t)ix_is_inverse(run, i);
  for (i = 1; i <= program->constant_count && inverse > 1; i++) wanted[i] |= (uint8_t)ix_is_inverse(run, i);
  for (i = 1; i <= program->constant_count; i++) any |= wanted[i] & run->graph.has[i];
  return any || inverse > 1;
}

/* Calls for each row that is wanted, in the order of the documents: counts it, or (place) lists it. */
static void ix_list(ort_graph *graph, uint32_t constants, const uint8_t *wanted, int place) {
  uint32_t k, i;
  for (k = 0; k < graph->stretch_count; k++) {
    const uint32_t end = ort_stretch_end(graph, k);
    for (i = graph->stretches[k].row; i < end; i++) {
      const uint32_t predicate = ort_predicate_at(graph, i);
      ort_listed *listed;
      if (predicate > constants || !wanted[predicate]) continue;
      if (!place) {
        graph->order_first[predicate + 2]++;
        continue;
      }
      listed = &graph->order[graph->order_first[predicate + 1]++];
      listed->row = i;
      listed->subject = graph->stretches[k].subject;
    }
  }
}

static ort_status ix_order(ort_run *run) {
  ort_graph *graph = &run->graph;
  const uint32_t constants = run->program->constant_count;
  const uint64_t firsts = (uint64_t)constants + 3;
  const ort_mark mark = ort_scratch_mark(run);
  uint8_t *wanted = (uint8_t *)ort_scratch_new(run, (size_t)constants + 1);
  if (wanted == NULL) return ORT_MEMORY;
  if (!ix_wanted(run, wanted)) {
    ort_scratch_release(run, mark);
    return ORT_OK;
  }
  graph->order_first = ix_numbers(run, firsts);
  if (graph->order_first == NULL) return ORT_MEMORY;
  memset(graph->order_first, 0, sizeof *graph->order_first * (size_t)firsts);
  ix_list(graph, constants, wanted, 0);
  ix_sum(graph->order_first, firsts);
  graph->listed = graph->order_first[firsts - 1];
  graph->order = (ort_listed *)ort_resize(&run->memory, NULL, 0, sizeof *graph->order * ((size_t)graph->listed + 1));
  if (graph->order == NULL) return ORT_MEMORY;
  ix_list(graph, constants, wanted, 1);
  ort_scratch_release(run, mark);
  return ORT_OK;
}

/* ---- by object ---- */

static void ix_entry(const ort_graph *graph, ort_index *index, uint32_t row, uint32_t subject, int place) {
  const uint32_t object = graph->node[row];
  uint32_t at;
  if (!place) {
    index->first[object + 2]++;
    index->count++;
    return;
  }
  at = index->first[object + 1]++;
  if (index->predicate != NULL) index->predicate[at] = ort_predicate_at(graph, row);
  index->node[at] = subject;
  index->row[at] = row;
}

/* The same for the rows of a stretch with a predicate; those of a short one are sorted. */
static void ix_stretch(const ort_graph *graph, ort_index *index, uint32_t k, uint32_t predicate, int place) {
  const uint32_t from = graph->stretches[k].row;
  const uint32_t end = ort_stretch_end(graph, k);
  const uint32_t beyond = end - from <= ORT_SHORT_STRETCH ? predicate : UINT32_MAX;
  uint32_t i;
  for (i = from; i < end; i++) {
    const uint32_t at = ort_predicate_at(graph, i);
    if (at == predicate) ix_entry(graph, index, i, graph->stretches[k].subject, place);
    if (at > beyond) return;
  }
}

/* Counts or places the entries; those of one object by predicate, be it because there is only one that is looked up so. */
static void ix_entries(const ort_run *run, ort_index *index, uint32_t predicates, int place) {
  const ort_graph *graph = &run->graph;
  uint32_t predicate, k, i;
  for (predicate = 1; predicate <= run->program->constant_count && predicates > 0; predicate++) {
    if (!ix_is_inverse(run, predicate)) continue;
    if (predicates == 1) {
      for (k = 0; k < graph->stretch_count; k++) ix_stretch(graph, index, k, predicate, place);
      return;
    }
    for (i = graph->order_first[predicate]; i < graph->order_first[predicate + 1]; i++) {
      ix_entry(graph, index, graph->order[i].row, graph->order[i].subject, place);
    }
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
    if (index->predicate != NULL) index->predicate[out] = index->predicate[from];
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
      while (to < end && (index->predicate == NULL || index->predicate[to] == index->predicate[from])) to++;
      out = ix_distinct(run, index, from, to, out);
      from = to;
    }
  }
  index->first[key] = out;
}

static ort_status ix_make(ort_run *run) {
  ort_index *index = &run->graph.by_object;
  const uint64_t firsts = (uint64_t)run->graph.terms + 3;
  uint32_t predicates = 0;
  uint32_t i;
  for (i = 1; i <= run->program->constant_count && run->graph.has != NULL; i++) {
    if (!ix_is_inverse(run, i)) continue;
    index->only = i;
    predicates++;
  }
  index->first = ix_numbers(run, firsts);
  if (index->first == NULL) return ORT_MEMORY;
  memset(index->first, 0, sizeof *index->first * (size_t)firsts);
  ix_entries(run, index, predicates, 0);
  if (predicates > 1) index->predicate = ix_numbers(run, index->count);
  index->node = ix_numbers(run, index->count);
  index->row = ix_numbers(run, index->count);
  if ((predicates > 1 && index->predicate == NULL) || index->node == NULL || index->row == NULL) return ORT_MEMORY;
  ix_sum(index->first, firsts);
  ix_entries(run, index, predicates, 1);
  ix_set(run, index);
  return ORT_OK;
}

static void ix_make_by_object(void *context) {
  ort_run *worker = (ort_run *)context;
  worker->status = ix_make(worker);
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
    status = ort_extents_fill(run);
    ort_task_wait(&task);
    run->graph.by_object = worker.graph.by_object;
    if (status == ORT_OK) status = worker.status;
  }
  ort_worker_close(&worker, run);
  return status;
}

static ort_status ix_make_all(ort_run *run) {
  ort_status status;
  if (ort_run_threads(run) > 1 && run->graph.count >= ORT_THREAD_ROWS) return ix_make_both(run);
  status = ort_extents_fill(run);
  return status == ORT_OK ? ix_make(run) : status;
}

ORT_API ort_status ort_graph_index(ort_run *run) {
  ort_graph *graph = &run->graph;
  ort_status status;
  graph->terms = run->terms.count;
  run->marks = ix_numbers(run, (uint64_t)graph->terms + 1);
  if (run->marks == NULL) return ORT_MEMORY;
  memset(run->marks, 0, sizeof *run->marks * ((size_t)graph->terms + 1));
  status = ix_order(run);
  if (status == ORT_OK) status = ort_extents_open(run);
  if (status == ORT_OK) status = ix_make_all(run);
  return status == ORT_OK ? ort_classes_open(run) : status;
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
  ort_memory *memory = &run->memory;
  const size_t terms = (size_t)graph->terms + 1;
  ix_free(run, graph->by_object.first, (uint64_t)graph->terms + 3);
  ix_free(run, graph->by_object.predicate, graph->by_object.count);
  ix_free(run, graph->by_object.node, graph->by_object.count);
  ix_free(run, graph->by_object.row, graph->by_object.count);
  ix_free(run, graph->order_first, (uint64_t)run->program->constant_count + 3);
  ort_free(memory, graph->order, sizeof *graph->order * ((size_t)graph->listed + 1));
  ort_free(memory, graph->by_subject, sizeof *graph->by_subject * terms);
  ort_free(memory, graph->next, sizeof *graph->next * ((size_t)graph->stretch_count + 1));
  ort_free(memory, graph->passed, sizeof *graph->passed * graph->passed_capacity);
  ort_free(memory, graph->source, sizeof *graph->source * graph->copies);
  if (run->marks != NULL) ix_free(run, run->marks, terms);
  if (graph->predicate != NULL) ort_free(memory, graph->predicate, sizeof *graph->predicate * graph->predicate_capacity);
  if (graph->wide_predicate != NULL) {
    ort_free(memory, graph->wide_predicate, sizeof *graph->wide_predicate * graph->predicate_capacity);
  }
  ort_free(memory, graph->node, sizeof *graph->node * graph->node_capacity);
  ort_free(memory, graph->has, (size_t)run->program->constant_count + 1);
  ort_free(memory, graph->places, sizeof *graph->places * graph->place_capacity);
  ort_free(memory, graph->far, sizeof *graph->far * graph->far_capacity);
  ort_free(memory, graph->stretches, sizeof *graph->stretches * graph->stretch_capacity);
  ort_free(memory, graph->checkpoints, sizeof *graph->checkpoints * graph->checkpoint_capacity);
  ort_vector_free(memory, &graph->documents);
  memset(graph, 0, sizeof *graph);
  run->marks = NULL;
}
