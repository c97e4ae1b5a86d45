/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which classes count as each class that the program asks for: rdfs:subClassOf of the data together with what the shapes and the
 * ontology say, reflexive and transitive; cycles are fine.
 */
#include "ort_run.h"

#include <string.h>

/* Subclasses by superclass. */
typedef struct cl_graph {
  uint32_t *first; /* by term, and two more */
  uint32_t *sub;
  uint32_t count;
} cl_graph;

/* Calls for each edge: counts it (sub is NULL) or places it. */
static void cl_edge(cl_graph *edges, int place, uint32_t sub, uint32_t sup) {
  if (place) {
    edges->sub[edges->first[sup + 1]++] = sub;
  } else {
    edges->first[sup + 2]++;
    edges->count++;
  }
}

static void cl_edges(const ort_run *run, cl_graph *edges, int place) {
  const ort_graph *graph = &run->graph;
  const uint32_t predicate = run->program->sub_class_of;
  uint32_t i;
  for (i = 0; i < run->program->hierarchy_count; i++) {
    cl_edge(edges, place, run->program->hierarchy[i].from, run->program->hierarchy[i].to);
  }
  if (predicate == 0 || graph->order == NULL) return;
  for (i = graph->order_first[predicate]; i < graph->order_first[predicate + 1]; i++) {
    cl_edge(edges, place, graph->order[i].subject, graph->node[graph->order[i].row]);
  }
}

static ort_status cl_open(ort_run *run, cl_graph *edges) {
  const size_t firsts = (size_t)run->graph.terms + 3;
  size_t i;
  edges->first = (uint32_t *)ort_scratch_new(run, sizeof *edges->first * firsts);
  if (edges->first == NULL) return ORT_MEMORY;
  memset(edges->first, 0, sizeof *edges->first * firsts);
  cl_edges(run, edges, 0);
  for (i = 1; i < firsts; i++) edges->first[i] += edges->first[i - 1];
  edges->sub = (uint32_t *)ort_scratch_new(run, sizeof *edges->sub * ((size_t)edges->count + 1));
  if (edges->sub == NULL) return ORT_MEMORY;
  cl_edges(run, edges, 1);
  return ORT_OK;
}

static ort_status cl_found(ort_run *run, uint32_t class_, uint32_t stamp) {
  ort_classes *classes = &run->classes;
  if (run->marks[class_] == stamp) return ORT_OK;
  run->marks[class_] = stamp;
  if (classes->number[class_] == 0) classes->number[class_] = ++classes->count;
  return ort_vector_push(&run->memory, &classes->found, class_);
}

/* Appends a class and everything below it to found. */
static ort_status cl_members(ort_run *run, const cl_graph *edges, uint32_t class_) {
  const uint32_t stamp = ort_stamp(run);
  uint32_t next = run->classes.found.count;
  ort_status status = cl_found(run, class_, stamp);
  for (; status == ORT_OK && next < run->classes.found.count; next++) {
    const uint32_t sup = run->classes.found.at[next];
    uint32_t i;
    for (i = edges->first[sup]; i < edges->first[sup + 1] && status == ORT_OK; i++) {
      status = cl_found(run, edges->sub[i], stamp);
    }
  }
  return status;
}

static ort_status cl_sets(ort_run *run) {
  ort_classes *classes = &run->classes;
  const size_t rows = run->program->class_count;
  uint32_t i, j;
  classes->words = classes->count / 32 + 1;
  if (rows > SIZE_MAX / sizeof *classes->sets / classes->words) return ORT_MEMORY;
  classes->sets = (uint32_t *)ort_resize(&run->memory, NULL, 0, sizeof *classes->sets * rows * classes->words);
  if (classes->sets == NULL) return ORT_MEMORY;
  memset(classes->sets, 0, sizeof *classes->sets * rows * classes->words);
  for (i = 0; i < run->program->class_count; i++) {
    uint32_t *set = classes->sets + (size_t)i * classes->words;
    for (j = classes->first.at[i]; j < classes->first.at[i + 1]; j++) {
      const uint32_t number = classes->number[classes->found.at[j]];
      set[number >> 5] |= (uint32_t)1 << (number & 31u);
    }
  }
  return ORT_OK;
}

static ort_status cl_close_over(ort_run *run) {
  ort_classes *classes = &run->classes;
  cl_graph edges = {NULL, NULL, 0};
  ort_status status = cl_open(run, &edges);
  uint32_t i;
  for (i = 0; i < run->program->class_count && status == ORT_OK; i++) {
    status = ort_vector_push(&run->memory, &classes->first, classes->found.count);
    if (status == ORT_OK) status = cl_members(run, &edges, run->program->classes[i]);
  }
  if (status == ORT_OK) status = ort_vector_push(&run->memory, &classes->first, classes->found.count);
  return status == ORT_OK ? cl_sets(run) : status;
}

/* Whether the data has subclasses of its own. */
static int cl_is_plain(const ort_run *run) {
  const ort_graph *graph = &run->graph;
  const uint32_t predicate = run->program->sub_class_of;
  return predicate == 0 || graph->order == NULL || graph->order_first[predicate] == graph->order_first[predicate + 1];
}

/* Numbers for all terms, none for those that are new. */
static ort_status cl_room(ort_run *run, uint32_t terms) {
  ort_classes *classes = &run->classes;
  const uint32_t before = classes->capacity;
  uint32_t *grown;
  if (terms < before) return ORT_OK;
  grown = (uint32_t *)ort_resize(&run->memory, classes->number, sizeof *grown * before, sizeof *grown * ((size_t)terms + 1));
  if (grown == NULL) return ORT_MEMORY;
  memset(grown + before, 0, sizeof *grown * ((size_t)terms + 1 - before));
  classes->number = grown;
  classes->capacity = terms + 1;
  return ORT_OK;
}

ORT_API ort_status ort_classes_open(ort_run *run) {
  const ort_mark mark = ort_scratch_mark(run);
  const int plain = cl_is_plain(run);
  ort_status status;
  if (run->program->class_count == 0) return ORT_OK;
  if (!plain) ort_classes_close(run);
  status = cl_room(run, run->graph.terms);
  if (status != ORT_OK || run->classes.plain) return status;
  status = cl_close_over(run);
  run->classes.plain = plain && status == ORT_OK;
  ort_scratch_release(run, mark);
  return status;
}

ORT_API void ort_classes_reset(ort_run *run) {
  if (!run->classes.plain) ort_classes_close(run);
}

ORT_API void ort_classes_close(ort_run *run) {
  ort_classes *classes = &run->classes;
  const size_t sets = (size_t)run->program->class_count * classes->words;
  ort_free(&run->memory, classes->number, sizeof *classes->number * classes->capacity);
  ort_free(&run->memory, classes->sets, sizeof *classes->sets * sets);
  ort_vector_free(&run->memory, &classes->found);
  ort_vector_free(&run->memory, &classes->first);
  memset(classes, 0, sizeof *classes);
}
