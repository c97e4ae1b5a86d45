/* SPDX-License-Identifier: Apache-2.0 */
/* Constraints that look at all value nodes of a focus node together (SHACL sections 4.4.5, 4.5, 4.8.1, 4.8.2). */
#include "ort_run.h"

#include <string.h>

/* Marks pay off when comparing each with each would not. */
static int st_is_large(const ort_values *a, const ort_values *b) { return (uint64_t)a->count * b->count > 256; }

static int st_contains(const ort_values *values, uint32_t node) {
  uint32_t i;
  for (i = 0; i < values->count; i++) {
    if (values->node[i] == node) return 1;
  }
  return 0;
}

ORT_API int ort_has_value(const ort_values *values, uint32_t node) { return st_contains(values, node); }

static uint32_t st_mark(ort_run *run, const ort_values *values) {
  const uint32_t stamp = ort_stamp(run);
  uint32_t i;
  for (i = 0; i < values->count; i++) run->marks[values->node[i]] = stamp;
  return stamp;
}

/* Where from start the next of a is that is in b (or is not); a->count at the end. stamp: b's marks, 0: none. */
static uint32_t st_next(const ort_run *run, const ort_values *a, uint32_t start, const ort_values *b, uint32_t stamp, int in) {
  for (; start < a->count; start++) {
    const uint32_t node = a->node[start];
    const int found = stamp != 0 ? run->marks[node] == stamp : st_contains(b, node);
    if (found == in) break;
  }
  return start;
}

static uint32_t st_first(ort_run *run, const ort_values *a, const ort_values *b, int in) {
  return st_next(run, a, 0, b, st_is_large(a, b) ? st_mark(run, b) : 0, in);
}

static void st_report(ort_run *run, uint32_t check, uint32_t focus, const ort_values *a, const ort_values *b, int in) {
  const uint32_t stamp = st_is_large(a, b) ? st_mark(run, b) : 0;
  uint32_t i = st_next(run, a, 0, b, stamp, in);
  for (; i < a->count && !ort_is_full(run); i = st_next(run, a, i + 1, b, stamp, in)) {
    ort_report(run, check, 0, focus, a->node[i], 0, ort_row(a, i));
  }
}

ORT_API int ort_is_equal(ort_run *run, const ort_values *values, uint32_t focus, uint32_t predicate) {
  const ort_values others = ort_objects(run, focus, predicate);
  return values->count == others.count && st_first(run, values, &others, 0) == values->count;
}

ORT_API void ort_report_equal(ort_run *run, uint32_t check, uint32_t focus, const ort_values *values, uint32_t predicate) {
  const ort_values others = ort_objects(run, focus, predicate);
  st_report(run, check, focus, values, &others, 0);
  st_report(run, check, focus, &others, values, 0);
}

ORT_API int ort_is_disjoint(ort_run *run, const ort_values *values, uint32_t focus, uint32_t predicate) {
  const ort_values others = ort_objects(run, focus, predicate);
  return st_first(run, values, &others, 1) == values->count;
}

ORT_API void ort_report_disjoint(ort_run *run, uint32_t check, uint32_t focus, const ort_values *values, uint32_t predicate) {
  const ort_values others = ort_objects(run, focus, predicate);
  st_report(run, check, focus, values, &others, 1);
}

static int st_is_ordered(const ort_run *run, uint32_t a, uint32_t b, int or_equal) {
  return or_equal ? ort_is_at_most(run, a, b) : ort_is_less(run, a, b);
}

ORT_API int ort_is_all_less(const ort_run *run, const ort_values *values, uint32_t focus, uint32_t predicate, int or_equal) {
  const ort_values others = ort_objects(run, focus, predicate);
  uint32_t i, j;
  for (i = 0; i < values->count; i++) {
    for (j = 0; j < others.count; j++) {
      if (!st_is_ordered(run, values->node[i], others.node[j], or_equal)) return 0;
    }
  }
  return 1;
}

/* A result for each pair that is not in order. */
ORT_API void ort_report_less(ort_run *run, uint32_t check, uint32_t focus, const ort_values *values, uint32_t predicate,
                             int or_equal) {
  const ort_values others = ort_objects(run, focus, predicate);
  uint32_t i, j;
  for (i = 0; i < values->count && run->status == ORT_OK; i++) {
    for (j = 0; j < others.count && !ort_is_full(run); j++) {
      if (!st_is_ordered(run, values->node[i], others.node[j], or_equal)) {
        ort_report(run, check, 0, focus, values->node[i], 0, ort_row(values, i));
      }
    }
  }
}

/* Marks the languages used once; calls back for each the second time it is used, once. 1: there was one. */
static int st_languages(ort_run *run, const ort_values *values, int report, uint32_t check, uint32_t focus) {
  const uint32_t once = ort_stamp(run);
  const uint32_t reported = once == UINT32_MAX ? 0 : ort_stamp(run);
  int found = 0;
  uint32_t i;
  if (reported == 0) return st_languages(run, values, report, check, focus); /* the marks begin anew */
  for (i = 0; i < values->count && (report || !found); i++) {
    const ort_record *record = ort_record_of(run, values->node[i]);
    uint32_t *mark;
    if (record->kind != ORT_LANG_LITERAL) continue;
    mark = &run->marks[ort_tag_identity(&run->terms, record->qualifier)];
    if (*mark == once) {
      found = 1;
      if (report) ort_report(run, check, 0, focus, 0, 0, ort_row(values, i));
      *mark = reported;
    } else if (*mark != reported) {
      *mark = once;
    }
  }
  return found;
}

ORT_API int ort_is_unique_language(ort_run *run, const ort_values *values) { return !st_languages(run, values, 0, 0, 0); }

ORT_API void ort_report_unique_language(ort_run *run, uint32_t check, uint32_t focus, const ort_values *values) {
  st_languages(run, values, 1, check, focus);
}

ORT_API int ort_is_closed(const ort_run *run, uint32_t node, const uint32_t *allowed, uint32_t count) {
  const ort_extent rows = run->graph.by_subject[node];
  uint32_t i;
  for (i = rows.from; i < rows.to; i++) {
    if (!ort_is_in(ort_predicate_at(&run->graph, i), allowed, count)) return 0;
  }
  return 1;
}

/* A row of the triples of a closed shape's node, and where it is in the data. */
typedef struct st_place {
  uint64_t line;   /* after the document */
  uint64_t column; /* before the row that was read */
  uint32_t row;
} st_place;

static int st_is_later(const st_place *a, const st_place *b) {
  return a->line != b->line ? a->line > b->line : a->column > b->column;
}

/* Puts a member in its place in a heap whose latest one is the first. */
static void st_sift(st_place *heap, uint32_t at, uint32_t count) {
  const st_place member = heap[at];
  while (at < count / 2) {
    uint32_t below = 2 * at + 1;
    if (below + 1 < count && st_is_later(&heap[below + 1], &heap[below])) below++;
    if (!st_is_later(&heap[below], &member)) break;
    heap[at] = heap[below];
    at = below;
  }
  heap[at] = member;
}

static void st_sort(st_place *places, uint32_t count) {
  uint32_t i;
  for (i = count / 2; i > 0; i--) st_sift(places, i - 1, count);
  for (i = count; i > 1; i--) {
    const st_place last = places[0];
    places[0] = places[i - 1];
    places[i - 1] = last;
    st_sift(places, 0, i - 1);
  }
}

static st_place st_place_of(const ort_run *run, uint32_t row) {
  ort_result at;
  st_place place;
  memset(&at, 0, sizeof at);
  ort_locate(run, row, &at);
  place.line = (uint64_t)at.document << 32 | at.at.line;
  place.column = (uint64_t)at.at.column << 32 | row;
  place.row = row;
  return place;
}

/* In the order of the data, which does not depend on the numbers of terms. */
ORT_API void ort_report_closed(ort_run *run, uint32_t check, uint32_t focus, uint32_t node, const uint32_t *allowed,
                               uint32_t count) {
  const ort_graph *graph = &run->graph;
  const ort_extent rows = graph->by_subject[node];
  const ort_mark mark = ort_scratch_mark(run);
  st_place *found;
  uint32_t others = 0;
  uint32_t i;
  if (rows.from == rows.to) return;
  found = (st_place *)ort_scratch_new(run, sizeof *found * (rows.to - rows.from));
  if (found == NULL) return;
  for (i = rows.from; i < rows.to; i++) {
    if (!ort_is_in(ort_predicate_at(graph, i), allowed, count)) found[others++] = st_place_of(run, i);
  }
  st_sort(found, others);
  for (i = 0; i < others; i++) {
    const uint32_t row = found[i].row;
    ort_report(run, check, 0, focus, graph->node[row], ort_predicate_at(graph, row), row);
  }
  ort_scratch_release(run, mark);
}
