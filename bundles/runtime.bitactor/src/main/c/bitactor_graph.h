/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Graph mode of BitActor: verifies and executes images that validate RDF graphs (docs/bitactor.md) over the runtime of compiled
 * validators, whose program an image becomes.
 */
#ifndef BITACTOR_GRAPH_H
#define BITACTOR_GRAPH_H

#include "ort_run.h"

enum {
  BIT_MINCOUNT = 0x80, BIT_MAXCOUNT, BIT_HASVALUE,
  BIT_CLASS = 0x90, BIT_DATATYPE, BIT_LANGSTRING, BIT_KIND, BIT_MINEXCLUSIVE, BIT_MININCLUSIVE, BIT_MAXEXCLUSIVE,
  BIT_MAXINCLUSIVE, BIT_MINLENGTH, BIT_MAXLENGTH, BIT_PATTERNB, BIT_PATTERNC, BIT_PATTERNP, BIT_LANGUAGEIN, BIT_NOT, BIT_AND,
  BIT_OR, BIT_XONE, BIT_NODE, BIT_IN, BIT_CLOSED, BIT_PROPERTY,
  BIT_UNIQUELANG = 0xB0, BIT_EQUALS, BIT_DISJOINT, BIT_LESS, BIT_LESSEQUAL, BIT_QUALIFIED
};

enum { BIT_FOCUS, BIT_OBJECTS, BIT_SUBJECTS, BIT_PATH };

typedef struct bit_qualified {
  uint64_t minimum;
  uint64_t maximum;
  const uint32_t *siblings;
  uint32_t sibling_count;
  uint32_t handler;
} bit_qualified;

typedef struct bit_instruction {
  union {
    uint64_t number;     /* a and b together */
    const uint32_t *set; /* of ids or handlers */
    const ort_range *ranges;
    const ort_dfa *bytes;
    const ort_character_dfa *characters;
    const ort_nfa *program;
    const bit_qualified *qualified;
  } of;
  uint32_t count; /* of set or ranges */
  uint32_t check;
  uint32_t a;
  uint8_t opcode;
  uint8_t explained;
} bit_instruction;

typedef struct bit_handler {
  const bit_instruction *code; /* of the first place, then of the second, then of the third */
  const ort_path *path;
  uint32_t source;
  uint32_t predicate;
  uint32_t counts;
  uint32_t values;
  uint32_t sets;
  uint32_t component; /* 0: not recursive */
  uint32_t recursive; /* its index among the recursive ones, counted from 1; 0: none */
} bit_handler;

/* A loaded image; the program is the first member, so that a run leads to its handlers. */
typedef struct bit_graph {
  ort_program program;
  const bit_handler *handlers;
  ort_memory memory;
  ort_block *blocks;
} bit_graph;

/* NULL when the bytes are an image that can be executed, and otherwise a sentence that says why they are not. The bytes must stay
   as they are until the image is closed, which is asked for after a failure, too. allocator: NULL for malloc. */
ORT_API const char *bit_graph_load(bit_graph *graph, const void *bytes, size_t length, const ort_allocator *allocator);
ORT_API void bit_graph_close(bit_graph *graph);

/* What executes handlers. */
ORT_API const ort_interpreter *bit_graph_interpreter(void);

#endif
