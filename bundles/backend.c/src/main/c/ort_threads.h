/* SPDX-License-Identifier: Apache-2.0 */
/* Work for another thread, which is done by the caller where there are no threads. Private to the runtime. */
#ifndef ORT_THREADS_H
#define ORT_THREADS_H

#include "ort_engine.h"

/* Threads need atomic operations too. */
#if defined(__GNUC__) && !defined(__TINYC__) && !defined(ORT_NO_THREADS) && (defined(__unix__) || defined(__APPLE__))
#include <pthread.h>
#define ORT_THREADS 1
#define ORT_SHARED_LOAD(place) __atomic_load_n(place, __ATOMIC_RELAXED)
#define ORT_SHARED_STORE(place, value) __atomic_store_n(place, value, __ATOMIC_RELAXED)
#else
#define ORT_THREADS 0
#define ORT_SHARED_LOAD(place) (*(place))
#define ORT_SHARED_STORE(place, value) (*(place) = (value))
#endif

/* A smaller graph is not worth a thread. */
#ifndef ORT_THREAD_ROWS
#define ORT_THREAD_ROWS 100000
#endif

typedef struct ort_task {
  void (*work)(void *context);
  void *context;
#if ORT_THREADS
  int started;
  pthread_t thread;
#endif
} ort_task;

/* Lets a thread do the work, if there is one to be had. */
ORT_API void ort_task_start(ort_task *task);
/* Waits for the work; what no thread does is done now. */
ORT_API void ort_task_wait(ort_task *task);

#endif
