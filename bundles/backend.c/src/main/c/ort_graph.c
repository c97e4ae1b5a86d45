/* SPDX-License-Identifier: Apache-2.0 */
/* What was read, as rows of ids with positions. */
#include "ort_run.h"

#include <string.h>

/* Begins a stretch of triples with the same subject at a row. */
static ort_status gr_stretch(ort_run *run, uint32_t subject, uint32_t row, ort_position at) {
  ort_graph *graph = &run->graph;
  ort_stretch *grown;
  if (graph->stretch_count >= UINT32_MAX - 1) return ORT_LIMIT;
  grown = (ort_stretch *)ort_grow(&run->memory, graph->stretches, sizeof *grown, &graph->stretch_capacity,
                                  graph->stretch_count + 1);
  if (grown == NULL) return ORT_MEMORY;
  graph->stretches = grown;
  grown[graph->stretch_count].subject = subject;
  grown[graph->stretch_count].row = row;
  grown[graph->stretch_count++].at = at;
  return ORT_OK;
}

/* Sorts the stretch that ends at the last row. */
ORT_API void ort_graph_tidy(ort_run *run) {
  ort_graph *graph = &run->graph;
  const uint32_t from = graph->subject == 0 ? graph->count : graph->stretches[graph->stretch_count - 1].row;
  if (graph->count - from > 1 && graph->count - from <= ORT_SHORT_STRETCH) graph->count = ort_tidy(graph, from, graph->count);
}

static void *gr_grow(ort_run *run, void *column, size_t element, uint32_t *capacity, uint32_t needed, int exactly) {
  void *grown;
  if (!exactly || needed <= *capacity) return ort_grow(&run->memory, column, element, capacity, needed);
  grown = ort_resize(&run->memory, column, element * *capacity, element * (size_t)needed);
  if (grown != NULL) *capacity = needed;
  return grown;
}

/* Whether the ids of all predicates that the program keeps are short. */
static int gr_is_short(const ort_program *program) {
  return !program->everything && program->constant_count <= UINT16_MAX;
}

static ort_status gr_room_for_predicates(ort_run *run, uint32_t needed, int exactly) {
  ort_graph *graph = &run->graph;
  void *grown;
  if (gr_is_short(run->program)) {
    grown = gr_grow(run, graph->predicate, sizeof(uint16_t), &graph->predicate_capacity, needed, exactly);
    if (grown == NULL) return ORT_MEMORY;
    graph->predicate = (uint16_t *)grown;
  } else {
    grown = gr_grow(run, graph->wide_predicate, sizeof(uint32_t), &graph->predicate_capacity, needed, exactly);
    if (grown == NULL) return ORT_MEMORY;
    graph->wide_predicate = (uint32_t *)grown;
  }
  return ORT_OK;
}

ORT_API ort_status ort_graph_room(ort_run *run, uint32_t more, int exactly) {
  ort_graph *graph = &run->graph;
  const uint32_t needed = graph->count + more;
  uint32_t *grown;
  if (more >= ORT_NO_ROW - graph->count) return ORT_LIMIT;
  if (gr_room_for_predicates(run, needed, exactly) != ORT_OK) return ORT_MEMORY;
  grown = (uint32_t *)gr_grow(run, graph->node, sizeof *grown, &graph->node_capacity, needed, exactly);
  if (grown == NULL) return ORT_MEMORY;
  graph->node = grown;
  if (exactly) return ORT_OK; /* copies are where their source is */
  grown = (uint32_t *)gr_grow(run, graph->places, sizeof *grown, &graph->place_capacity, needed, 0);
  if (grown == NULL) return ORT_MEMORY;
  graph->places = grown;
  return ORT_OK;
}

/* Keeps a place that is not near the beginning of its stretch. */
static ort_status gr_far(ort_run *run, ort_position at, uint32_t *place) {
  ort_graph *graph = &run->graph;
  const ort_position *last = graph->far_count == 0 ? NULL : &graph->far[graph->far_count - 1];
  ort_position *grown;
  if (last == NULL || last->line != at.line || last->column != at.column) {
    if (graph->far_count >= ORT_FAR - 1) return ORT_LIMIT;
    grown = (ort_position *)ort_grow(&run->memory, graph->far, sizeof *grown, &graph->far_capacity, graph->far_count + 1);
    if (grown == NULL) return ORT_MEMORY;
    graph->far = grown;
    grown[graph->far_count++] = at;
  }
  *place = ORT_FAR | (graph->far_count - 1);
  return ORT_OK;
}

ORT_API const ort_stretch *ort_stretch_at(const ort_graph *graph, uint32_t row) {
  uint32_t from = 0;
  uint32_t to = graph->stretch_count;
  while (to - from > 1) {
    const uint32_t middle = from + (to - from) / 2;
    if (graph->stretches[middle].row <= row) {
      from = middle;
    } else {
      to = middle;
    }
  }
  return &graph->stretches[from];
}

ORT_API ort_position ort_position_at(const ort_graph *graph, uint32_t row) {
  const uint32_t place = graph->places[row];
  ort_position at;
  if ((place & ORT_FAR) != 0) return graph->far[place ^ ORT_FAR];
  at.line = ort_stretch_at(graph, row)->at.line + (place >> 16);
  at.column = place & UINT16_MAX;
  return at;
}

ORT_NEAR ort_status ort_graph_subject(ort_run *run, uint32_t subject, ort_position at) {
  ort_graph *graph = &run->graph;
  if (subject == graph->subject) return ORT_OK;
  ort_graph_tidy(run);
  graph->subject = subject;
  graph->line = at.line;
  return gr_stretch(run, subject, graph->count, at);
}

ORT_API ort_status ort_graph_row(ort_run *run, uint32_t predicate, uint32_t object, ort_position at) {
  ort_graph *graph = &run->graph;
  const uint32_t row = graph->count;
  const uint32_t below = at.line - graph->line;
  uint32_t place = below << 16 | at.column;
  ort_status status = ORT_OK;
  if (row >= graph->place_capacity) status = ort_graph_room(run, 1, 0);
  if (below >= ORT_FAR >> 16 || at.column > UINT16_MAX) status = status == ORT_OK ? gr_far(run, at, &place) : status;
  if (status != ORT_OK) return status;
  if (graph->predicate != NULL) {
    graph->predicate[row] = (uint16_t)predicate;
  } else {
    graph->wide_predicate[row] = predicate;
  }
  if (predicate <= run->program->constant_count) graph->has[predicate] = 1;
  graph->node[row] = object;
  graph->places[row] = place;
  graph->count++;
  graph->kept++;
  return ORT_OK;
}

ORT_API ort_status ort_graph_passed(ort_run *run, uint64_t hash, uint32_t *node) {
  ort_graph *graph = &run->graph;
  uint64_t *grown;
  if (graph->passed_count >= ORT_PASSED - 1) return ORT_LIMIT;
  grown = (uint64_t *)ort_grow(&run->memory, graph->passed, sizeof *grown, &graph->passed_capacity, graph->passed_count + 1);
  if (grown == NULL) return ORT_MEMORY;
  graph->passed = grown;
  grown[graph->passed_count] = hash;
  *node = ORT_PASSED | graph->passed_count++;
  return ORT_OK;
}

ORT_API ort_status ort_graph_checkpoint(void *context, uint32_t line, uint64_t offset) {
  ort_run *run = (ort_run *)context;
  ort_graph *graph = &run->graph;
  ort_checkpoint *grown;
  if (graph->checkpoint_count == UINT32_MAX) return ORT_LIMIT;
  grown = (ort_checkpoint *)ort_grow(&run->memory, graph->checkpoints, sizeof *grown, &graph->checkpoint_capacity,
                                     graph->checkpoint_count + 1);
  if (grown == NULL) return ORT_MEMORY;
  graph->checkpoints = grown;
  grown[graph->checkpoint_count].offset = offset;
  grown[graph->checkpoint_count].document = run->document - 1;
  grown[graph->checkpoint_count++].line = line;
  return ORT_OK;
}

static ort_position gr_below(ort_position at, uint32_t lines) {
  if (at.line != 0) at.line = at.line > UINT32_MAX - lines ? UINT32_MAX : at.line + lines;
  return at;
}

/* Checkpoints as one reading would have left them: where the part begins, one may go on from what was before. */
static ort_status gr_take_marks(ort_run *run, const ort_graph *part, uint32_t lines) {
  ort_graph *graph = &run->graph;
  ort_status status = ORT_OK;
  uint32_t i;
  for (i = 0; i < part->checkpoint_count && status == ORT_OK; i++) {
    const ort_checkpoint *at = &part->checkpoints[i];
    const ort_checkpoint *last = graph->checkpoint_count == 0 ? NULL : &graph->checkpoints[graph->checkpoint_count - 1];
    if (last != NULL && last->document == run->document - 1 &&
        last->offset / ORT_CHECKPOINT_BYTES == at->offset / ORT_CHECKPOINT_BYTES) {
      continue;
    }
    status = ort_graph_checkpoint(run, at->line + lines, at->offset);
  }
  return status;
}

/* Appends what is kept aside in a part: hashes of objects that passed, and places. */
static ort_status gr_take_asides(ort_run *run, ort_run *from, uint32_t lines) {
  ort_graph *graph = &run->graph;
  ort_graph *part = &from->graph;
  ort_memory *memory = &run->memory;
  uint64_t *passed;
  ort_position *far;
  uint32_t i;
  if (part->passed_count >= ORT_PASSED - graph->passed_count || part->far_count >= ORT_FAR - graph->far_count) return ORT_LIMIT;
  if (part->passed_count > 0) {
    const uint32_t count = graph->passed_count + part->passed_count;
    passed = (uint64_t *)ort_grow(memory, graph->passed, sizeof *passed, &graph->passed_capacity, count);
    if (passed == NULL) return ORT_MEMORY;
    graph->passed = passed;
    memcpy(passed + graph->passed_count, part->passed, sizeof *passed * part->passed_count);
    graph->passed_count = count;
    ort_free(&from->memory, part->passed, sizeof *passed * part->passed_capacity);
    part->passed = NULL;
    part->passed_capacity = 0;
  }
  if (part->far_count > 0) {
    far = (ort_position *)ort_grow(memory, graph->far, sizeof *far, &graph->far_capacity, graph->far_count + part->far_count);
    if (far == NULL) return ORT_MEMORY;
    graph->far = far;
    for (i = 0; i < part->far_count; i++) far[graph->far_count++] = gr_below(part->far[i], lines);
  }
  return ORT_OK;
}

static ort_status gr_take_stretches(ort_run *run, ort_run *from, const uint32_t *map, uint32_t lines) {
  ort_graph *graph = &run->graph;
  ort_graph *part = &from->graph;
  ort_stretch *stretch;
  uint32_t i;
  if (part->stretch_count == 0) return ORT_OK;
  if (part->stretch_count >= UINT32_MAX - 1 - graph->stretch_count) return ORT_LIMIT;
  stretch = (ort_stretch *)ort_grow(&run->memory, graph->stretches, sizeof *stretch, &graph->stretch_capacity,
                                    graph->stretch_count + part->stretch_count);
  if (stretch == NULL) return ORT_MEMORY;
  graph->stretches = stretch;
  for (i = 0; i < part->stretch_count; i++) {
    stretch = &graph->stretches[graph->stretch_count++];
    stretch->subject = map[part->stretches[i].subject];
    stretch->row = graph->count + part->stretches[i].row;
    stretch->at = gr_below(part->stretches[i].at, lines);
  }
  ort_free(&from->memory, part->stretches, sizeof *stretch * part->stretch_capacity);
  part->stretches = NULL;
  part->stretch_capacity = part->stretch_count = 0;
  return ORT_OK;
}

/* Appends rows, before which so many objects passed and so many places were far. */
static void gr_take_rows(ort_graph *graph, ort_run *from, const uint32_t *map, uint32_t passed, uint32_t far) {
  ort_graph *part = &from->graph;
  const uint32_t rows = graph->count;
  uint32_t *places = graph->places + rows;
  uint32_t i;
  for (i = 0; i < part->count; i++) {
    const uint32_t node = part->node[i];
    graph->node[rows + i] = (node & ORT_PASSED) != 0 ? node + passed : map[node];
  }
  ort_free(&from->memory, part->node, sizeof *part->node * part->node_capacity);
  part->node = NULL;
  part->node_capacity = 0;
  if (graph->predicate != NULL) {
    memcpy(graph->predicate + rows, part->predicate, sizeof *part->predicate * part->count); /* constants */
  } else {
    for (i = 0; i < part->count; i++) graph->wide_predicate[rows + i] = map[part->wide_predicate[i]];
  }
  memcpy(places, part->places, sizeof *places * part->count);
  ort_free(&from->memory, part->places, sizeof *places * part->place_capacity);
  part->places = NULL;
  part->place_capacity = 0;
  for (i = 0; i < part->count && part->far_count > 0 && far > 0; i++) {
    if ((places[i] & ORT_FAR) != 0) places[i] += far;
  }
}

ORT_API ort_status ort_graph_take(ort_run *run, ort_run *from, const uint32_t *map, uint32_t lines) {
  ort_graph *graph = &run->graph;
  const ort_graph *part = &from->graph;
  const uint32_t passed = graph->passed_count;
  const uint32_t far = graph->far_count;
  ort_status status = part->count == 0 ? ORT_OK : ort_graph_room(run, part->count, 0);
  uint32_t i;
  if (status == ORT_OK) status = gr_take_asides(run, from, lines);
  if (status == ORT_OK) status = gr_take_stretches(run, from, map, lines);
  if (status != ORT_OK) return status;
  if (part->count > 0) gr_take_rows(graph, from, map, passed, far);
  for (i = 0; i <= run->program->constant_count; i++) graph->has[i] |= part->has[i];
  status = gr_take_marks(run, part, lines);
  graph->count += part->count;
  graph->kept += part->kept;
  return status;
}
