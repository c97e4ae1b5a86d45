/* SPDX-License-Identifier: Apache-2.0 */
/* Focus nodes of the shapes that have targets (SHACL section 2.1.3), each once per shape, in the order of the data. */
#include "ort_run.h"

static void fo_add(ort_run *run, uint32_t node, uint32_t row, uint32_t stamp) {
  ort_status status;
  if (run->marks[node] == stamp) return;
  run->marks[node] = stamp;
  status = ort_vector_push(&run->memory, &run->focus, node);
  if (status == ORT_OK) status = ort_vector_push(&run->memory, &run->focus_rows, row);
  if (status != ORT_OK) ort_fail(run, status);
}

static void fo_class(ort_run *run, uint32_t of, uint32_t stamp) {
  const ort_classes *classes = &run->classes;
  uint32_t i, j;
  for (i = classes->first.at[of]; i < classes->first.at[of + 1]; i++) {
    const ort_values instances = ort_subjects(run, classes->found.at[i], run->program->type);
    for (j = 0; j < instances.count && run->status == ORT_OK; j++) fo_add(run, instances.node[j], instances.row[j], stamp);
  }
}

static void fo_predicate(ort_run *run, uint32_t predicate, int objects, uint32_t stamp) {
  const ort_graph *graph = &run->graph;
  uint32_t i;
  for (i = graph->order_first[predicate]; i < graph->order_first[predicate + 1] && run->status == ORT_OK; i++) {
    const ort_triple *triple = &graph->triples[graph->order[i]];
    fo_add(run, objects ? triple->object : triple->subject, graph->order[i], stamp);
  }
}

static void fo_collect(ort_run *run, const ort_entry *entry) {
  const uint32_t stamp = ort_stamp(run);
  uint32_t i;
  run->focus.count = run->focus_rows.count = 0;
  for (i = 0; i < entry->target_count && run->status == ORT_OK; i++) {
    const ort_target *target = &entry->targets[i];
    switch (target->kind) {
      case ORT_TARGET_NODE: fo_add(run, target->what, ORT_NO_ROW, stamp); break;
      case ORT_TARGET_CLASS: fo_class(run, target->what, stamp); break;
      case ORT_TARGET_SUBJECTS: fo_predicate(run, target->what, 0, stamp); break;
      case ORT_TARGET_OBJECTS: fo_predicate(run, target->what, 1, stamp); break;
    }
  }
}

ORT_API void ort_focus_check(ort_run *run) {
  uint32_t i, j, first;
  for (i = 0; i < run->program->entry_count && run->status == ORT_OK; i++) {
    const ort_entry *entry = &run->program->entries[i];
    fo_collect(run, entry);
    for (j = 0; j < run->focus.count && run->status == ORT_OK; j++) {
      run->statistics.focus_nodes++;
      run->row = run->focus_rows.at[j];
      first = ort_scope_open(run);
      entry->report(run, run->focus.at[j]);
      ort_scope_close(run, first);
    }
  }
}
