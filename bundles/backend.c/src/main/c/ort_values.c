/* SPDX-License-Identifier: Apache-2.0 */
/* The value nodes of predicates, and what generated code asks so often that it calls it: functions that are compiled once keep
   the functions of shapes small, which a C compiler is given anew for each program. */
#include "ort_run.h"
#include "ort_threads.h"

/* Where the values of a predicate are among rows or entries that are sorted by predicate. */
#define VA_SLICE(name, type)                                                                                  \
  static ort_extent name(const type *predicates, uint32_t from, const uint32_t end, uint32_t predicate) {     \
    ort_extent found;                                                                                          \
    uint32_t to = end;                                                                                         \
    while (to - from > 8) {                                                                                    \
      const uint32_t middle = from + (to - from) / 2;                                                          \
      if (predicates[middle] < predicate) {                                                                    \
        from = middle + 1;                                                                                     \
      } else {                                                                                                 \
        to = middle;                                                                                           \
      }                                                                                                        \
    }                                                                                                          \
    while (from < end && predicates[from] < predicate) from++;                                                 \
    to = from;                                                                                                 \
    while (to < end && predicates[to] == predicate) to++;                                                      \
    found.from = from;                                                                                         \
    found.to = to;                                                                                             \
    return found;                                                                                              \
  }
VA_SLICE(va_slice, uint32_t)
VA_SLICE(va_short_slice, uint16_t)

ORT_API ort_extent ort_rows_with(const ort_run *run, uint32_t subject, uint32_t predicate) {
  const ort_graph *graph = &run->graph;
  const ort_extent rows = graph->by_subject[subject];
  return graph->predicate != NULL ? va_short_slice(graph->predicate, rows.from, rows.to, predicate)
                                  : va_slice(graph->wide_predicate, rows.from, rows.to, predicate);
}

ORT_API ort_extent ort_entries_with(const ort_run *run, uint32_t object, uint32_t predicate) {
  const ort_index *index = &run->graph.by_object;
  ort_extent found = {index->first[object], index->first[object + 1]};
  if (index->predicate != NULL) return va_slice(index->predicate, found.from, found.to, predicate);
  if (predicate != index->only) found.to = found.from;
  return found;
}

ORT_API int ort_has_datatype(ort_run *run, uint32_t node, uint32_t datatype) {
  const ort_record *record = ort_record_of(run, node);
  uint8_t valid;
  if (record->kind != ORT_LITERAL || record->qualifier != datatype) return 0;
  valid = ORT_SHARED_LOAD(&record->valid);
  return valid != 0 ? valid == 1 : ort_look_at_lexical_form(run, node);
}

ORT_API int ort_is_instance(const ort_run *run, uint32_t node, uint32_t of) {
  const ort_classes *classes = &run->classes;
  const ort_values types = ort_objects(run, node, run->program->type);
  uint32_t i;
  for (i = 0; i < types.count; i++) {
    const uint32_t number = classes->number[types.node[i]];
    if (number != 0 && (classes->sets[(size_t)of * classes->words + (number >> 5)] >> (number & 31u) & 1u) != 0) return 1;
  }
  return 0;
}

ORT_API ORT_COLD void ort_report_focus(ort_run *run, uint32_t check, uint32_t focus) {
  ort_report(run, check, 0u, focus, 0u, 0u, ORT_NO_ROW);
}

ORT_API ORT_COLD void ort_report_value(ort_run *run, uint32_t check, uint32_t focus, uint32_t value, uint32_t row) {
  ort_report(run, check, 0u, focus, value, 0u, row);
}
