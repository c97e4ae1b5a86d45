/* SPDX-License-Identifier: Apache-2.0 */
/* Between the parts of the loader of graph images. Functions that return a sentence return NULL when all is well. */
#ifndef BITACTOR_GRAPH_LOAD_H
#define BITACTOR_GRAPH_LOAD_H

#include "bitactor_graph.h"

/* Sections, in the order of an image. */
enum {
  BS_PROGRAM, BS_CONSTANTS, BS_CLASSES, BS_HIERARCHY, BS_ENTRIES, BS_TARGETS, BS_HANDLERS, BS_CODE, BS_CHECKS, BS_QUALIFIED,
  BS_SETS, BS_NUMBERS, BS_PATHS, BS_BYTE_AUTOMATA, BS_CHARACTER_AUTOMATA, BS_PROGRAMS, BS_STRINGS, BS_TEXT, BS_COUNT
};

enum { BIT_ROLE_READ = 4, BIT_HANDLER_BYTES = 40, BIT_INSTRUCTION_BYTES = 16 };
enum { BIT_DEEPEST = 1000 };

#define BIT_NO_SET UINT32_MAX
#define BIT_NO_MAXIMUM UINT64_MAX
#define BIT_NO_MEMORY "there is not enough memory"

typedef struct bl_set {
  const uint32_t *members;
  uint32_t count;
} bl_set;

/* What was decoded so far. */
typedef struct bl_loader {
  bit_graph *graph;
  const uint8_t *bytes;
  size_t length;
  uint32_t offset[BS_COUNT];
  uint32_t size[BS_COUNT];
  uint32_t entries[BS_COUNT];
  const char **c_strings; /* ended by NUL, where they were asked for */
  const uint8_t *roles;   /* by constant */
  bl_set *sets;
  bit_qualified *qualified;
  ort_path *paths;
  ort_dfa *byte_automata;
  ort_character_dfa *character_automata;
  ort_nfa *programs;
  bit_handler *handlers;
  bit_instruction *code;
  uint32_t next_set;
  uint32_t next_qualified;
} bl_loader;

static inline uint32_t bl_u16(const uint8_t *at) { return (uint32_t)at[0] | (uint32_t)at[1] << 8; }
static inline uint32_t bl_u32(const uint8_t *at) { return bl_u16(at) | bl_u16(at + 2) << 16; }
static inline uint64_t bl_u64(const uint8_t *at) { return (uint64_t)bl_u32(at) | (uint64_t)bl_u32(at + 4) << 32; }

/* Entry i of a section whose entries have so many bytes. */
static inline const uint8_t *bl_entry(const bl_loader *loader, int section, uint32_t i, uint32_t bytes) {
  return loader->bytes + loader->offset[section] + (size_t)i * bytes;
}

/* Room that lives as long as the image, filled with zeros; NULL when there is none. */
ORT_API void *bl_new(bl_loader *loader, size_t count, size_t bytes);

/* Strings, by number. */
ORT_API int bl_is_string(const bl_loader *loader, uint32_t number);
ORT_API const char *bl_text(const bl_loader *loader, uint32_t number, size_t *length);
ORT_API const char *bl_strings(bl_loader *loader);
/* Ended by its NUL; those inside become U+FFFD. NULL when there is no memory. */
ORT_API const char *bl_c_string(bl_loader *loader, uint32_t number);

ORT_API const char *bl_constants(bl_loader *loader);
ORT_API int bl_is_term(const bl_loader *loader, uint32_t id);
/* Whether an id is a predicate's that is kept and looked up so. */
ORT_API int bl_is_predicate(const bl_loader *loader, uint32_t id, uint32_t role);
ORT_API int bl_is_class(const bl_loader *loader, uint32_t index, uint32_t role);
ORT_API const char *bl_tables(bl_loader *loader);

ORT_API const char *bl_paths(bl_loader *loader);
ORT_API const char *bl_automata(bl_loader *loader);
ORT_API const char *bl_handlers(bl_loader *loader);
ORT_API const char *bl_references(bl_loader *loader);

#endif
