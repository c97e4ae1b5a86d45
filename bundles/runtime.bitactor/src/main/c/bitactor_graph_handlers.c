/* SPDX-License-Identifier: Apache-2.0 */
/* Loads the handlers of graph images: instructions and costs. The same proofs as HandlerVerifier in Java. */
#include "bitactor_graph_load.h"

enum { BH_FIRST, BH_VALUE, BH_SET };

/* What an instruction's a is, or a and b together. */
enum {
  BH_NONE, BH_COUNT, BH_TERM, BH_IRI, BH_BOUND, BH_KINDS, BH_CLASS, BH_AUTOMATON, BH_RANGES, BH_IDS, BH_HANDLER, BH_HANDLERS,
  BH_PREDICATE, BH_QUALIFIED
};

enum { BH_KIND_BITS = 0x1E, BH_EXPLAINED = 1 };

typedef struct bh_opcode {
  uint8_t known;
  uint8_t place;
  uint8_t focus_ticks;
  uint8_t value_ticks;
  uint8_t operand;
  uint8_t explainable;
} bh_opcode;

static bh_opcode bh_opcode_of(uint32_t code) {
  static const bh_opcode FIRST[] = {{1, BH_FIRST, 1, 0, BH_COUNT, 0}, {1, BH_FIRST, 1, 0, BH_COUNT, 0}, {1, BH_FIRST, 1, 1, BH_TERM, 0}};
  static const bh_opcode VALUE[] = {
      {1, BH_VALUE, 0, 2, BH_CLASS, 0},     {1, BH_VALUE, 0, 1, BH_IRI, 0},       {1, BH_VALUE, 0, 1, BH_NONE, 0},
      {1, BH_VALUE, 0, 1, BH_KINDS, 0},     {1, BH_VALUE, 0, 2, BH_BOUND, 0},     {1, BH_VALUE, 0, 2, BH_BOUND, 0},
      {1, BH_VALUE, 0, 2, BH_BOUND, 0},     {1, BH_VALUE, 0, 2, BH_BOUND, 0},     {1, BH_VALUE, 0, 2, BH_COUNT, 0},
      {1, BH_VALUE, 0, 2, BH_COUNT, 0},     {1, BH_VALUE, 0, 3, BH_AUTOMATON, 0}, {1, BH_VALUE, 0, 3, BH_AUTOMATON, 0},
      {1, BH_VALUE, 0, 3, BH_AUTOMATON, 0}, {1, BH_VALUE, 0, 2, BH_RANGES, 0},    {1, BH_VALUE, 0, 1, BH_HANDLER, 0},
      {1, BH_VALUE, 0, 1, BH_HANDLERS, 1},  {1, BH_VALUE, 0, 1, BH_HANDLERS, 1},  {1, BH_VALUE, 0, 1, BH_HANDLERS, 1},
      {1, BH_VALUE, 0, 1, BH_HANDLER, 1},   {1, BH_VALUE, 0, 2, BH_IDS, 0},       {1, BH_VALUE, 0, 2, BH_IDS, 0},
      {1, BH_VALUE, 0, 1, BH_HANDLER, 0}};
  static const bh_opcode SET[] = {{1, BH_SET, 1, 1, BH_NONE, 0},      {1, BH_SET, 1, 1, BH_PREDICATE, 0},
                                  {1, BH_SET, 1, 1, BH_PREDICATE, 0}, {1, BH_SET, 1, 1, BH_PREDICATE, 0},
                                  {1, BH_SET, 1, 1, BH_PREDICATE, 0}, {1, BH_SET, 1, 1, BH_QUALIFIED, 1}};
  static const bh_opcode unknown = {0, 0, 0, 0, 0, 0};
  if (code >= BIT_MINCOUNT && code <= BIT_HASVALUE) return FIRST[code - BIT_MINCOUNT];
  if (code >= BIT_CLASS && code <= BIT_PROPERTY) return VALUE[code - BIT_CLASS];
  if (code >= BIT_UNIQUELANG && code <= BIT_QUALIFIED) return SET[code - BIT_UNIQUELANG];
  return unknown;
}

/* A set, which nobody used before. */
static const char *bh_set(bl_loader *loader, uint32_t number, const uint32_t **members, uint32_t *count) {
  if (number != loader->next_set || number >= loader->entries[BS_SETS]) return "sets are not used in order";
  loader->next_set++;
  *members = loader->sets[number].members;
  *count = loader->sets[number].count;
  return NULL;
}

static const char *bh_members(bl_loader *loader, uint32_t number, const uint32_t **members, uint32_t *count) {
  const char *fault = bh_set(loader, number, members, count);
  uint32_t i;
  for (i = 0; fault == NULL && i < *count; i++) {
    if ((*members)[i] >= loader->entries[BS_HANDLERS]) fault = "there is no such handler";
  }
  return fault;
}

static const char *bh_ids(bl_loader *loader, bit_instruction *it) {
  const char *fault = bh_set(loader, it->a, &it->of.set, &it->count);
  uint32_t i;
  if (it->opcode == BIT_CLOSED && !loader->graph->program.everything) return "a closed shape needs all triples";
  for (i = 0; fault == NULL && i < it->count; i++) {
    if (!bl_is_term(loader, it->of.set[i])) return "there is no such term";
    if (i > 0 && it->of.set[i] <= it->of.set[i - 1]) return "a set is not in order";
  }
  return fault;
}

static const char *bh_ranges(bl_loader *loader, bit_instruction *it) {
  const uint32_t *strings;
  const char *fault = bh_set(loader, it->a, &strings, &it->count);
  ort_range *ranges;
  uint32_t i;
  if (fault != NULL) return fault;
  ranges = (ort_range *)bl_new(loader, it->count, sizeof *ranges);
  if (ranges == NULL) return BIT_NO_MEMORY;
  for (i = 0; i < it->count; i++) {
    if (!bl_is_string(loader, strings[i])) return "there is no such string";
    ranges[i].text = bl_text(loader, strings[i], &ranges[i].length);
  }
  it->of.ranges = ranges;
  return NULL;
}

static const char *bh_automaton(const bl_loader *loader, bit_instruction *it) {
  const int section = it->opcode == BIT_PATTERNB ? BS_BYTE_AUTOMATA
                      : it->opcode == BIT_PATTERNC ? BS_CHARACTER_AUTOMATA
                                                   : BS_PROGRAMS;
  if (it->a >= loader->entries[section]) return "there is no such automaton";
  if (section == BS_BYTE_AUTOMATA) {
    it->of.bytes = &loader->byte_automata[it->a];
  } else if (section == BS_CHARACTER_AUTOMATA) {
    it->of.characters = &loader->character_automata[it->a];
  } else {
    it->of.program = &loader->programs[it->a];
  }
  return NULL;
}

static const char *bh_qualified(bl_loader *loader, bit_instruction *it) {
  const uint8_t *row;
  bit_qualified *qualified;
  if (it->a != loader->next_qualified || it->a >= loader->entries[BS_QUALIFIED]) return "counts are not used in order";
  row = bl_entry(loader, BS_QUALIFIED, it->a, 24);
  qualified = &loader->qualified[loader->next_qualified++];
  qualified->minimum = bl_u64(row);
  qualified->maximum = bl_u64(row + 8);
  qualified->handler = bl_u32(row + 16);
  it->of.qualified = qualified;
  if (qualified->minimum > INT64_MAX || (qualified->maximum > INT64_MAX && qualified->maximum != BIT_NO_MAXIMUM)) {
    return "a count is too large";
  }
  if (qualified->handler >= loader->entries[BS_HANDLERS]) return "there is no such handler";
  if (bl_u32(row + 20) == BIT_NO_SET) return NULL;
  return bh_members(loader, bl_u32(row + 20), &qualified->siblings, &qualified->sibling_count);
}

static const char *bh_operand(bl_loader *loader, uint32_t operand, bit_instruction *it) {
  const ort_constant *constants = loader->graph->program.constants;
  switch (operand) {
    case BH_NONE: return it->a == 0 ? NULL : "an operand is not used";
    case BH_COUNT: return it->of.number <= INT64_MAX ? NULL : "a count is too large";
    case BH_TERM: return bl_is_term(loader, it->a) ? NULL : "there is no such term";
    case BH_IRI: return bl_is_term(loader, it->a) && constants[it->a - 1].kind == ORT_IRI ? NULL : "a term is no IRI";
    case BH_BOUND:
      return bl_is_term(loader, it->a) && constants[it->a - 1].kind >= ORT_LITERAL ? NULL : "a bound is no literal";
    case BH_KINDS: return it->a != 0 && (it->a & ~(uint32_t)BH_KIND_BITS) == 0 ? NULL : "there is no such kind";
    case BH_CLASS: return bl_is_class(loader, it->a, ORT_ROLE_FORWARD) ? NULL : "there is no such class";
    case BH_AUTOMATON: return bh_automaton(loader, it);
    case BH_RANGES: return bh_ranges(loader, it);
    case BH_IDS: return bh_ids(loader, it);
    case BH_HANDLER: return it->a < loader->entries[BS_HANDLERS] ? NULL : "there is no such handler";
    case BH_HANDLERS: return bh_members(loader, it->a, &it->of.set, &it->count);
    case BH_PREDICATE: return bl_is_predicate(loader, it->a, ORT_ROLE_FORWARD) ? NULL : "a predicate lacks a role";
    default: return bh_qualified(loader, it);
  }
}

/* An instruction, and its ticks added. */
static const char *bh_instruction(bl_loader *loader, uint32_t i, uint32_t place, uint64_t ticks[2]) {
  const uint8_t *row = bl_entry(loader, BS_CODE, i, BIT_INSTRUCTION_BYTES);
  const bh_opcode opcode = bh_opcode_of(row[0]);
  const uint32_t flags = bl_u32(row) >> 8;
  bit_instruction *it = &loader->code[i];
  const char *fault;
  if (!opcode.known) return "an opcode is unknown";
  if (opcode.place != place) return "an instruction stands in the wrong place";
  if (flags > BH_EXPLAINED || (flags != 0 && !opcode.explainable)) return "an instruction has an unknown flag";
  it->opcode = row[0];
  it->explained = (uint8_t)flags;
  it->check = bl_u32(row + 4);
  it->a = bl_u32(row + 8);
  it->of.number = bl_u64(row + 8);
  if (it->check >= loader->entries[BS_CHECKS]) return "there is no such check";
  if (bl_u32(row + 12) != 0 && opcode.operand != BH_COUNT) return "an operand is not used";
  fault = bh_operand(loader, opcode.operand, it);
  if (fault != NULL) return fault;
  ticks[0] += opcode.focus_ticks;
  ticks[1] += opcode.value_ticks;
  if (opcode.operand == BH_HANDLERS) ticks[1] += it->count;
  if (opcode.operand == BH_QUALIFIED) ticks[1] += it->of.qualified->sibling_count;
  return NULL;
}

static const char *bh_source(const bl_loader *loader, const uint8_t *row, bit_handler *handler) {
  const uint32_t what = bl_u32(row + 4);
  handler->source = bl_u32(row);
  handler->predicate = what;
  switch (handler->source) {
    case BIT_FOCUS: return what == 0 ? NULL : "a focus node has no predicate";
    case BIT_OBJECTS: return bl_is_predicate(loader, what, ORT_ROLE_FORWARD) ? NULL : "a predicate lacks a role";
    case BIT_SUBJECTS: return bl_is_predicate(loader, what, ORT_ROLE_INVERSE) ? NULL : "a predicate lacks a role";
    case BIT_PATH:
      if (what >= loader->entries[BS_PATHS]) return "there is no such path";
      handler->path = &loader->paths[what];
      return NULL;
    default: return "an enumeration has no such value";
  }
}

static const char *bh_handler(bl_loader *loader, uint32_t number, uint32_t first) {
  const uint8_t *row = bl_entry(loader, BS_HANDLERS, number, BIT_HANDLER_BYTES);
  bit_handler *handler = &loader->handlers[number];
  const char *fault = bh_source(loader, row, handler);
  uint64_t ticks[2] = {0, 0};
  uint64_t size;
  uint32_t i;
  handler->code = loader->code + first;
  handler->counts = bl_u32(row + 12);
  handler->values = bl_u32(row + 16);
  handler->sets = bl_u32(row + 20);
  handler->component = bl_u32(row + 32);
  size = (uint64_t)handler->counts + handler->values + handler->sets;
  if (fault != NULL) return fault;
  if (bl_u32(row + 8) != first || size > loader->entries[BS_CODE] - first) return "handlers do not share out the code";
  if (handler->component > INT32_MAX) return "a component has too large a number";
  for (i = 0; fault == NULL && i < size; i++) {
    const uint32_t place = i < handler->counts ? BH_FIRST : i < handler->counts + handler->values ? BH_VALUE : BH_SET;
    fault = bh_instruction(loader, first + i, place, ticks);
  }
  if (fault != NULL) return fault;
  if (ticks[0] != bl_u32(row + 24) || ticks[1] != bl_u32(row + 28)) return "the ticks of a handler are wrong";
  return NULL;
}

ORT_API const char *bl_handlers(bl_loader *loader) {
  const uint32_t count = loader->entries[BS_HANDLERS];
  uint32_t first = 0;
  uint32_t i;
  loader->handlers = (bit_handler *)bl_new(loader, count, sizeof *loader->handlers);
  loader->code = (bit_instruction *)bl_new(loader, loader->entries[BS_CODE], sizeof *loader->code);
  loader->qualified = (bit_qualified *)bl_new(loader, loader->entries[BS_QUALIFIED], sizeof *loader->qualified);
  if (loader->handlers == NULL || loader->code == NULL || loader->qualified == NULL) return BIT_NO_MEMORY;
  for (i = 0; i < count; i++) {
    const bit_handler *handler = &loader->handlers[i];
    const char *fault = bh_handler(loader, i, first);
    if (fault != NULL) return fault;
    first += handler->counts + handler->values + handler->sets;
  }
  if (first != loader->entries[BS_CODE]) return "handlers do not share out the code";
  if (loader->next_set != loader->entries[BS_SETS]) return "sets are not used in order";
  if (loader->next_qualified != loader->entries[BS_QUALIFIED]) return "counts are not used in order";
  loader->graph->handlers = loader->handlers;
  return NULL;
}
