/* SPDX-License-Identifier: Apache-2.0 */
/*
 * BitActor: verifies and executes bytecode images (docs/bitactor.md). Freestanding C11: no library, no allocation, no
 * globals. An image is a view of the caller's bytes, which must stay as they are while it is used; any number of
 * threads may execute one image at once.
 */
#ifndef BITACTOR_H
#define BITACTOR_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
  BIT_SECTIONS = 10,
  BIT_LANES = 8,
  BIT_MOST_AUTOMATA = 256,
  BIT_MOST_INSTRUCTIONS = 4096,
  BIT_MOST_RECORD_BYTES = 1024
};

/* Filled by bit_load; read only. */
typedef struct bit_image {
  const uint8_t *bytes;
  uint64_t id; /* the checksum */
  uint32_t offset[BIT_SECTIONS];
  uint32_t entries[BIT_SECTIONS];
  uint32_t automaton[BIT_MOST_AUTOMATA]; /* where each begins */
} bit_image;

typedef struct bit_outcome {
  uint64_t violated; /* the bits of the violated checks */
  uint64_t trace; /* over the words that TRACE saw; 0 when there were none */
  uint32_t ticks;
  uint32_t flags;
} bit_outcome;

/* NULL when the bytes are an image that can be executed, and otherwise a sentence that says why they are not. */
const char *bit_load(bit_image *image, const void *bytes, size_t length);

/* The number of kinds; they are numbered from 0. */
uint32_t bit_kinds(const bit_image *image);

/* The kind with a key; -1 when there is none. */
int32_t bit_kind(const bit_image *image, uint64_t key);

/* The key of a kind's name: FNV-1a. */
uint64_t bit_key(const void *name, size_t length);

/* Bytes of the record of a kind. */
uint32_t bit_record_bytes(const bit_image *image, uint32_t kind);

/* The most ticks of a handler of a kind: what a budget is compared with. */
uint32_t bit_handler_ticks(const bit_image *image, uint32_t kind);

/* The most ticks of all handlers of a kind together. */
uint32_t bit_ticks(const bit_image *image, uint32_t kind);

/* 0: its handlers depend on the record; 1: every check was decided before; 2: there is no check. */
uint32_t bit_necessity(const bit_image *image, uint32_t kind);

/* Runs the handlers of a kind over a record of bit_record_bytes bytes; no alignment is asked for. */
bit_outcome bit_check(const bit_image *image, uint32_t kind, const void *record);

/* The same of at most BIT_LANES records of one kind at once: each instruction is decoded once for all of them. */
void bit_check_lanes(const bit_image *image, uint32_t kind, const void *const *records, uint32_t count,
                     bit_outcome *outcomes);

#ifdef __cplusplus
}
#endif

#endif
