/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Recursive shapes: whether a node conforms is its value in the greatest fixpoint of the shapes that refer to each other. All
 * pairs of shape and node that a question leads to are assumed to conform; what is found not to is taken back, and with it
 * what relied on it, until nothing changes. References among such shapes are never negated, so what is left is the greatest
 * set that holds. Pairs wait in a queue, not on the native stack, which grows with the shapes only.
 */
#include "ort_run.h"

#include <string.h>

static size_t fx_place(const ort_fixpoint *fixpoint, uint32_t shape, uint32_t node) {
  const size_t mask = fixpoint->slot_count - 1;
  const uint64_t key = (uint64_t)shape << 32 | node;
  size_t at = (size_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 20) & mask;
  for (; fixpoint->slots[at] != 0; at = (at + 1) & mask) {
    const ort_pair *pair = &fixpoint->pairs[fixpoint->slots[at] - 1];
    if (pair->shape == shape && pair->node == node) break;
  }
  return at;
}

static ort_status fx_more_slots(ort_run *run) {
  ort_fixpoint *fixpoint = &run->fixpoint;
  const size_t old = fixpoint->slot_count;
  const size_t count = old == 0 ? 64 : old * 2;
  uint32_t *slots;
  uint32_t i;
  if (count > SIZE_MAX / sizeof *slots) return ORT_MEMORY;
  slots = (uint32_t *)ort_resize(&run->memory, NULL, 0, sizeof *slots * count);
  if (slots == NULL) return ORT_MEMORY;
  memset(slots, 0, sizeof *slots * count);
  ort_free(&run->memory, fixpoint->slots, sizeof *slots * old);
  fixpoint->slots = slots;
  fixpoint->slot_count = count;
  for (i = 0; i < fixpoint->pair_count; i++) {
    slots[fx_place(fixpoint, fixpoint->pairs[i].shape, fixpoint->pairs[i].node)] = i + 1;
  }
  return ORT_OK;
}

static ort_status fx_room(ort_run *run) {
  ort_fixpoint *fixpoint = &run->fixpoint;
  ort_pair *pairs;
  if (fixpoint->pair_count >= UINT32_MAX - 1) return ORT_LIMIT;
  pairs = (ort_pair *)ort_grow(&run->memory, fixpoint->pairs, sizeof *pairs, &fixpoint->pair_capacity, fixpoint->pair_count + 1);
  if (pairs == NULL) return ORT_MEMORY;
  fixpoint->pairs = pairs;
  return fixpoint->slot_count / 2 <= fixpoint->pair_count ? fx_more_slots(run) : ORT_OK;
}

/* The index of a pair, which is made when it is new; ORT_NO_ROW after a failure. */
static uint32_t fx_pair(ort_run *run, uint32_t shape, uint32_t node) {
  ort_fixpoint *fixpoint = &run->fixpoint;
  ort_status status;
  ort_pair *pair;
  size_t at;
  if (run->status != ORT_OK) return ORT_NO_ROW;
  if (fixpoint->slot_count != 0) {
    at = fx_place(fixpoint, shape, node);
    if (fixpoint->slots[at] != 0) return fixpoint->slots[at] - 1;
  }
  status = fx_room(run);
  if (status != ORT_OK) {
    ort_fail(run, status);
    return ORT_NO_ROW;
  }
  pair = &fixpoint->pairs[fixpoint->pair_count];
  memset(pair, 0, sizeof *pair);
  pair->shape = shape;
  pair->node = node;
  fixpoint->slots[fx_place(fixpoint, shape, node)] = ++fixpoint->pair_count;
  return fixpoint->pair_count - 1;
}

static void fx_enqueue(ort_run *run, uint32_t pair) {
  ort_pair *it = &run->fixpoint.pairs[pair];
  ort_status status;
  if (it->queued || it->value != ORT_PAIR_OPEN) return;
  status = ort_vector_push(&run->memory, &run->fixpoint.queue, pair);
  if (status != ORT_OK) {
    ort_fail(run, status);
    return;
  }
  it->queued = it->known = 1;
}

/* Notes that the current pair relies on another, which is assumed to conform. */
static void fx_rely(ort_run *run, uint32_t on) {
  ort_fixpoint *fixpoint = &run->fixpoint;
  const uint32_t reader = fixpoint->current - 1;
  ort_pair *pair = &fixpoint->pairs[on];
  ort_reader *readers;
  if (!pair->known) fx_enqueue(run, on);
  if (pair->readers != 0 && fixpoint->readers[pair->readers - 1].pair == reader) return;
  if (fixpoint->reader_count == UINT32_MAX) {
    ort_fail(run, ORT_LIMIT);
    return;
  }
  readers = (ort_reader *)ort_grow(&run->memory, fixpoint->readers, sizeof *readers, &fixpoint->reader_capacity,
                                   fixpoint->reader_count + 1);
  if (readers == NULL) {
    ort_fail(run, ORT_MEMORY);
    return;
  }
  fixpoint->readers = readers;
  readers[fixpoint->reader_count].pair = reader;
  readers[fixpoint->reader_count].next = pair->readers;
  pair->readers = ++fixpoint->reader_count;
}

static int fx_test(ort_run *run, uint32_t shape, uint32_t node) {
  const ort_program *program = run->program;
  const ort_recursive *recursive = &program->recursive[shape];
  if (program->interpreter == NULL) return recursive->test(run, node);
  return program->interpreter->test_recursive(run, recursive->shape, node);
}

static void fx_evaluate(ort_run *run, uint32_t pair) {
  ort_fixpoint *fixpoint = &run->fixpoint;
  const uint32_t shape = fixpoint->pairs[pair].shape;
  uint32_t reader;
  fixpoint->pairs[pair].queued = 0;
  if (fixpoint->pairs[pair].value != ORT_PAIR_OPEN) return;
  fixpoint->current = pair + 1;
  if (fx_test(run, shape, fixpoint->pairs[pair].node) || run->status != ORT_OK) return;
  fixpoint->pairs[pair].value = ORT_PAIR_VIOLATES;
  for (reader = fixpoint->pairs[pair].readers; reader != 0; reader = fixpoint->readers[reader - 1].next) {
    fx_enqueue(run, fixpoint->readers[reader - 1].pair);
  }
}

/* Values of a component lower down are asked for while this runs: its part of queue and readers then lies above. */
static void fx_solve(ort_run *run, uint32_t root) {
  ort_fixpoint *fixpoint = &run->fixpoint;
  const uint32_t first = fixpoint->queue.count;
  const uint32_t readers = fixpoint->reader_count;
  const uint32_t outer = fixpoint->current;
  uint32_t i;
  fx_enqueue(run, root);
  for (i = first; i < fixpoint->queue.count && run->status == ORT_OK; i++) fx_evaluate(run, fixpoint->queue.at[i]);
  fixpoint->current = outer;
  for (i = first; i < fixpoint->queue.count; i++) {
    ort_pair *pair = &fixpoint->pairs[fixpoint->queue.at[i]];
    if (pair->value == ORT_PAIR_OPEN) pair->value = ORT_PAIR_CONFORMS;
    pair->readers = 0;
  }
  fixpoint->queue.count = first;
  fixpoint->reader_count = readers;
}

ORT_API int ort_conforms(ort_run *run, uint32_t shape, uint32_t node) {
  ort_fixpoint *fixpoint = &run->fixpoint;
  const ort_recursive *recursive = run->program->recursive;
  const uint32_t pair = fx_pair(run, shape, node);
  if (pair == ORT_NO_ROW) return 1; /* nothing is reported any more */
  if (fixpoint->pairs[pair].value == ORT_PAIR_OPEN) {
    if (fixpoint->current != 0) {
      const uint32_t current = fixpoint->pairs[fixpoint->current - 1].shape;
      if (recursive[current].component == recursive[shape].component) {
        fx_rely(run, pair);
        return 1;
      }
    }
    fx_solve(run, pair);
  }
  return fixpoint->pairs[pair].value != ORT_PAIR_VIOLATES;
}

/* ---- reports ---- */

ORT_API uint32_t ort_scope_open(ort_run *run) {
  run->fixpoint.scope++;
  return run->fixpoint.later_count;
}

/* Whether its results are already among those that this report explains, or are about to be. */
static int fx_is_reported(const ort_fixpoint *fixpoint, uint32_t pair) {
  uint32_t i;
  if (fixpoint->pairs[pair].scope == fixpoint->scope) return 1;
  for (i = 0; i < fixpoint->reporting.count; i++) {
    if (fixpoint->reporting.at[i] == pair) return 1;
  }
  return 0;
}

ORT_API void ort_report_later(ort_run *run, uint32_t shape, uint32_t node) {
  ort_fixpoint *fixpoint = &run->fixpoint;
  ort_later *later;
  uint32_t pair;
  if (ort_conforms(run, shape, node)) return;
  pair = fx_pair(run, shape, node);
  if (pair == ORT_NO_ROW || fx_is_reported(fixpoint, pair)) return;
  if (fixpoint->later_count == UINT32_MAX) {
    ort_fail(run, ORT_LIMIT);
    return;
  }
  later = (ort_later *)ort_grow(&run->memory, fixpoint->later, sizeof *later, &fixpoint->later_capacity,
                                fixpoint->later_count + 1);
  if (later == NULL) {
    ort_fail(run, ORT_MEMORY);
    return;
  }
  fixpoint->later = later;
  later += fixpoint->later_count++;
  later->pair = pair;
  later->row = run->row;
  later->scope = fixpoint->pairs[pair].scope;
  fixpoint->pairs[pair].scope = fixpoint->scope;
}

static void fx_report(ort_run *run, const ort_later *later) {
  const ort_pair pair = run->fixpoint.pairs[later->pair];
  const uint32_t outer = ort_enter(run, later->row);
  const ort_status status = ort_vector_push(&run->memory, &run->fixpoint.reporting, later->pair);
  if (status == ORT_OK) {
    const ort_program *program = run->program;
    const ort_recursive *recursive = &program->recursive[pair.shape];
    if (program->interpreter == NULL) {
      recursive->report(run, pair.node);
    } else {
      program->interpreter->report_recursive(run, recursive->shape, pair.node);
    }
    run->fixpoint.reporting.count--;
  } else {
    ort_fail(run, status);
  }
  ort_leave(run, outer);
}

ORT_API void ort_scope_close(ort_run *run, uint32_t first) {
  ort_fixpoint *fixpoint = &run->fixpoint;
  uint32_t i;
  for (i = first; i < fixpoint->later_count && run->status == ORT_OK && !ort_is_full(run); i++) {
    const ort_later later = fixpoint->later[i];
    fx_report(run, &later);
  }
  while (fixpoint->later_count > first) {
    const ort_later *later = &fixpoint->later[--fixpoint->later_count];
    fixpoint->pairs[later->pair].scope = later->scope;
  }
  fixpoint->scope--;
}

ORT_API void ort_fixpoint_close(ort_run *run) {
  ort_fixpoint *fixpoint = &run->fixpoint;
  ort_memory *memory = &run->memory;
  ort_free(memory, fixpoint->pairs, sizeof *fixpoint->pairs * fixpoint->pair_capacity);
  ort_free(memory, fixpoint->slots, sizeof *fixpoint->slots * fixpoint->slot_count);
  ort_free(memory, fixpoint->readers, sizeof *fixpoint->readers * fixpoint->reader_capacity);
  ort_free(memory, fixpoint->later, sizeof *fixpoint->later * fixpoint->later_capacity);
  ort_vector_free(memory, &fixpoint->queue);
  ort_vector_free(memory, &fixpoint->reporting);
  memset(fixpoint, 0, sizeof *fixpoint);
}
