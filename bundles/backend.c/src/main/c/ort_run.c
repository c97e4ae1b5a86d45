/* SPDX-License-Identifier: Apache-2.0 */
/* A validator's life: opened, fed with documents, asked for results, closed. */
#include "ort_run.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static void *rn_malloc(void *context, void *block, size_t bytes) {
  (void)context;
  if (bytes > 0) return realloc(block, bytes);
  free(block);
  return NULL;
}

ORT_API uint64_t ort_clock(void) {
#if defined(CLOCK_MONOTONIC)
  struct timespec now;
  if (clock_gettime(CLOCK_MONOTONIC, &now) == 0) return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
#endif
  return (uint64_t)clock() * (1000000000u / (uint64_t)CLOCKS_PER_SEC);
}

static ort_status rn_open(ort_run *run, const ort_program *program, const ort_allocator *allocator, uint64_t seed) {
  memset(run, 0, sizeof *run);
  run->program = program;
  run->memory.allocator = *allocator;
  run->status = ort_terms_open(&run->terms, &run->memory, seed, program->constants, program->constant_count);
  ort_terms_keep(&run->terms);
  return run->status;
}

ORT_API ort_status ort_run_open(ort_run *run, const ort_program *program, const ort_allocator *allocator) {
  const uint64_t seed = (uint64_t)(uintptr_t)run ^ ort_clock() << 20 ^ (uint64_t)time(NULL) << 32;
  ort_allocator own;
  own.resize = rn_malloc;
  own.context = NULL;
  return rn_open(run, program, allocator == NULL ? &own : allocator, seed);
}

ORT_API ort_status ort_run_open_part(ort_run *part, const ort_run *whole) {
  const ort_status status = rn_open(part, whole->program, &whole->memory.allocator, whole->terms.seed);
  part->document = whole->document;
  part->limits = whole->limits;
  return status == ORT_OK ? ort_graph_document(part) : status;
}

ORT_API ort_status ort_run_begin(ort_run *run) {
  if (run->status != ORT_OK) return run->status;
  if (run->indexed || run->document == UINT32_MAX - 1) {
    ort_fail(run, ORT_LIMIT);
    return run->status;
  }
  run->document++;
  run->status = ort_graph_document(run);
  return run->status;
}

ORT_API ort_status ort_run_read_part(ort_run *run, int format, const ort_input *input) {
  ort_allocator allocator;
  ort_sink sink;
  allocator.resize = ort_memory_resize;
  allocator.context = &run->memory;
  sink.triple = run->scale == NULL ? ort_graph_triple : ort_scale_triple;
  sink.checkpoint = ort_graph_checkpoint;
  sink.settle = ort_graph_settle;
  sink.context = run;
  run->status = (format == 0 ? ort_read_ntriples : ort_read_turtle)(input, &sink, &run->limits, &allocator,
                                                                   &run->error);
  if (run->status == ORT_OK) run->status = ort_graph_end(run);
  return run->status;
}

ORT_API ort_status ort_run_read(ort_run *run, int format, const ort_input *input) {
  const uint64_t start = ort_clock();
  if (ort_run_begin(run) != ORT_OK) return run->status;
  ort_run_read_part(run, format, input);
  run->statistics.read_nanos += ort_clock() - start;
  return run->status;
}

ORT_API ort_status ort_run_check(ort_run *run, int (*emit)(void *context, const ort_run *run, const ort_result *result),
                                 void *context) {
  if (run->status != ORT_OK) return run->status;
  run->emit = emit;
  run->emit_context = context;
  run->statistics.results = run->statistics.focus_nodes = 0;
  run->details.cut_results = 0;
  if (!run->indexed) {
    run->indexed = 1;
    run->status = ort_graph_index(run);
  }
  if (run->status == ORT_OK) ort_focus_check(run);
  return run->status;
}

ORT_API ort_status ort_run_validate(ort_run *run, int (*emit)(void *context, const ort_run *run, const ort_result *result),
                                    void *context) {
  const uint64_t start = ort_clock();
  const int possible = run->status == ORT_OK;
  ort_run_check(run, emit, context);
  if (possible) run->statistics.check_nanos = ort_clock() - start;
  return run->status;
}

ORT_API const char *ort_run_message(ort_status status) {
  switch (status) {
    case ORT_OK: return "no error";
    case ORT_SYNTAX: return "the data does not parse";
    case ORT_MEMORY: return "there is not enough memory";
    case ORT_LIMIT: return "a limit was exceeded, or data came after the validation";
    case ORT_STOPPED: return "the caller stopped the validation";
    case ORT_IO: return "the data could not be read";
    case ORT_UNGROUPED: return "the triples of a subject do not stand together";
    case ORT_DISK: return "temporary data could not be written or read again";
  }
  return "unknown status";
}

ORT_API void ort_run_close(ort_run *run) {
  ort_memory *memory = &run->memory;
  ort_scale_close(run);
  ort_classes_close(run);
  ort_walk_close(run);
  ort_fixpoint_close(run);
  ort_graph_close(run);
  ort_ahead_close(run);
  ort_terms_close(&run->terms);
  ort_vector_free(memory, &run->focus);
  ort_vector_free(memory, &run->focus_rows);
  ort_block_free(memory, run->scratch, NULL);
  ort_block_free(memory, run->spare, run->spare == NULL ? NULL : run->spare->below);
  ort_memory_close(memory);
}
