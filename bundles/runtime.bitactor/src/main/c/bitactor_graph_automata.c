/* SPDX-License-Identifier: Apache-2.0 */
/* Loads the paths, automata and programs of graph images. */
#include "bitactor_graph_load.h"

enum { BA_MOST_TRANSITIONS = 1 << 28 };

#define BA_CUT_OFF "a section is cut off"

/* What is left of a section whose entries vary in size; it begins at a multiple of 8. */
typedef struct ba_reader {
  const uint8_t *at;
  size_t left;
} ba_reader;

static ba_reader ba_enter(const bl_loader *loader, int section) {
  ba_reader reader;
  reader.at = bl_entry(loader, section, 0, 1);
  reader.left = loader->size[section];
  return reader;
}

/* The next bytes; NULL when there are fewer. */
static const uint8_t *ba_take(ba_reader *reader, uint64_t bytes) {
  const uint8_t *at = reader->at;
  if (bytes > reader->left) return NULL;
  reader->at += bytes;
  reader->left -= (size_t)bytes;
  return at;
}

/* Skips padding, which must be zeros; bytes: of the entry. */
static int ba_align(ba_reader *reader, uint64_t bytes) {
  const uint64_t padding = (8 - bytes % 8) % 8;
  const uint8_t *at = ba_take(reader, padding);
  uint64_t i;
  if (at == NULL) return 0;
  for (i = 0; i < padding; i++) {
    if (at[i] != 0) return 0;
  }
  return 1;
}

static const char *ba_leave(const ba_reader *reader) { return reader->left == 0 ? NULL : "a section has a tail"; }

static uint32_t *ba_numbers(bl_loader *loader, const uint8_t *at, uint32_t count) {
  uint32_t *numbers = (uint32_t *)bl_new(loader, count, sizeof *numbers);
  uint32_t i;
  for (i = 0; numbers != NULL && i < count; i++) numbers[i] = bl_u32(at + (size_t)i * 4);
  return numbers;
}

static uint16_t *ba_shorts(bl_loader *loader, const uint8_t *at, uint32_t count) {
  uint16_t *numbers = (uint16_t *)bl_new(loader, count, sizeof *numbers);
  uint32_t i;
  for (i = 0; numbers != NULL && i < count; i++) numbers[i] = (uint16_t)bl_u16(at + (size_t)i * 2);
  return numbers;
}

/* ---- paths ---- */

static const char *ba_moves(bl_loader *loader, const uint8_t *at, uint32_t count, uint32_t states, ort_move *moves) {
  uint32_t i;
  for (i = 0; i < count; i++, at += 12) {
    const uint32_t kind = bl_u32(at);
    const uint32_t id = bl_u32(at + 4);
    if (kind > ORT_MOVE_EMPTY) return "a move has an unknown kind";
    if (bl_u32(at + 8) >= states) return "a path leads to no state";
    if (kind == ORT_MOVE_EMPTY ? id != 0
                               : !bl_is_predicate(loader, id, kind == ORT_MOVE_FORWARD ? ORT_ROLE_FORWARD : ORT_ROLE_INVERSE)) {
      return "a move has no such predicate";
    }
    moves[i].kind = (ort_move_kind)kind;
    moves[i].predicate = id;
    moves[i].to = bl_u32(at + 8);
  }
  return NULL;
}

static const char *ba_path(bl_loader *loader, ba_reader *in, ort_path *path) {
  const uint8_t *head = ba_take(in, 16);
  const uint64_t states = head == NULL ? 0 : bl_u32(head);
  const uint64_t count = head == NULL ? 0 : bl_u32(head + 4);
  const uint64_t bytes = 4 * (states + 1) + 12 * count;
  const uint8_t *body = head == NULL ? NULL : ba_take(in, bytes);
  uint32_t *first;
  ort_move *moves;
  uint32_t i;
  if (body == NULL || !ba_align(in, bytes)) return BA_CUT_OFF;
  if (bl_u32(head + 8) >= states || bl_u32(head + 12) != 0) return "a path leads to no state";
  first = ba_numbers(loader, body, (uint32_t)states + 1);
  moves = (ort_move *)bl_new(loader, (size_t)count, sizeof *moves);
  if (first == NULL || moves == NULL) return BIT_NO_MEMORY;
  for (i = 0; i <= states; i++) {
    if (first[i] < (i == 0 ? 0 : first[i - 1]) || first[i] > count) return "the moves of a path are not shared out";
  }
  if (first[0] != 0 || first[states] != count) return "the moves of a path are not shared out";
  path->moves = moves;
  path->first = first;
  path->accept = bl_u32(head + 8);
  return ba_moves(loader, body + 4 * (states + 1), (uint32_t)count, (uint32_t)states, moves);
}

ORT_API const char *bl_paths(bl_loader *loader) {
  ba_reader in = ba_enter(loader, BS_PATHS);
  uint32_t i;
  loader->paths = (ort_path *)bl_new(loader, loader->entries[BS_PATHS], sizeof *loader->paths);
  if (loader->paths == NULL) return BIT_NO_MEMORY;
  for (i = 0; i < loader->entries[BS_PATHS]; i++) {
    const char *fault = ba_path(loader, &in, &loader->paths[i]);
    if (fault != NULL) return fault;
  }
  return ba_leave(&in);
}

/* ---- automata ---- */

/* What both kinds have: five numbers of the head, transitions, and the accepting states. */
static const char *ba_table(bl_loader *loader, const uint8_t *head, const uint8_t *next, ort_dfa_table *table) {
  const uint32_t states = bl_u32(head);
  const uint32_t classes = bl_u32(head + 4);
  const uint32_t transitions = states * classes;
  const uint8_t *accepting = next + (size_t)transitions * 2;
  uint32_t i;
  table->states = states;
  table->classes = classes;
  table->start = bl_u32(head + 8);
  table->dead = bl_u32(head + 12);
  table->always = bl_u32(head + 16);
  table->accepting = accepting;
  if (states == 0 || classes == 0) return "an automaton has no states";
  if (table->start >= states) return "an automaton starts nowhere";
  if (table->dead != ORT_DFA_NONE && table->dead >= states) return "an automaton has no such state";
  if (table->always != ORT_DFA_NONE && table->always >= states) return "an automaton has no such state";
  table->next = ba_shorts(loader, next, transitions);
  if (table->next == NULL) return BIT_NO_MEMORY;
  for (i = 0; i < transitions; i++) {
    if (table->next[i] >= states) return "an automaton leads nowhere";
  }
  for (i = 0; i < states; i++) {
    if (accepting[i] > 1) return "a state neither accepts nor not";
  }
  return NULL;
}

static const char *ba_bytes(bl_loader *loader, ba_reader *in, ort_dfa *dfa) {
  const uint8_t *head = ba_take(in, 24);
  const uint64_t transitions = head == NULL ? 0 : (uint64_t)bl_u32(head) * bl_u32(head + 4);
  const uint64_t bytes = head == NULL ? 0 : 256 + 2 * transitions + bl_u32(head);
  const uint8_t *body = head == NULL || transitions > BA_MOST_TRANSITIONS ? NULL : ba_take(in, bytes);
  uint32_t i;
  if (body == NULL || !ba_align(in, bytes)) return BA_CUT_OFF;
  if (bl_u32(head + 20) != 0) return "the image is not canonical";
  for (i = 0; i < 256; i++) {
    if (body[i] >= bl_u32(head + 4)) return "a byte has no class";
  }
  dfa->class_of = body;
  return ba_table(loader, head, body + 256, &dfa->table);
}

static const char *ba_characters(bl_loader *loader, ba_reader *in, ort_character_dfa *dfa) {
  const uint8_t *head = ba_take(in, 24);
  const uint64_t ranges = head == NULL ? 0 : bl_u32(head + 20);
  const uint64_t transitions = head == NULL ? 0 : (uint64_t)bl_u32(head) * bl_u32(head + 4);
  const uint64_t bytes = head == NULL ? 0 : 6 * ranges + 2 * transitions + bl_u32(head);
  const uint8_t *body = head == NULL || transitions > BA_MOST_TRANSITIONS ? NULL : ba_take(in, bytes);
  uint32_t *first;
  uint16_t *class_of;
  uint32_t i;
  if (body == NULL || !ba_align(in, bytes)) return BA_CUT_OFF;
  first = ba_numbers(loader, body, (uint32_t)ranges);
  class_of = ba_shorts(loader, body + 4 * ranges, (uint32_t)ranges);
  if (first == NULL || class_of == NULL) return BIT_NO_MEMORY;
  if (ranges == 0 || first[0] != 0) return "a character has no class";
  for (i = 0; i < ranges; i++) {
    if (class_of[i] >= bl_u32(head + 4)) return "a character has no class";
    if (first[i] > INT32_MAX || (i > 0 && first[i] <= first[i - 1])) return "ranges of characters are not in order";
  }
  dfa->ranges = (uint32_t)ranges;
  dfa->first = first;
  dfa->class_of = class_of;
  return ba_table(loader, head, body + 6 * ranges, &dfa->table);
}

/* ---- programs of regular expressions ---- */

static const char *ba_instruction(const uint8_t *at, uint32_t length, ort_nfa_instruction *out) {
  const uint32_t op = bl_u32(at);
  const uint32_t first = bl_u32(at + 4);
  const uint32_t second = bl_u32(at + 8);
  if (op > ORT_NFA_MATCH) return "an operation is unknown";
  if (op == ORT_NFA_RANGE ? first > 255 || second > 255
      : op == ORT_NFA_SPLIT ? first >= length || second >= length
      : op == ORT_NFA_JUMP  ? first >= length || second != 0
                            : first != 0 || second != 0) {
    return "a program leads nowhere";
  }
  out->op = (uint8_t)op;
  out->first = first;
  out->second = second;
  return NULL;
}

static const char *ba_program(bl_loader *loader, ba_reader *in, ort_nfa *nfa) {
  const uint8_t *head = ba_take(in, 8);
  const uint64_t length = head == NULL ? 0 : bl_u32(head);
  const uint8_t *body = head == NULL ? NULL : ba_take(in, 12 * length);
  ort_nfa_instruction *program;
  uint32_t i;
  if (body == NULL || !ba_align(in, 12 * length)) return BA_CUT_OFF;
  if (length == 0 || bl_u32(head + 4) != 0) return "a program is empty";
  program = (ort_nfa_instruction *)bl_new(loader, (size_t)length, sizeof *program);
  if (program == NULL) return BIT_NO_MEMORY;
  for (i = 0; i < length; i++) {
    const char *fault = ba_instruction(body + (size_t)i * 12, (uint32_t)length, &program[i]);
    if (fault != NULL) return fault;
  }
  if (program[length - 1].op != ORT_NFA_JUMP && program[length - 1].op != ORT_NFA_MATCH) return "a program has no end";
  nfa->length = (uint32_t)length;
  nfa->program = program;
  return NULL;
}

ORT_API const char *bl_automata(bl_loader *loader) {
  ba_reader bytes = ba_enter(loader, BS_BYTE_AUTOMATA);
  ba_reader characters = ba_enter(loader, BS_CHARACTER_AUTOMATA);
  ba_reader programs = ba_enter(loader, BS_PROGRAMS);
  const char *fault = NULL;
  uint32_t i;
  loader->byte_automata = (ort_dfa *)bl_new(loader, loader->entries[BS_BYTE_AUTOMATA], sizeof *loader->byte_automata);
  loader->character_automata = (ort_character_dfa *)bl_new(loader, loader->entries[BS_CHARACTER_AUTOMATA],
                                                           sizeof *loader->character_automata);
  loader->programs = (ort_nfa *)bl_new(loader, loader->entries[BS_PROGRAMS], sizeof *loader->programs);
  if (loader->byte_automata == NULL || loader->character_automata == NULL || loader->programs == NULL) return BIT_NO_MEMORY;
  for (i = 0; fault == NULL && i < loader->entries[BS_BYTE_AUTOMATA]; i++) {
    fault = ba_bytes(loader, &bytes, &loader->byte_automata[i]);
  }
  for (i = 0; fault == NULL && i < loader->entries[BS_CHARACTER_AUTOMATA]; i++) {
    fault = ba_characters(loader, &characters, &loader->character_automata[i]);
  }
  for (i = 0; fault == NULL && i < loader->entries[BS_PROGRAMS]; i++) {
    fault = ba_program(loader, &programs, &loader->programs[i]);
  }
  if (fault == NULL) fault = ba_leave(&bytes);
  if (fault == NULL) fault = ba_leave(&characters);
  return fault != NULL ? fault : ba_leave(&programs);
}
