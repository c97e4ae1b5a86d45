/* SPDX-License-Identifier: Apache-2.0 */
/* Threads, and what each of them needs of its own to check a graph that all of them read. */
#include "ort_threads.h"

#include "ort_run.h"

#include <string.h>

#if ORT_THREADS
static void *th_work(void *context) {
  const ort_task *task = (const ort_task *)context;
  task->work(task->context);
  return NULL;
}
#endif

ORT_API void ort_task_start(ort_task *task) {
#if ORT_THREADS
  task->started = pthread_create(&task->thread, NULL, th_work, task) == 0;
#else
  (void)task;
#endif
}

ORT_API void ort_task_wait(ort_task *task) {
#if ORT_THREADS
  if (task->started) {
    task->started = 0;
    pthread_join(task->thread, NULL);
    return;
  }
#endif
  task->work(task->context);
}

ORT_API uint32_t ort_run_threads(const ort_run *run) { return ORT_THREADS && run->threads > 1 ? run->threads : 1; }

ORT_API ort_status ort_worker_open(ort_run *worker, const ort_run *run) {
  const size_t bytes = sizeof *worker->marks * ((size_t)run->graph.terms + 1);
  *worker = *run;
  worker->memory.used = worker->memory.peak = 0;
  memset(worker->memory.pools, 0, sizeof worker->memory.pools);
  worker->stamp = 0;
  worker->status = ORT_OK;
  memset(&worker->focus, 0, sizeof worker->focus);
  memset(&worker->focus_rows, 0, sizeof worker->focus_rows);
  worker->scratch = worker->spare = NULL;
  memset(&worker->walk, 0, sizeof worker->walk);
  memset(&worker->fixpoint, 0, sizeof worker->fixpoint);
  memset(&worker->statistics, 0, sizeof worker->statistics);
  worker->details.cut_results = 0;
  worker->marks = (uint32_t *)ort_resize(&worker->memory, NULL, 0, bytes);
  if (worker->marks == NULL) return worker->status = ORT_MEMORY;
  memset(worker->marks, 0, bytes);
  return ORT_OK;
}

ORT_API void ort_worker_close(ort_run *worker, ort_run *run) {
  ort_memory *memory = &worker->memory;
  ort_free(memory, worker->marks, sizeof *worker->marks * ((size_t)worker->graph.terms + 1));
  ort_walk_close(worker);
  ort_vector_free(memory, &worker->focus);
  ort_vector_free(memory, &worker->focus_rows);
  ort_block_free(memory, worker->scratch, NULL);
  ort_block_free(memory, worker->spare, worker->spare == NULL ? NULL : worker->spare->below);
  ort_memory_close(memory);
  run->memory.used += memory->used;
  run->memory.peak += memory->peak;
}
