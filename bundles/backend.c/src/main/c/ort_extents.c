/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The rows of each subject, together and by predicate. Data is usually grouped by subject, and then they lie so since they were
 * read: nothing moves. The rows of a subject that comes more than once, or with very many triples, are copied behind all others.
 */
#include "ort_run.h"

#include <string.h>

#define EX_DONE UINT32_MAX

static int ex_is_behind(const ort_graph *graph, uint32_t row, uint32_t predicate) {
  return ort_predicate_at(graph, row) > predicate;
}

static void ex_set_predicate(ort_graph *graph, uint32_t row, uint32_t predicate) {
  if (graph->predicate != NULL) {
    graph->predicate[row] = (uint16_t)predicate;
  } else {
    graph->wide_predicate[row] = predicate;
  }
}

static int ex_has_predicate(const ort_graph *graph, uint32_t row, uint32_t predicate) {
  return ort_predicate_at(graph, row) == predicate;
}

static int ex_is_same(const ort_graph *graph, uint32_t a, uint32_t b) {
  if (a == b) return 1;
  return (a & b & ORT_PASSED) != 0 && graph->passed[a ^ ORT_PASSED] == graph->passed[b ^ ORT_PASSED];
}

/* Sorts the rows [from, to) by insertion; returns behind the last that stays. */
#define EX_TIDY(name, type)                                                                                             \
  static inline uint32_t name(ort_graph *graph, type *predicates, uint32_t from, uint32_t to) {                         \
    uint32_t out = from;                                                                                                \
    uint32_t i, j, place;                                                                                               \
    for (i = from; i < to; i++) {                                                                                       \
      const type predicate = predicates[i];                                                                             \
      const uint32_t node = graph->node[i];                                                                             \
      const uint32_t at = graph->places[i];                                                                             \
      for (place = out; place > from && predicates[place - 1] > predicate; place--) {                                   \
      }                                                                                                                 \
      for (j = place; j > from && predicates[j - 1] == predicate && !ex_is_same(graph, graph->node[j - 1], node); j--) {\
      }                                                                                                                 \
      if (j > from && predicates[j - 1] == predicate) continue; /* said before */                                       \
      for (j = out++; j > place; j--) {                                                                                 \
        predicates[j] = predicates[j - 1];                                                                              \
        graph->node[j] = graph->node[j - 1];                                                                            \
        graph->places[j] = graph->places[j - 1];                                                                        \
      }                                                                                                                 \
      predicates[place] = predicate;                                                                                    \
      graph->node[place] = node;                                                                                        \
      graph->places[place] = at;                                                                                        \
    }                                                                                                                   \
    return out;                                                                                                         \
  }
EX_TIDY(ex_tidy_short, uint16_t)
EX_TIDY(ex_tidy_wide, uint32_t)

ORT_API uint32_t ort_tidy(ort_graph *graph, uint32_t from, uint32_t to) {
  return graph->predicate != NULL ? ex_tidy_short(graph, graph->predicate, from, to)
                                  : ex_tidy_wide(graph, graph->wide_predicate, from, to);
}

/* Links the stretches of each subject: next[k] is the following one's number, counted from 1. */
static uint32_t *ex_links(ort_run *run) {
  ort_graph *graph = &run->graph;
  uint32_t *next = (uint32_t *)ort_resize(&run->memory, NULL, 0, sizeof *next * ((size_t)graph->stretch_count + 1));
  uint32_t k;
  if (next == NULL) return NULL;
  for (k = graph->stretch_count; k-- > 0;) {
    uint32_t *head = &graph->by_subject[graph->stretches[k].subject].from;
    next[k] = *head;
    *head = k + 1;
  }
  return next;
}

/* Whether the rows of a subject lie as they must, given its first stretch. */
static int ex_is_in_place(const ort_graph *graph, const uint32_t *next, uint32_t first) {
  return next[first] == 0 && ort_stretch_end(graph, first) - graph->stretches[first].row <= ORT_SHORT_STRETCH;
}

ORT_API ort_status ort_extents_open(ort_run *run) {
  ort_graph *graph = &run->graph;
  const size_t bytes = sizeof *graph->by_subject * ((size_t)graph->terms + 1);
  uint64_t copies = 0;
  uint32_t k, i;
  graph->by_subject = (ort_extent *)ort_resize(&run->memory, NULL, 0, bytes);
  if (graph->by_subject == NULL) return ORT_MEMORY;
  memset(graph->by_subject, 0, bytes);
  graph->next = ex_links(run);
  if (graph->next == NULL) return ORT_MEMORY;
  for (k = 0; k < graph->stretch_count; k++) {
    if (graph->by_subject[graph->stretches[k].subject].from != k + 1 || ex_is_in_place(graph, graph->next, k)) continue;
    for (i = k + 1; i != 0; i = graph->next[i - 1]) copies += ort_stretch_end(graph, i - 1) - graph->stretches[i - 1].row;
  }
  if (copies > UINT32_MAX) return ORT_LIMIT;
  graph->copies = (uint32_t)copies;
  if (copies == 0) return ORT_OK;
  graph->source = (uint32_t *)ort_resize(&run->memory, NULL, 0, sizeof *graph->source * graph->copies);
  return graph->source == NULL ? ORT_MEMORY : ort_graph_room(run, graph->copies, 1);
}

/* Merges two neighbouring runs of sources. */
static void ex_merge(const ort_graph *graph, const uint32_t *in, uint32_t from, uint32_t middle, uint32_t to, uint32_t *out) {
  uint32_t left = from;
  uint32_t right = middle;
  uint32_t i;
  for (i = from; i < to; i++) {
    const int take_left =
        left < middle && (right == to || !ex_is_behind(graph, in[left], ort_predicate_at(graph, in[right])));
    out[i] = take_left ? in[left++] : in[right++];
  }
}

/* Sorts sources by predicate, those of one predicate as they are. */
static ort_status ex_sort(ort_run *run, uint32_t *source, uint32_t count) {
  const ort_graph *graph = &run->graph;
  const ort_mark mark = ort_scratch_mark(run);
  uint32_t *in = source;
  uint32_t *out, *other;
  uint64_t width;
  uint32_t i, j;
  if (count <= 2 * ORT_SHORT_STRETCH) {
    for (i = 1; i < count; i++) {
      const uint32_t row = source[i];
      for (j = i; j > 0 && ex_is_behind(graph, source[j - 1], ort_predicate_at(graph, row)); j--) source[j] = source[j - 1];
      source[j] = row;
    }
    return ORT_OK;
  }
  out = (uint32_t *)ort_scratch_new(run, sizeof *out * (size_t)count);
  if (out == NULL) return ORT_MEMORY;
  for (width = 1; width < count; width *= 2) {
    uint64_t from;
    for (from = 0; from < count; from += 2 * width) {
      const uint64_t middle = from + width < count ? from + width : count;
      const uint64_t to = middle + width < count ? middle + width : count;
      ex_merge(graph, in, (uint32_t)from, (uint32_t)middle, (uint32_t)to, out);
    }
    other = in;
    in = out;
    out = other;
  }
  if (in != source) memcpy(source, in, sizeof *in * count);
  ort_scratch_release(run, mark);
  return ORT_OK;
}

/* Where a node is in a table of rows, counted from 1, or where it belongs. */
static size_t ex_place(const ort_graph *graph, const uint32_t *rows, size_t mask, uint32_t node) {
  const uint64_t number = (node & ORT_PASSED) != 0 ? graph->passed[node ^ ORT_PASSED] : node;
  size_t at = (size_t)((number * UINT64_C(0x9E3779B97F4A7C15)) >> 20) & mask;
  while (rows[at] != 0 && !ex_is_same(graph, graph->node[rows[at] - 1], node)) at = (at + 1) & mask;
  return at;
}

/* Of the sources [from, to) of one predicate: copies those whose object was not there yet behind the row. */
static ort_status ex_copy(ort_run *run, uint32_t from, uint32_t to, uint32_t *row) {
  ort_graph *graph = &run->graph;
  const ort_mark mark = ort_scratch_mark(run);
  const uint32_t group = *row;
  uint32_t *rows = NULL;
  size_t size = 1;
  if (to - from > 8) {
    while (size / 2 < to - from) size *= 2;
    rows = (uint32_t *)ort_scratch_new(run, sizeof *rows * size);
    if (rows == NULL) return ORT_MEMORY;
    memset(rows, 0, sizeof *rows * size);
  }
  for (; from < to; from++) {
    const uint32_t source = graph->source[from];
    const uint32_t node = graph->node[source];
    uint32_t i = group;
    if (rows != NULL) {
      const size_t at = ex_place(graph, rows, size - 1, node);
      if (rows[at] != 0) continue;
      rows[at] = *row + 1;
    } else {
      while (i < *row && !ex_is_same(graph, graph->node[i], node)) i++;
      if (i < *row) continue;
    }
    graph->node[*row] = node;
    ex_set_predicate(graph, *row, ort_predicate_at(graph, source));
    graph->source[*row - graph->count] = source;
    ++*row;
  }
  ort_scratch_release(run, mark);
  return ORT_OK;
}

/* Gathers the stretches of a subject in copies from row on. */
static ort_status ex_gather(ort_run *run, uint32_t first, uint32_t *row) {
  ort_graph *graph = &run->graph;
  const uint32_t copy = *row - graph->count;
  uint32_t count = 0;
  uint32_t i, from, to;
  ort_status status;
  for (i = first + 1; i != 0;) {
    const uint32_t end = ort_stretch_end(graph, i - 1);
    uint32_t r;
    for (r = graph->stretches[i - 1].row; r < end; r++) graph->source[copy + count++] = r;
    from = graph->next[i - 1];
    graph->next[i - 1] = EX_DONE;
    i = from;
  }
  status = ex_sort(run, graph->source + copy, count);
  if (status != ORT_OK) return status;
  for (from = copy; from < copy + count && status == ORT_OK; from = to) {
    const uint32_t predicate = ort_predicate_at(graph, graph->source[from]);
    for (to = from + 1; to < copy + count && ex_has_predicate(graph, graph->source[to], predicate); to++) {
    }
    status = ex_copy(run, from, to, row);
  }
  return status;
}

ORT_API ort_status ort_extents_fill(ort_run *run) {
  ort_graph *graph = &run->graph;
  ort_status status = ORT_OK;
  uint32_t row = graph->count;
  uint32_t k;
  for (k = 0; k < graph->stretch_count && status == ORT_OK; k++) {
    ort_extent *rows = &graph->by_subject[graph->stretches[k].subject];
    if (graph->next[k] == EX_DONE) continue;
    if (ex_is_in_place(graph, graph->next, k)) {
      rows->from = graph->stretches[k].row;
      rows->to = ort_stretch_end(graph, k);
    } else {
      rows->from = row;
      status = ex_gather(run, k, &row);
      rows->to = row;
    }
  }
  ort_free(&run->memory, graph->next, sizeof *graph->next * ((size_t)graph->stretch_count + 1));
  graph->next = NULL;
  ort_free(&run->memory, graph->passed, sizeof *graph->passed * graph->passed_capacity); /* which are the same is settled */
  graph->passed = NULL;
  graph->passed_capacity = 0;
  return status;
}
