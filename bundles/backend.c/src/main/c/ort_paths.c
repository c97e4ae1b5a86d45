/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Value nodes of property paths (SHACL section 2.3.1): a breadth-first walk over pairs of node and state of the path's
 * automaton, each visited once. So the values are a set, cycles end, and the time is linear in what is reached.
 */
#include "ort_run.h"

#include <string.h>

static size_t pa_place(const ort_walk *walk, uint64_t key) {
  const size_t mask = walk->seen_capacity - 1;
  size_t at = (size_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 20) & mask;
  while (walk->seen[at] != 0 && walk->seen[at] != key) at = (at + 1) & mask;
  return at;
}

static ort_status pa_more_places(ort_run *run) {
  ort_walk *walk = &run->walk;
  const size_t capacity = walk->seen_capacity == 0 ? 64 : walk->seen_capacity * 2;
  uint64_t *seen;
  uint32_t i;
  if (capacity > SIZE_MAX / sizeof *seen) return ORT_MEMORY;
  seen = (uint64_t *)ort_resize(&run->memory, NULL, 0, sizeof *seen * capacity);
  if (seen == NULL) return ORT_MEMORY;
  memset(seen, 0, sizeof *seen * capacity);
  ort_free(&run->memory, walk->seen, sizeof *seen * walk->seen_capacity);
  walk->seen = seen;
  walk->seen_capacity = capacity;
  for (i = 0; i < walk->count; i++) seen[pa_place(walk, walk->queue[i])] = walk->queue[i];
  return ORT_OK;
}

static ort_status pa_room(ort_run *run) {
  ort_walk *walk = &run->walk;
  uint64_t *queue;
  uint32_t *rows;
  if (walk->count == UINT32_MAX) return ORT_LIMIT;
  queue = (uint64_t *)ort_grow(&run->memory, walk->queue, sizeof *queue, &walk->queue_capacity, walk->count + 1);
  if (queue == NULL) return ORT_MEMORY;
  walk->queue = queue;
  rows = (uint32_t *)ort_grow(&run->memory, walk->rows, sizeof *rows, &walk->row_capacity, walk->count + 1);
  if (rows == NULL) return ORT_MEMORY;
  walk->rows = rows;
  return walk->seen_capacity / 2 <= walk->count ? pa_more_places(run) : ORT_OK;
}

static void pa_visit(ort_run *run, uint32_t node, uint32_t state, uint32_t row) {
  ort_walk *walk = &run->walk;
  const uint64_t key = (uint64_t)state << 32 | node;
  const ort_status status = pa_room(run);
  size_t at;
  if (status != ORT_OK) {
    ort_fail(run, status);
    return;
  }
  at = pa_place(walk, key);
  if (walk->seen[at] != 0) return;
  walk->seen[at] = key;
  walk->rows[walk->count] = row;
  walk->queue[walk->count++] = key;
}

static void pa_move(ort_run *run, const ort_move *move, uint32_t node, uint32_t row) {
  ort_values values;
  uint32_t i;
  if (move->kind == ORT_MOVE_EMPTY) {
    pa_visit(run, node, move->to, row);
    return;
  }
  values = move->kind == ORT_MOVE_FORWARD ? ort_objects(run, node, move->predicate) : ort_subjects(run, node, move->predicate);
  for (i = 0; i < values.count && run->status == ORT_OK; i++) pa_visit(run, values.node[i], move->to, ort_row(&values, i));
}

/* Copies the nodes that reached the last state to scratch memory. */
static ort_values pa_reached(ort_run *run, uint32_t accept) {
  const ort_walk *walk = &run->walk;
  ort_values values = {NULL, NULL, 0, 0};
  uint32_t *nodes, *rows;
  uint32_t count = 0;
  uint32_t i;
  for (i = 0; i < walk->count; i++) count += (uint32_t)(walk->queue[i] >> 32) == accept;
  nodes = (uint32_t *)ort_scratch_new(run, sizeof *nodes * count);
  rows = (uint32_t *)ort_scratch_new(run, sizeof *rows * count);
  if (nodes == NULL || rows == NULL) return values;
  for (i = 0; i < walk->count; i++) {
    if ((uint32_t)(walk->queue[i] >> 32) != accept) continue;
    nodes[values.count] = (uint32_t)walk->queue[i];
    rows[values.count++] = walk->rows[i];
  }
  values.node = nodes;
  values.row = rows;
  return values;
}

/* Backwards, so that a later visit is never on the way to an earlier one. */
static void pa_forget(ort_walk *walk) {
  while (walk->count > 0) walk->seen[pa_place(walk, walk->queue[--walk->count])] = 0;
}

ORT_API ort_values ort_path_values(ort_run *run, const ort_path *path, uint32_t focus) {
  const ort_values none = {NULL, NULL, 0, 0};
  ort_walk *walk = &run->walk;
  ort_values values;
  uint32_t i;
  if (run->status != ORT_OK) return none;
  pa_visit(run, focus, 0, ORT_NO_ROW);
  for (i = 0; i < walk->count && run->status == ORT_OK; i++) {
    const uint32_t state = (uint32_t)(walk->queue[i] >> 32);
    uint32_t m;
    for (m = path->first[state]; m < path->first[state + 1] && run->status == ORT_OK; m++) {
      pa_move(run, &path->moves[m], (uint32_t)walk->queue[i], walk->rows[i]);
    }
  }
  if (run->status != ORT_OK) return none;
  values = pa_reached(run, path->accept);
  pa_forget(walk);
  return values;
}

ORT_API void ort_walk_close(ort_run *run) {
  ort_walk *walk = &run->walk;
  ort_free(&run->memory, walk->queue, sizeof *walk->queue * walk->queue_capacity);
  ort_free(&run->memory, walk->rows, sizeof *walk->rows * walk->row_capacity);
  ort_free(&run->memory, walk->seen, sizeof *walk->seen * walk->seen_capacity);
  memset(walk, 0, sizeof *walk);
}
