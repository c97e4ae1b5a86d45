/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An N-Triples document read by several threads: cut at line ends into as many parts, each read into a run of its own, and these
 * appended in order. Ids, rows, positions and errors are those of one thread, whatever the cuts were.
 */
#include "ort_run.h"
#include "ort_threads.h"

#include <string.h>

/* A part that is smaller is not worth a thread. */
#ifndef ORT_PART_BYTES
#define ORT_PART_BYTES ((uint64_t)1 << 21)
#endif

typedef struct pt_part {
  ort_run run; /* of every part but the first, which is read into the whole */
  const ort_pieces *pieces;
  uint64_t next; /* what is read next */
  uint64_t end;
  uint64_t start;
  uint32_t line; /* behind the last one */
  uint32_t number;
  uint32_t *failed; /* the first part that did; the later ones stop */
  ort_task task;
} pt_part;

static void pt_failed(pt_part *part) {
#if ORT_THREADS
  uint32_t first = __atomic_load_n(part->failed, __ATOMIC_RELAXED);
  while (part->number < first &&
         !__atomic_compare_exchange_n(part->failed, &first, part->number, 1, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
  }
#else
  *part->failed = part->number;
#endif
}

static int pt_is_stopped(const pt_part *part) { return ORT_SHARED_LOAD(part->failed) < part->number; }

/* What remains of a part, unless an earlier one failed. */
static ort_status pt_read(void *context, char *buffer, size_t capacity, size_t *length) {
  pt_part *part = (pt_part *)context;
  ort_status status;
  *length = 0;
  if (part->next == part->end) return ORT_OK;
  if (pt_is_stopped(part)) return ORT_STOPPED;
  if (capacity > part->end - part->next) capacity = (size_t)(part->end - part->next);
  status = part->pieces->read(part->pieces->context, part->next, buffer, capacity, length);
  part->next += *length;
  return status == ORT_OK && *length == 0 ? ORT_IO : status; /* the document became shorter */
}

static void pt_run(ort_run *run, pt_part *part) {
  ort_input input;
  memset(&input, 0, sizeof input);
  input.read = pt_read;
  input.context = part;
  input.offset = part->start;
  input.line = &part->line;
  ort_run_read_part(run, 0, &input);
  if (run->status != ORT_OK) pt_failed(part);
}

static void pt_work(void *context) {
  pt_part *part = (pt_part *)context;
  pt_run(&part->run, part);
}

/* The start of the first line from a place on, the document's end when there is none. */
static ort_status pt_line_start(const ort_pieces *pieces, uint64_t from, uint64_t *start) {
  char buffer[4096];
  for (from--; from < pieces->size;) {
    const char *found;
    size_t length = 0;
    const ort_status status = pieces->read(pieces->context, from, buffer, sizeof buffer, &length);
    if (status != ORT_OK || length == 0) return status == ORT_OK ? ORT_IO : status;
    found = (const char *)memchr(buffer, '\n', length);
    if (found != NULL) {
      *start = from + (uint64_t)(found - buffer) + 1;
      return ORT_OK;
    }
    from += length;
  }
  *start = pieces->size;
  return ORT_OK;
}

/* Cuts where a checkpoint is due, so that the cut shows in nothing. */
static ort_status pt_cut(const ort_pieces *pieces, pt_part *parts, uint32_t count) {
  ort_status status = ORT_OK;
  uint32_t i;
  for (i = 0; i < count && status == ORT_OK; i++) {
    uint64_t nominal = pieces->size / count * i / ORT_CHECKPOINT_BYTES * ORT_CHECKPOINT_BYTES;
    if (nominal > 0) status = pt_line_start(pieces, nominal, &parts[i].start);
    if (i > 0) parts[i - 1].end = parts[i].start;
    parts[i].next = parts[i].start;
    parts[i].end = pieces->size;
  }
  return status;
}

static ort_status pt_take(ort_run *run, pt_part *part, uint32_t lines) {
  ort_run *from = &part->run;
  ort_status status;
  const size_t bytes = sizeof(uint32_t) * ((size_t)from->terms.count + 1);
  uint32_t *map = (uint32_t *)ort_resize(&run->memory, NULL, 0, bytes);
  if (map == NULL) return ORT_MEMORY;
  status = ort_terms_take(&run->terms, &from->terms, run->program->constant_count, map);
  if (status == ORT_OK) status = ort_graph_take(run, from, map, lines);
  run->statistics.triples += from->statistics.triples;
  ort_free(&run->memory, map, bytes);
  return status;
}

/* Begins to read the parts but the first. */
static ort_status pt_begin(ort_run *run, pt_part *parts, uint32_t count) {
  uint32_t i;
  for (i = 1; i < count; i++) {
    if (ort_run_open_part(&parts[i].run, run) != ORT_OK) return parts[i].run.status;
    parts[i].task.work = pt_work;
    parts[i].task.context = &parts[i];
    ort_task_start(&parts[i].task);
  }
  return ORT_OK;
}

/* Appends a part that was read, or takes over its failure. */
static void pt_append(ort_run *run, pt_part *part, uint64_t lines) {
  if (lines > UINT32_MAX) ort_fail(run, ORT_LIMIT);
  if (run->status != ORT_OK) return;
  if (part->run.status == ORT_OK) {
    run->status = pt_take(run, part, (uint32_t)lines);
  } else {
    run->status = part->run.status;
    run->error = part->run.error;
    if (run->error.at.line != 0) run->error.at.line += (uint32_t)lines;
  }
}

static void pt_end(ort_run *run, pt_part *parts, uint32_t count) {
  uint64_t lines = 0;
  uint32_t i;
  for (i = 1; i < count; i++) {
    if (parts[i].run.program == NULL) continue; /* it did not begin */
    lines += parts[i - 1].line - 1;
    ort_task_wait(&parts[i].task);
    pt_append(run, &parts[i], lines);
    run->memory.peak += parts[i].run.memory.peak;
    ort_run_close(&parts[i].run);
  }
}

ORT_API ort_status ort_run_read_pieces(ort_run *run, const ort_pieces *pieces) {
  const uint64_t start = ort_clock();
  const uint64_t most = pieces->size / ORT_PART_BYTES + 1;
  const uint32_t threads = ort_run_threads(run);
  const uint32_t count = most < threads ? (uint32_t)most : threads;
  uint32_t failed = UINT32_MAX;
  pt_part *parts;
  uint32_t i;
  if (ort_run_begin(run) != ORT_OK) return run->status;
  parts = (pt_part *)ort_resize(&run->memory, NULL, 0, sizeof *parts * count);
  if (parts == NULL) {
    ort_fail(run, ORT_MEMORY);
    return run->status;
  }
  memset(parts, 0, sizeof *parts * count);
  for (i = 0; i < count; i++) {
    parts[i].pieces = pieces;
    parts[i].number = i;
    parts[i].failed = &failed;
    parts[i].line = 1;
  }
  run->status = pt_cut(pieces, parts, count);
  if (run->status == ORT_OK) run->status = pt_begin(run, parts, count);
  if (run->status != ORT_OK) pt_failed(&parts[0]);
  if (run->status == ORT_OK) pt_run(run, &parts[0]);
  pt_end(run, parts, count);
  ort_free(&run->memory, parts, sizeof *parts * count);
  run->statistics.read_nanos += ort_clock() - start;
  return run->status;
}
