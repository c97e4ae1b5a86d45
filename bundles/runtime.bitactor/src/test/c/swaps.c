/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Producers offer signals, an engine consumes them, and its rules are replaced all the time; replaced ones are freed as
 * soon as the engine does not use them: swaps IMAGE OTHER-IMAGE PRODUCERS SIGNALS-EACH SWAPS. Producers go on until all swaps
 * were made.
 */
#include <inttypes.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <string.h>
#include "bitactor_engine.h"
#include "files.h"

enum { MOST_PRODUCERS = 8 };

typedef struct {
  bit_image image;
  uint8_t *bytes;
} rule_set;

typedef struct {
  rule_set known[2]; /* to find what each frame must say */
  size_t lengths[2];
  bit_ring *ring;
  bit_engine *engine;
  uint32_t stride, each, swaps, next[MOST_PRODUCERS];
  atomic_int swapped, ended;
  _Atomic uint64_t seen;
  uint64_t disordered, wrong, by[2];
} world;

typedef struct {
  world *world;
  uint32_t number;
  uint64_t offered;
} producer;

static rule_set load(const uint8_t *bytes, size_t length) {
  rule_set rules;
  rules.bytes = malloc(length);
  if (rules.bytes == NULL) exit(2);
  memcpy(rules.bytes, bytes, length);
  if (bit_load(&rules.image, rules.bytes, length) != NULL) exit(3);
  return rules;
}

static uint32_t word(const uint8_t *at) {
  return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static void look(void *context, const uint8_t *frame) {
  world *w = context;
  uint32_t id = word(frame), from = id >> 24;
  const uint8_t *signal = frame + BIT_RESULT_SIGNAL;
  uint64_t image = word(frame + BIT_RESULT_IMAGE) | (uint64_t)word(frame + BIT_RESULT_IMAGE + 4) << 32;
  uint64_t violated = word(frame + BIT_RESULT_VIOLATED) | (uint64_t)word(frame + BIT_RESULT_VIOLATED + 4) << 32;
  int which = image == w->known[0].image.id ? 0 : 1;
  atomic_fetch_add(&w->seen, 1);
  w->by[which]++;
  if (from >= MOST_PRODUCERS || (w->next[from]++ & 0xFFFFFF) != (id & 0xFFFFFF)) w->disordered++;
  bit_outcome expected = bit_check(&w->known[which].image, signal[BIT_KIND], signal + BIT_RECORD);
  if (image != w->known[which].image.id || expected.violated != violated || frame[BIT_RESULT_STATUS] != BIT_OK) w->wrong++;
}

static void *produce(void *context) {
  producer *p = context;
  uint64_t state = p->number + 1;
  uint8_t signal[2048] = {0};
  for (uint32_t i = 0; i < p->world->each || !atomic_load(&p->world->swapped); i++) {
    uint32_t id = p->number << 24 | (i & 0xFFFFFF);
    memcpy(signal, &id, 4);
    signal[BIT_TYPE] = BIT_NORMAL;
    signal[BIT_KIND] = (uint8_t)(i % bit_kinds(&p->world->known[0].image));
    for (uint32_t at = BIT_RECORD; at < p->world->stride; at += 8) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      uint64_t value = at == BIT_RECORD ? state >> 32 : state >> 52;
      memcpy(signal + at, &value, 8);
    }
    while (!bit_ring_offer(p->world->ring, signal)) sched_yield();
    p->offered++;
  }
  atomic_fetch_add(&p->world->ended, 1);
  return NULL;
}

static void *swap(void *context) {
  world *w = context;
  rule_set *old = NULL;
  for (uint32_t i = 0; i < w->swaps; i++) {
    rule_set *next = malloc(sizeof *next);
    if (next == NULL) exit(2);
    *next = load(w->known[(i + 1) % 2].bytes, w->lengths[(i + 1) % 2]);
    uint64_t seen = atomic_load(&w->seen);
    while (atomic_load(&w->seen) == seen) sched_yield(); /* so that each set gets signals to check */
    if (!bit_engine_replace(w->engine, &next->image)) exit(4);
    while (old != NULL && bit_engine_uses(w->engine, &old->image)) sched_yield();
    if (old != NULL) free(old->bytes), free(old);
    old = next;
  }
  if (!bit_engine_replace(w->engine, &w->known[0].image)) exit(4);
  while (old != NULL && bit_engine_uses(w->engine, &old->image)) sched_yield();
  if (old != NULL) free(old->bytes), free(old);
  atomic_store(&w->swapped, 1);
  return NULL;
}

int main(int argc, char **argv) {
  static world w;
  producer producers[MOST_PRODUCERS];
  pthread_t threads[MOST_PRODUCERS], swapper;
  if (argc != 6) return 2;
  for (int i = 0; i < 2; i++) {
    uint8_t *bytes = file_bytes(argv[1 + i], &w.lengths[i]);
    w.known[i] = load(bytes, w.lengths[i]);
    free(bytes);
  }
  uint32_t count = (uint32_t)atoi(argv[3]);
  w.each = (uint32_t)atoi(argv[4]);
  w.swaps = (uint32_t)atoi(argv[5]);
  w.stride = bit_stride(&w.known[0].image);
  if (count == 0 || count > MOST_PRODUCERS || w.each > 0xFFFFFF || w.stride > 2048) return 2;
  bit_settings settings = {65535, bit_kinds(&w.known[0].image), 1, 0, 0, look, &w};
  void *ring = reserved(bit_ring_bytes(w.stride)), *memory = reserved(bit_engine_bytes(w.stride, settings.most_kinds));
  w.ring = bit_ring_init(ring, w.stride, count > 1);
  w.engine = bit_engine_init(memory, w.ring, &w.known[0].image, &settings);
  if (w.engine == NULL) return 3;
  if (pthread_create(&swapper, NULL, swap, &w) != 0) return 2;
  for (uint32_t i = 0; i < count; i++) {
    producers[i] = (producer){&w, i, 0};
    if (pthread_create(&threads[i], NULL, produce, &producers[i]) != 0) return 2;
  }
  for (int last = 0; !last;) {
    last = atomic_load(&w.ended) == (int)count;
    while (bit_engine_poll(w.engine) > 0) {}
    if (!last) sched_yield();
  }
  uint64_t offered = 0, seen = atomic_load(&w.seen);
  for (uint32_t i = 0; i < count; i++) pthread_join(threads[i], NULL), offered += producers[i].offered;
  pthread_join(swapper, NULL);
  printf("%" PRIu32 " swaps, %" PRIu64 " lost, %" PRIu64 " out of order, %" PRIu64 " wrong verdicts, %s\n", w.swaps,
         offered - seen, w.disordered, w.wrong, w.by[0] > 0 && w.by[1] > 0 ? "both sets at work" : "one set at work");
  fprintf(stderr, "%" PRIu64 " signals\n", offered);
  for (int i = 0; i < 2; i++) free(w.known[i].bytes);
  free(memory);
  free(ring);
  return offered == seen && w.disordered == 0 && w.wrong == 0 ? 0 : 1;
}
