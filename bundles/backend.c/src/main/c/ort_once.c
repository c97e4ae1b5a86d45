/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One pass over data that is grouped by subject, for programs that need the triples of a focus node only: subjects are checked and
 * forgotten, many at a time, as long as none of them comes again.
 */
#include "ort_scale.h"

#include <string.h>

/* As many rows fit the processor's cache with their terms. */
#ifndef ORT_BATCH_ROWS
#define ORT_BATCH_ROWS 8192u
#endif

/* Notes the subjects in memory, each once. */
static ort_status on_note(ort_run *run) {
  const ort_graph *graph = &run->graph;
  const uint32_t stamp = ort_stamp(run);
  ort_status status = ORT_OK;
  uint32_t i;
  for (i = 0; i < graph->stretch_count && status == ORT_OK; i++) {
    const uint32_t subject = graph->stretches[i].subject;
    if (run->marks[subject] == stamp) continue;
    run->marks[subject] = stamp;
    status = ort_seen_add(&run->scale->seen, ort_scale_hash(run, subject));
  }
  return status;
}

/* Checks the subjects in memory, each of which is complete unless it comes again. */
static ort_status on_check(ort_run *run) {
  const uint32_t sub_class_of = run->program->sub_class_of;
  if (run->status == ORT_OK) run->status = ort_graph_settle(run);
  if (run->status == ORT_OK) run->status = ort_graph_end(run);
  /* what the data says of subclasses matters for what was before, too */
  if (sub_class_of != 0 && run->graph.has != NULL && run->graph.has[sub_class_of] != 0) ort_fail(run, ORT_UNGROUPED);
  if (ort_scale_check(run) == ORT_OK) run->status = on_note(run);
  return run->status;
}

/* Whether a term is the subject of the last row. */
static int on_is_last(const ort_run *run, const ort_term *subject) {
  const ort_record *last = run->graph.subject == 0 ? NULL : ort_record_of(run, run->graph.subject);
  return last != NULL && last->kind == (uint8_t)subject->kind && last->length == subject->text_length &&
         memcmp(ort_text_of(last), subject->text, last->length) == 0;
}

static ort_status on_next_batch(ort_run *run, const ort_term *subject) {
  ort_status status = ort_graph_settle(run);
  if (status != ORT_OK || on_is_last(run, subject)) return status;
  status = on_check(run);
  return status == ORT_OK ? ort_scale_forget(run) : status;
}

ORT_API ort_status ort_once_triple(void *context, const ort_term *subject, const ort_term *predicate, const ort_term *object) {
  ort_run *run = (ort_run *)context;
  const int enough = run->graph.count >= ORT_BATCH_ROWS || run->memory.used > run->scale->bound / 2;
  if (enough && !subject->repeated && run->graph.count > 0) {
    const ort_status status = on_next_batch(run, subject);
    if (status != ORT_OK) return status;
  }
  return ort_graph_triple(run, subject, predicate, object);
}

ORT_API ort_status ort_once_finish(ort_run *run) {
  if (on_check(run) == ORT_OK) run->status = ort_seen_finish(&run->scale->seen);
  ort_seen_close(&run->scale->seen);
  return run->status;
}
