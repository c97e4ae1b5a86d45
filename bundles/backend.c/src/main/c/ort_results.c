/* SPDX-License-Identifier: Apache-2.0 */
/* Results and where in the data they are. */
#include "ort_run.h"

#include <string.h>

/* The last of count ascending numbers that is at most row; the first is. */
static uint32_t rs_last(const uint32_t *numbers, uint32_t count, uint32_t row) {
  uint32_t from = 0;
  while (count - from > 1) {
    const uint32_t middle = from + (count - from) / 2;
    if (numbers[middle] <= row) {
      from = middle;
    } else {
      count = middle;
    }
  }
  return from;
}

ORT_API uint32_t ort_source(const ort_graph *graph, uint32_t row) {
  return row < graph->count || row == ORT_NO_ROW ? row : graph->source[row - graph->count];
}

/* Where the subject of a row was read first of those that follow each other: parts are cut within what one reading keeps together. */
static ort_position rs_subject(const ort_run *run, uint32_t row) {
  const ort_graph *graph = &run->graph;
  const ort_stretch *stretch = ort_stretch_at(graph, row);
  const uint32_t first = graph->documents.at[rs_last(graph->documents.at, graph->documents.count, row)];
  if (run->scale != NULL) return stretch->at; /* what was not together does not come together here */
  while (stretch->row > first && stretch[-1].subject == stretch->subject) stretch--;
  return stretch->at;
}

/* The first row with a node as the subject of a predicate that is looked up by subject. */
static uint32_t rs_first_row(const ort_run *run, uint32_t node) {
  const ort_extent rows = run->graph.by_subject[node];
  uint32_t row = ORT_NO_ROW;
  uint32_t i;
  for (i = rows.from; i < rows.to; i++) {
    const uint32_t source = ort_source(&run->graph, i);
    if (source < row && ort_role(run->program, ort_predicate_at(&run->graph, i)) & ORT_ROLE_FORWARD) row = source;
  }
  return row;
}

/* The nearest known line start at or before the position. */
static void rs_checkpoint(const ort_graph *graph, ort_result *result) {
  uint32_t from = 0;
  uint32_t to = graph->checkpoint_count;
  while (from < to) {
    const uint32_t middle = from + (to - from) / 2;
    const ort_checkpoint *at = &graph->checkpoints[middle];
    if (at->document < result->document || (at->document == result->document && at->line <= result->at.line)) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  if (from == 0 || graph->checkpoints[from - 1].document != result->document) return;
  result->checkpoint_line = graph->checkpoints[from - 1].line;
  result->checkpoint_offset = graph->checkpoints[from - 1].offset;
}

ORT_API void ort_locate(const ort_run *run, uint32_t row, ort_result *result) {
  const ort_graph *graph = &run->graph;
  int subject = 0;
  if (row == ORT_NO_ROW) {
    row = rs_first_row(run, result->focus);
    subject = row != ORT_NO_ROW;
    if (!subject) row = run->row;
  }
  row = ort_source(graph, row);
  if (row == ORT_NO_ROW) return;
  result->document = ort_scale_is_grouped(run) ? ort_scale_document(run, row)
                                               : rs_last(graph->documents.at, graph->documents.count, row);
  result->at = subject ? rs_subject(run, row) : ort_position_at(graph, row);
  if (result->at.line != 0) rs_checkpoint(graph, result);
}

static void rs_cut(ort_details *details) {
  if (!details->cut) details->cut_results++;
  details->cut = 1;
}

/* Counts a result, or a detail of the last one. */
static int rs_has_room(ort_details *details) {
  if (details->depth == 0) {
    details->left = details->most;
    details->full = details->cut = 0;
    return 1;
  }
  if (details->left == 0) {
    details->full = 1;
    rs_cut(details);
    return 0;
  }
  details->left--;
  return 1;
}

ORT_API void ort_report(ort_run *run, uint32_t check, uint32_t variant, uint32_t focus, uint32_t value, uint32_t path,
                        uint32_t row) {
  ort_result result;
  if (run->status != ORT_OK || !rs_has_room(&run->details)) return;
  if (run->emit == NULL) {
    if (run->details.depth == 0) run->statistics.results++;
    return;
  }
  memset(&result, 0, sizeof result);
  result.check = check;
  result.variant = variant;
  result.focus = focus;
  result.value = value;
  result.path = path;
  result.depth = run->details.depth;
  ort_locate(run, row, &result);
  if (result.depth == 0) run->statistics.results++;
  if (run->emit(run->emit_context, run, &result) != 0) ort_fail(run, ORT_STOPPED);
}

ORT_API int ort_explain_open(ort_run *run, uint32_t row, ort_explanation *outer) {
  ort_details *details = &run->details;
  if (details->deepest == 0 || run->status != ORT_OK || ort_is_full(run)) return 0;
  if (details->depth == details->deepest) {
    rs_cut(details);
    return 0;
  }
  outer->row = ort_enter(run, row);
  outer->first = ort_scope_open(run);
  details->depth++;
  return 1;
}

ORT_API void ort_explain_close(ort_run *run, const ort_explanation *outer) {
  ort_scope_close(run, outer->first);
  run->details.depth--;
  ort_leave(run, outer->row);
}

ORT_API void ort_explain(ort_run *run, uint32_t value, uint32_t row, const ort_shape_report *reports, uint32_t count) {
  ort_explanation outer;
  uint32_t i;
  if (!ort_explain_open(run, row, &outer)) return;
  for (i = 0; i < count && !ort_is_full(run); i++) reports[i](run, value);
  ort_explain_close(run, &outer);
}

ORT_API void ort_explain_each(ort_run *run, const ort_values *values, const ort_shape_report *report) {
  uint32_t i;
  for (i = 0; i < values->count && !ort_is_full(run); i++) ort_explain(run, values->node[i], ort_row(values, i), report, 1);
}
