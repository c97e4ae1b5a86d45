/* SPDX-License-Identifier: Apache-2.0 */
/* Loads graph images: header and tables. The same proofs as GraphReader and GraphVerifier in Java. */
#include "bitactor_graph_load.h"

#include <stdlib.h>
#include <string.h>

enum { BL_SECTION_TABLE = 24, BL_HEADER = BL_SECTION_TABLE + 16 * BS_COUNT, BL_MOST_BYTES = 1 << 28 };

ORT_API void *bl_new(bl_loader *loader, size_t count, size_t bytes) {
  bit_graph *graph = loader->graph;
  ort_block *block;
  if (count > (SIZE_MAX - 64) / bytes) return NULL;
  block = ort_block_new(&graph->memory, count * bytes + 8, graph->blocks);
  if (block == NULL) return NULL;
  graph->blocks = block;
  return memset(block + 1, 0, count * bytes + 8);
}

/* ---- header ---- */

static uint64_t bl_checksum(uint64_t hash, const uint8_t *bytes, size_t length) {
  size_t i;
  for (i = 0; i < length; i++) hash = (hash ^ bytes[i]) * UINT64_C(0x100000001B3);
  return hash;
}

static const char *bl_section(bl_loader *loader, int number, uint64_t *offset) {
  static const uint8_t NUMBER[BS_COUNT] = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 10};
  static const uint8_t BYTES[BS_COUNT] = {16, 12, 4, 8, 12, 8, BIT_HANDLER_BYTES, BIT_INSTRUCTION_BYTES, 24, 24, 8, 4, 0, 0, 0, 0,
                                          4, 1};
  const uint8_t *row = loader->bytes + BL_SECTION_TABLE + 16 * number;
  const uint64_t size = bl_u32(row + 8);
  const uint64_t entries = bl_u32(row + 12);
  uint64_t i;
  if (bl_u32(row) != NUMBER[number] || bl_u32(row + 4) != *offset) return "the sections are not in order";
  if (size > loader->length - *offset || entries > size) return "a section is too large";
  if (BYTES[number] != 0 && entries * BYTES[number] != size) return "the size of a section is wrong";
  if (((size + 7) & ~UINT64_C(7)) > loader->length - *offset) return "a section is outside of the image";
  for (i = size; i % 8 != 0; i++) {
    if (loader->bytes[*offset + i] != 0) return "the image is not canonical";
  }
  loader->offset[number] = (uint32_t)*offset;
  loader->size[number] = (uint32_t)size;
  loader->entries[number] = (uint32_t)entries;
  *offset += i;
  return NULL;
}

static const char *bl_header(bl_loader *loader) {
  const uint8_t *bytes = loader->bytes;
  uint64_t offset = BL_HEADER;
  int i;
  if (loader->length < BL_HEADER || loader->length > BL_MOST_BYTES) return "the image is too short or too large";
  if (memcmp(bytes, "BITC", 4) != 0) return "this is no image: it does not begin with BITC";
  if (bl_u16(bytes + 4) != 1) return "the version of the image is unknown";
  if (bl_u16(bytes + 6) != 2) return "the image is of another mode";
  if (bl_u32(bytes + 8) != loader->length) return "the image is truncated or has a tail";
  if (bl_u32(bytes + 12) != BS_COUNT) return "the number of sections is wrong";
  if (bl_u64(bytes + 16) != bl_checksum(bl_checksum(UINT64_C(0xCBF29CE484222325), bytes, 16), bytes + BL_SECTION_TABLE,
                                        loader->length - BL_SECTION_TABLE)) {
    return "the checksum is wrong";
  }
  for (i = 0; i < BS_COUNT; i++) {
    const char *fault = bl_section(loader, i, &offset);
    if (fault != NULL) return fault;
  }
  return offset == loader->length ? NULL : "the image has a tail";
}

/* ---- what there is ---- */

ORT_API int bl_is_term(const bl_loader *loader, uint32_t id) { return id >= 1 && id <= loader->entries[BS_CONSTANTS]; }

ORT_API int bl_is_predicate(const bl_loader *loader, uint32_t id, uint32_t role) {
  const uint32_t wanted = role | BIT_ROLE_READ;
  return bl_is_term(loader, id) && (loader->roles[id - 1] & wanted) == wanted;
}

ORT_API int bl_is_class(const bl_loader *loader, uint32_t index, uint32_t role) {
  return index < loader->entries[BS_CLASSES] && bl_is_predicate(loader, loader->graph->program.type, role);
}

/* ---- tables ---- */

static const char *bl_program(bl_loader *loader) {
  ort_program *program = &loader->graph->program;
  const uint8_t *row = bl_entry(loader, BS_PROGRAM, 0, 16);
  const int classes = loader->entries[BS_CLASSES] > 0;
  if (loader->entries[BS_PROGRAM] != 1) return "there is not one program";
  if (!bl_is_string(loader, bl_u32(row))) return "there is no such string";
  if (bl_u32(row + 4) > 1) return "an enumeration has no such value";
  program->everything = bl_u32(row + 4);
  program->type = bl_u32(row + 8);
  program->sub_class_of = bl_u32(row + 12);
  if ((classes || program->type != 0) && !bl_is_predicate(loader, program->type, 0)) return "rdf:type is not read";
  if ((classes || program->sub_class_of != 0) && !bl_is_predicate(loader, program->sub_class_of, 0)) {
    return "rdfs:subClassOf is not read";
  }
  return NULL;
}

static const char *bl_classes(bl_loader *loader) {
  ort_program *program = &loader->graph->program;
  const uint32_t count = loader->entries[BS_CLASSES];
  const uint32_t edges = loader->entries[BS_HIERARCHY];
  uint32_t *classes = (uint32_t *)bl_new(loader, count, sizeof *classes);
  ort_edge *hierarchy = (ort_edge *)bl_new(loader, edges, sizeof *hierarchy);
  uint32_t i;
  if (classes == NULL || hierarchy == NULL) return BIT_NO_MEMORY;
  for (i = 0; i < count; i++) {
    classes[i] = bl_u32(bl_entry(loader, BS_CLASSES, i, 4));
    if (!bl_is_term(loader, classes[i])) return "there is no such term";
  }
  for (i = 0; i < edges; i++) {
    hierarchy[i].from = bl_u32(bl_entry(loader, BS_HIERARCHY, i, 8));
    hierarchy[i].to = bl_u32(bl_entry(loader, BS_HIERARCHY, i, 8) + 4);
    if (!bl_is_term(loader, hierarchy[i].from) || !bl_is_term(loader, hierarchy[i].to)) return "there is no such term";
  }
  program->classes = classes;
  program->class_count = count;
  program->hierarchy = hierarchy;
  program->hierarchy_count = edges;
  return NULL;
}

static const char *bl_targets(bl_loader *loader) {
  ort_program *program = &loader->graph->program;
  const uint32_t count = loader->entries[BS_TARGETS];
  ort_target *targets = (ort_target *)bl_new(loader, count, sizeof *targets);
  ort_entry *entries = (ort_entry *)bl_new(loader, loader->entries[BS_ENTRIES], sizeof *entries);
  uint32_t next = 0;
  uint32_t i;
  if (targets == NULL || entries == NULL) return BIT_NO_MEMORY;
  for (i = 0; i < count; i++) {
    const uint32_t kind = bl_u32(bl_entry(loader, BS_TARGETS, i, 8));
    const uint32_t what = bl_u32(bl_entry(loader, BS_TARGETS, i, 8) + 4);
    if (kind > ORT_TARGET_OBJECTS) return "an enumeration has no such value";
    targets[i].kind = (ort_target_kind)kind;
    targets[i].what = what;
    if (kind == ORT_TARGET_NODE && !bl_is_term(loader, what)) return "there is no such term";
    if (kind == ORT_TARGET_CLASS && !bl_is_class(loader, what, ORT_ROLE_INVERSE)) return "there is no such class";
    if (kind > ORT_TARGET_CLASS && !bl_is_predicate(loader, what, 0)) return "a predicate lacks a role";
    if (kind > ORT_TARGET_CLASS) program->lists = 1;
  }
  for (i = 0; i < loader->entries[BS_ENTRIES]; i++) {
    const uint8_t *row = bl_entry(loader, BS_ENTRIES, i, 12);
    entries[i].shape = bl_u32(row);
    entries[i].targets = targets + next;
    entries[i].target_count = bl_u32(row + 8);
    if (entries[i].shape >= loader->entries[BS_HANDLERS]) return "there is no such handler";
    if (i > 0 && entries[i].shape <= entries[i - 1].shape) return "the entries are not in order";
    if (bl_u32(row + 4) != next || entries[i].target_count > count - next) return "targets are not shared out";
    next += entries[i].target_count;
  }
  program->entries = entries;
  program->entry_count = loader->entries[BS_ENTRIES];
  return next == count ? NULL : "targets are not shared out";
}

static const char *bl_checks(bl_loader *loader) {
  ort_check *checks = (ort_check *)bl_new(loader, loader->entries[BS_CHECKS], sizeof *checks);
  uint32_t i, j;
  if (checks == NULL) return BIT_NO_MEMORY;
  for (i = 0; i < loader->entries[BS_CHECKS]; i++) {
    const char *strings[6];
    for (j = 0; j < 6; j++) {
      const uint32_t number = bl_u32(bl_entry(loader, BS_CHECKS, i, 24) + 4 * j);
      if (!bl_is_string(loader, number)) return "there is no such string";
      strings[j] = bl_c_string(loader, number);
      if (strings[j] == NULL) return BIT_NO_MEMORY;
    }
    checks[i].shape = strings[0];
    checks[i].path = strings[1];
    checks[i].severity = strings[2];
    checks[i].component[0] = strings[3];
    checks[i].component[1] = strings[4];
    checks[i].message = strings[5];
  }
  loader->graph->program.checks = checks;
  return NULL;
}

static const char *bl_sets(bl_loader *loader) {
  const uint32_t count = loader->entries[BS_NUMBERS];
  uint32_t *numbers = (uint32_t *)bl_new(loader, count, sizeof *numbers);
  uint32_t next = 0;
  uint32_t i;
  loader->sets = (bl_set *)bl_new(loader, loader->entries[BS_SETS], sizeof *loader->sets);
  if (numbers == NULL || loader->sets == NULL) return BIT_NO_MEMORY;
  for (i = 0; i < count; i++) numbers[i] = bl_u32(bl_entry(loader, BS_NUMBERS, i, 4));
  for (i = 0; i < loader->entries[BS_SETS]; i++) {
    const uint8_t *row = bl_entry(loader, BS_SETS, i, 8);
    if (bl_u32(row) != next || bl_u32(row + 4) > count - next) return "a set is misplaced";
    loader->sets[i].members = numbers + next;
    loader->sets[i].count = bl_u32(row + 4);
    next += loader->sets[i].count;
  }
  return next == count ? NULL : "the image is not canonical";
}

ORT_API const char *bl_tables(bl_loader *loader) {
  const char *fault = bl_program(loader);
  if (fault == NULL) fault = bl_classes(loader);
  if (fault == NULL) fault = bl_targets(loader);
  if (fault == NULL) fault = bl_checks(loader);
  if (fault == NULL) fault = bl_sets(loader);
  return fault;
}

/* ---- the whole ---- */

static void *bl_malloc(void *context, void *block, size_t bytes) {
  (void)context;
  if (bytes > 0) return realloc(block, bytes);
  free(block);
  return NULL;
}

ORT_API const char *bit_graph_load(bit_graph *graph, const void *bytes, size_t length, const ort_allocator *allocator) {
  bl_loader loader;
  const char *fault;
  memset(graph, 0, sizeof *graph);
  memset(&loader, 0, sizeof loader);
  graph->memory.allocator.resize = bl_malloc;
  if (allocator != NULL) graph->memory.allocator = *allocator;
  graph->program.interpreter = bit_graph_interpreter();
  loader.graph = graph;
  loader.bytes = (const uint8_t *)bytes;
  loader.length = length;
  fault = bl_header(&loader);
  if (fault == NULL) fault = bl_strings(&loader);
  if (fault == NULL) fault = bl_constants(&loader);
  if (fault == NULL) fault = bl_tables(&loader);
  if (fault == NULL) fault = bl_paths(&loader);
  if (fault == NULL) fault = bl_automata(&loader);
  if (fault == NULL) fault = bl_handlers(&loader);
  if (fault == NULL) fault = bl_references(&loader);
  return fault;
}

ORT_API void bit_graph_close(bit_graph *graph) {
  ort_block_free(&graph->memory, graph->blocks, NULL);
  graph->blocks = NULL;
}
