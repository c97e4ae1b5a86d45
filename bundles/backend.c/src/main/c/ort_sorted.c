/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Records in the order of their keys, in bounded memory: what does not fit is sorted and written to disk as a run, and the runs are
 * merged when they are read. Of records with the same key one is read.
 */
#include "ort_scale.h"

#include <string.h>

/* A record in memory and on disk: its keys, the length of its text, the text; the next one starts at a multiple of 8. */
static size_t so_head(const ort_sorter *sorter) { return sizeof(uint64_t) * (sorter->keys + 1); }

static size_t so_size(const ort_sorter *sorter, size_t length) { return (so_head(sorter) + length + 7) & ~(size_t)7; }

static uint64_t so_word(const char *record, unsigned i) {
  uint64_t word;
  memcpy(&word, record + sizeof word * i, sizeof word);
  return word;
}

static int so_compare(const ort_sorter *sorter, const char *a, const char *b) {
  unsigned i;
  for (i = 0; i < sorter->keys; i++) {
    const uint64_t left = so_word(a, i);
    const uint64_t right = so_word(b, i);
    if (left != right) return left < right ? -1 : 1;
  }
  return 0;
}

ORT_API void ort_sorter_open(ort_sorter *sorter, ort_spool *spool, unsigned keys, size_t capacity) {
  memset(sorter, 0, sizeof *sorter);
  sorter->spool = spool;
  sorter->keys = keys;
  sorter->most = capacity < 4096 ? 4096 : capacity;
}

/* Merges neighbouring runs of places until there is one; returns where it is: in the places or beside them. */
static uint32_t *so_sort(const ort_sorter *sorter, uint32_t *in, uint32_t *out, uint32_t count) {
  uint64_t width, from;
  for (width = 1; width < count; width *= 2) {
    uint32_t *other = in;
    for (from = 0; from < count; from += 2 * width) {
      const uint64_t middle = from + width < count ? from + width : count;
      const uint64_t to = middle + width < count ? middle + width : count;
      uint64_t left = from, right = middle, at;
      for (at = from; at < to; at++) {
        const int take_left = left < middle && (right == to || so_compare(sorter, sorter->buffer + (size_t)in[left] * 8,
                                                                          sorter->buffer + (size_t)in[right] * 8) <= 0);
        out[at] = take_left ? in[left++] : in[right++];
      }
    }
    in = out;
    out = other;
  }
  return in;
}

/* The next record of a merge; NULL at its end. */
static ort_status so_advance(ort_sorter *sorter, ort_cursor *cursor, const char **record) {
  const size_t head = so_head(sorter);
  ort_status status = ort_cursor_take(sorter->spool, cursor, head, record);
  size_t length;
  if (status != ORT_OK || *record == NULL) return status;
  length = (size_t)so_word(*record, sorter->keys);
  cursor->at -= head; /* all of it in one piece */
  return ort_cursor_take(sorter->spool, cursor, so_size(sorter, length), record);
}

static void so_show(ort_sorter *sorter, const char *record, ort_sorted *found) {
  found->repeated = sorter->last_known && memcmp(sorter->last, record, sizeof(uint64_t) * sorter->keys) == 0;
  memcpy(sorter->last, record, sizeof(uint64_t) * sorter->keys);
  sorter->last_known = 1;
  found->record = record;
  found->text = record + so_head(sorter);
  found->length = (size_t)so_word(record, sorter->keys);
}

/* The next one of those that are all in memory. */
static ort_status so_next_in_memory(ort_sorter *sorter, ort_sorted *found) {
  found->record = NULL;
  if (sorter->next < sorter->count) so_show(sorter, sorter->buffer + (size_t)sorter->sorted[sorter->next++] * 8, found);
  return ORT_OK;
}

ORT_API ort_status ort_sorter_next(ort_sorter *sorter, ort_sorted *found) {
  if (sorter->runs == 0) return so_next_in_memory(sorter, found);
  for (;;) {
    uint32_t least = UINT32_MAX;
    uint32_t i;
    for (i = 0; i < sorter->runs; i++) {
      if (sorter->fronts[i] == NULL) continue;
      if (least == UINT32_MAX || so_compare(sorter, sorter->fronts[i], sorter->fronts[least]) < 0) least = i;
    }
    if (least == UINT32_MAX) {
      found->record = NULL;
      return ORT_OK;
    }
    if (sorter->taken != UINT32_MAX) { /* what was handed out last may go now */
      const uint32_t taken = sorter->taken;
      const ort_status status = so_advance(sorter, &sorter->cursors[taken], &sorter->fronts[taken]);
      sorter->taken = UINT32_MAX;
      if (status != ORT_OK) return status;
      continue;
    }
    sorter->taken = least;
    so_show(sorter, sorter->fronts[least], found);
    return ORT_OK;
  }
}

/* Begins to read the runs from one on, for the last time. */
static ort_status so_rewind(ort_sorter *sorter, uint32_t from) {
  ort_status status = ORT_OK;
  uint32_t i;
  sorter->taken = UINT32_MAX;
  sorter->last_known = 0;
  for (i = 0; i < sorter->runs; i++) sorter->fronts[i] = NULL;
  for (i = from; i < sorter->runs; i++) ort_cursor_open(&sorter->cursors[i], &sorter->run[i], 1);
  for (i = from; i < sorter->runs && status == ORT_OK; i++) {
    status = so_advance(sorter, &sorter->cursors[i], &sorter->fronts[i]);
  }
  return status;
}

/* Frees what is left of the runs from one on. */
static void so_stop(ort_sorter *sorter, uint32_t from) {
  uint32_t i;
  for (i = from; i < sorter->runs; i++) {
    ort_stream_free(sorter->spool, &sorter->run[i], sorter->cursors[i].block);
    ort_cursor_close(sorter->spool, &sorter->cursors[i]);
    memset(&sorter->cursors[i], 0, sizeof sorter->cursors[i]);
  }
}

/* Makes one run of the smaller half, so that there are never so many that their blocks fill the memory. */
static ort_status so_merge(ort_sorter *sorter) {
  const uint32_t from = ORT_RUNS / 2;
  ort_stream merged;
  ort_sorted found;
  ort_status status;
  uint32_t i, j;
  for (i = 1; i < sorter->runs; i++) {
    const ort_stream run = sorter->run[i];
    for (j = i; j > 0 && sorter->run[j - 1].bytes < run.bytes; j--) sorter->run[j] = sorter->run[j - 1];
    sorter->run[j] = run;
  }
  memset(&merged, 0, sizeof merged);
  found.record = NULL;
  status = so_rewind(sorter, from);
  while (status == ORT_OK && (status = ort_sorter_next(sorter, &found)) == ORT_OK && found.record != NULL) {
    if (found.repeated && !sorter->multiple) continue;
    status = ort_stream_write(sorter->spool, &merged, found.record, so_size(sorter, found.length));
  }
  so_stop(sorter, from);
  if (status == ORT_OK) status = ort_stream_end(sorter->spool, &merged);
  sorter->run[from] = merged;
  sorter->runs = from + 1;
  return status;
}

ORT_API ort_status ort_sorter_run(ort_sorter *sorter, ort_stream **run) {
  if (sorter->runs == ORT_RUNS) {
    const ort_status status = so_merge(sorter);
    if (status != ORT_OK) return status;
  }
  *run = &sorter->run[sorter->runs++];
  memset(*run, 0, sizeof **run);
  return ORT_OK;
}

/* Sorts what is in memory; there must be room beside the places. */
static uint32_t *so_in_order(ort_sorter *sorter) {
  uint32_t *places = (uint32_t *)ort_grow(sorter->spool->memory, sorter->places, sizeof *places, &sorter->place_capacity,
                                          2 * sorter->count);
  if (places == NULL) return NULL;
  sorter->places = places;
  return so_sort(sorter, places, places + sorter->count, sorter->count);
}

/* Writes what is in memory to disk. */
static ort_status so_spill(ort_sorter *sorter) {
  ort_stream *run = NULL;
  const uint32_t *places = so_in_order(sorter);
  ort_status status = places == NULL ? ORT_MEMORY : ort_sorter_run(sorter, &run);
  uint32_t i;
  for (i = 0; i < sorter->count && status == ORT_OK; i++) {
    const char *record = sorter->buffer + (size_t)places[i] * 8;
    if (i > 0 && !sorter->multiple && so_compare(sorter, record, sorter->buffer + (size_t)places[i - 1] * 8) == 0) continue;
    status = ort_stream_write(sorter->spool, run, record, so_size(sorter, (size_t)so_word(record, sorter->keys)));
  }
  if (status == ORT_OK) status = ort_stream_end(sorter->spool, run);
  sorter->count = sorter->filled = 0;
  return status;
}

ORT_API ort_status ort_sorter_add(ort_sorter *sorter, const uint64_t *keys, const char *text, size_t length) {
  const size_t size = so_size(sorter, length);
  const uint64_t of_text = length;
  char *record;
  uint32_t *places;
  if (length > UINT32_MAX / 2) return ORT_LIMIT;
  if (sorter->count > 0 && (sorter->filled + size + sizeof(uint32_t) * 2 * sorter->count) > sorter->most) {
    const ort_status status = so_spill(sorter);
    if (status != ORT_OK) return status;
  }
  if (sorter->filled + size > sorter->capacity) {
    record = (char *)ort_grow(sorter->spool->memory, sorter->buffer, 1, &sorter->capacity, (uint32_t)(sorter->filled + size));
    if (record == NULL) return ORT_MEMORY;
    sorter->buffer = record;
  }
  places = (uint32_t *)ort_grow(sorter->spool->memory, sorter->places, sizeof *places, &sorter->place_capacity, sorter->count + 1);
  if (places == NULL) return ORT_MEMORY;
  sorter->places = places;
  places[sorter->count++] = (uint32_t)(sorter->filled / 8);
  record = sorter->buffer + sorter->filled;
  memcpy(record, keys, sizeof *keys * sorter->keys);
  memcpy(record + sizeof *keys * sorter->keys, &of_text, sizeof of_text);
  if (length > 0) memcpy(record + so_head(sorter), text, length);
  memset(record + so_head(sorter) + length, 0, size - so_head(sorter) - length);
  sorter->filled += (uint32_t)size;
  return ORT_OK;
}

static void so_forget(ort_sorter *sorter) {
  ort_free(sorter->spool->memory, sorter->buffer, sorter->capacity);
  ort_free(sorter->spool->memory, sorter->places, sizeof *sorter->places * sorter->place_capacity);
  sorter->buffer = NULL;
  sorter->places = NULL;
  sorter->capacity = sorter->place_capacity = 0;
}

ORT_API ort_status ort_sorter_read(ort_sorter *sorter) {
  ort_status status = ORT_OK;
  if (sorter->runs == 0) {
    sorter->last_known = 0;
    sorter->next = 0;
    sorter->sorted = sorter->count == 0 ? NULL : so_in_order(sorter);
    return sorter->count > 0 && sorter->sorted == NULL ? ORT_MEMORY : ORT_OK;
  }
  if (sorter->count > 0) status = so_spill(sorter);
  so_forget(sorter);
  return status == ORT_OK ? so_rewind(sorter, 0) : status;
}

ORT_API void ort_sorter_close(ort_sorter *sorter) {
  if (sorter->spool == NULL) return;
  so_stop(sorter, 0);
  so_forget(sorter);
  memset(sorter, 0, sizeof *sorter);
}
