/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which subjects there were, by keyed hashes of 64 bits. Two subjects with one hash are taken for one: then the data counts as not
 * grouped, and is validated in another way. Nothing goes wrong by it.
 */
#include "ort_scale.h"

#include <string.h>

#define SE_FIRST_BITS 10u
#define SE_BEHIND 64u /* slots behind the last hash's own */

static size_t se_slots(uint32_t bits) { return ((size_t)1 << bits) + SE_BEHIND; }

ORT_API void ort_seen_open(ort_seen *seen, ort_spool *spool, size_t capacity) {
  memset(seen, 0, sizeof *seen);
  ort_sorter_open(&seen->sorter, spool, 1, 0);
  seen->sorter.multiple = 1;
  for (seen->most_bits = SE_FIRST_BITS; se_slots(seen->most_bits + 1) * sizeof(uint64_t) <= capacity; seen->most_bits++) {
  }
}

/* The slot of a hash: its own, or the free one where it belongs; as many as there are when all of those are taken. */
static size_t se_place(const ort_seen *seen, uint64_t hash) {
  const size_t slots = se_slots(seen->bits);
  size_t at = (size_t)(hash >> (64 - seen->bits));
  while (at < slots && seen->slots[at] != 0 && seen->slots[at] != hash) at++;
  return at;
}

static ort_status se_open_table(ort_seen *seen, uint32_t bits) {
  uint64_t *slots = (uint64_t *)ort_resize(seen->sorter.spool->memory, NULL, 0, sizeof *slots * se_slots(bits));
  if (slots == NULL) return ORT_MEMORY;
  memset(slots, 0, sizeof *slots * se_slots(bits));
  seen->slots = slots;
  seen->bits = bits;
  seen->count = 0;
  return ORT_OK;
}

/* Puts the hashes to the front, in order: few are far from their place. */
static uint32_t se_sort(uint64_t *slots, size_t count) {
  size_t out = 0;
  size_t i, j;
  for (i = 0; i < count; i++) {
    const uint64_t hash = slots[i];
    if (hash == 0) continue;
    for (j = out++; j > 0 && slots[j - 1] > hash; j--) slots[j] = slots[j - 1];
    slots[j] = hash;
  }
  return (uint32_t)out;
}

static ort_status se_spill(ort_seen *seen) {
  const uint64_t none = 0;
  ort_spool *spool = seen->sorter.spool;
  ort_stream *run = NULL;
  ort_status status = ort_sorter_run(&seen->sorter, &run);
  const uint32_t count = se_sort(seen->slots, se_slots(seen->bits));
  uint32_t i;
  for (i = 0; i < count && status == ORT_OK; i++) {
    status = ort_stream_write(spool, run, &seen->slots[i], sizeof *seen->slots);
    if (status == ORT_OK) status = ort_stream_write(spool, run, &none, sizeof none); /* the length of its text */
  }
  if (status == ORT_OK) status = ort_stream_end(spool, run);
  memset(seen->slots, 0, sizeof *seen->slots * se_slots(seen->bits));
  seen->count = 0;
  return status;
}

/* A table twice as large, or one that was written to disk. */
static ort_status se_room(ort_seen *seen) {
  uint64_t *old = seen->slots;
  const size_t slots = se_slots(seen->bits);
  ort_status status = ORT_OK;
  size_t i;
  if (old == NULL) return se_open_table(seen, SE_FIRST_BITS);
  if (seen->bits >= seen->most_bits) return se_spill(seen);
  if (se_open_table(seen, seen->bits + 1) != ORT_OK) return se_spill(seen);
  for (i = 0; i < slots; i++) {
    const size_t at = old[i] == 0 ? 0 : se_place(seen, old[i]);
    if (old[i] == 0) continue;
    if (at == se_slots(seen->bits)) status = ORT_UNGROUPED; /* hashes are not like this */
    if (at == se_slots(seen->bits)) continue;
    seen->slots[at] = old[i];
    seen->count++;
  }
  ort_free(seen->sorter.spool->memory, old, sizeof *old * slots);
  return status;
}

ORT_API ort_status ort_seen_add(ort_seen *seen, uint64_t hash) {
  size_t at;
  if (hash == 0) hash = 1;
  if (seen->slots == NULL || seen->count >= ((size_t)1 << seen->bits) / 4 * 3) {
    const ort_status status = se_room(seen);
    if (status != ORT_OK) return status;
  }
  at = se_place(seen, hash);
  if (at == se_slots(seen->bits)) { /* nearly full at the end */
    const ort_status status = se_spill(seen);
    if (status != ORT_OK) return status;
    at = se_place(seen, hash);
  }
  if (seen->slots[at] == hash) return ORT_UNGROUPED;
  seen->slots[at] = hash;
  seen->count++;
  return ORT_OK;
}

ORT_API ort_status ort_seen_finish(ort_seen *seen) {
  ort_sorted found;
  ort_status status;
  if (seen->sorter.runs == 0) return ORT_OK;
  status = se_spill(seen);
  ort_free(seen->sorter.spool->memory, seen->slots, sizeof *seen->slots * se_slots(seen->bits));
  seen->slots = NULL;
  if (status == ORT_OK) status = ort_sorter_read(&seen->sorter);
  found.record = NULL;
  while (status == ORT_OK && (status = ort_sorter_next(&seen->sorter, &found)) == ORT_OK && found.record != NULL) {
    if (found.repeated) return ORT_UNGROUPED;
  }
  return status;
}

ORT_API void ort_seen_close(ort_seen *seen) {
  if (seen->sorter.spool == NULL) return;
  if (seen->slots != NULL) ort_free(seen->sorter.spool->memory, seen->slots, sizeof *seen->slots * se_slots(seen->bits));
  ort_sorter_close(&seen->sorter);
  memset(seen, 0, sizeof *seen);
}
