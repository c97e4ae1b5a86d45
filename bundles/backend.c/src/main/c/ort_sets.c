/* SPDX-License-Identifier: Apache-2.0 */
/* Constraints that look at all value nodes of a focus node together (SHACL sections 4.4.5, 4.5, 4.8.1, 4.8.2). */
#include "ort_run.h"

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
    ort_report(run, check, 0, focus, a->node[i], 0, a->row[i]);
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
        ort_report(run, check, 0, focus, values->node[i], 0, values->row[i]);
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
      if (report) ort_report(run, check, 0, focus, 0, 0, values->row[i]);
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
  const ort_index *index = &run->graph.by_subject;
  uint32_t i;
  for (i = index->first[node]; i < index->first[node + 1]; i++) {
    if (!ort_is_in(index->predicate[i], allowed, count)) return 0;
  }
  return 1;
}

/* Puts a member in its place in a heap whose greatest one is the first. */
static void st_sift(uint64_t *heap, uint32_t at, uint32_t count) {
  const uint64_t member = heap[at];
  while (at < count / 2) {
    uint32_t below = 2 * at + 1;
    if (below + 1 < count && heap[below + 1] > heap[below]) below++;
    if (heap[below] <= member) break;
    heap[at] = heap[below];
    at = below;
  }
  heap[at] = member;
}

static void st_sort(uint64_t *numbers, uint32_t count) {
  uint32_t i;
  for (i = count / 2; i > 0; i--) st_sift(numbers, i - 1, count);
  for (i = count; i > 1; i--) {
    const uint64_t greatest = numbers[0];
    numbers[0] = numbers[i - 1];
    numbers[i - 1] = greatest;
    st_sift(numbers, 0, i - 1);
  }
}

/* In the order of the data, which does not depend on the numbers of terms. */
ORT_API void ort_report_closed(ort_run *run, uint32_t check, uint32_t focus, uint32_t node, const uint32_t *allowed,
                               uint32_t count) {
  const ort_index *index = &run->graph.by_subject;
  const uint32_t first = index->first[node];
  const uint32_t end = index->first[node + 1];
  const ort_mark mark = ort_scratch_mark(run);
  uint64_t *found; /* row and entry */
  uint32_t others = 0;
  uint32_t i;
  if (first == end) return;
  found = (uint64_t *)ort_scratch_new(run, sizeof *found * (end - first));
  if (found == NULL) return;
  for (i = first; i < end; i++) {
    if (!ort_is_in(index->predicate[i], allowed, count)) found[others++] = (uint64_t)index->row[i] << 32 | i;
  }
  st_sort(found, others);
  for (i = 0; i < others; i++) {
    const uint32_t entry = (uint32_t)found[i];
    ort_report(run, check, 0, focus, index->node[entry], index->predicate[entry], index->row[entry]);
  }
  ort_scratch_release(run, mark);
}
