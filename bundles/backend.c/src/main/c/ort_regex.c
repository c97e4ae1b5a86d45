/* SPDX-License-Identifier: Apache-2.0 */
#include "ort_regex.h"

#include <string.h>

ORT_API int ort_dfa_matches(const ort_dfa *dfa, const char *text, size_t length) {
  const ort_dfa_table *table = &dfa->table;
  uint32_t state = table->start;
  size_t i;
  for (i = 0; i < length; i++) {
    if (state == table->dead || state == table->always) {
      break;
    }
    state = table->next[state * table->classes + dfa->class_of[(unsigned char)text[i]]];
  }
  return state == table->always || table->accepting[state] != 0;
}

/* Decodes the character at *at, which is well-formed, and moves behind it. */
static uint32_t regex_character(const unsigned char *text, size_t *at) {
  static const uint8_t payload[4] = {0x7F, 0x1F, 0x0F, 0x07};
  const uint32_t lead = text[(*at)++];
  const unsigned more = lead < 0xC0 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  uint32_t character = lead & payload[more];
  unsigned i;
  for (i = 0; i < more; i++) {
    character = character << 6 | (text[(*at)++] & 0x3FU);
  }
  return character;
}

static uint32_t regex_class(const ort_character_dfa *dfa, uint32_t character) {
  uint32_t low = 0, high = dfa->ranges;
  while (high - low > 1) {
    const uint32_t middle = low + (high - low) / 2;
    if (dfa->first[middle] <= character) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return dfa->class_of[low];
}

ORT_API int ort_character_dfa_matches(const ort_character_dfa *dfa, const char *text, size_t length) {
  const ort_dfa_table *table = &dfa->table;
  uint32_t state = table->start;
  size_t at = 0;
  while (at < length && state != table->dead && state != table->always) {
    const uint32_t character = regex_character((const unsigned char *)text, &at);
    state = table->next[state * table->classes + regex_class(dfa, character)];
  }
  return state == table->always || table->accepting[state] != 0;
}

/* A set of instructions in the order of insertion (Briggs and Torczon, 1993): clearing it takes no time. */
typedef struct regex_set {
  uint32_t *members;
  uint32_t *index; /* in members, when the instruction is one of them */
  uint32_t size;
} regex_set;

typedef struct regex_position {
  const char *text;
  size_t length;
  size_t at;
} regex_position;

static void regex_insert(regex_set *set, uint32_t instruction) {
  const uint32_t index = set->index[instruction];
  if (index >= set->size || set->members[index] != instruction) {
    set->index[instruction] = set->size;
    set->members[set->size++] = instruction;
  }
}

/* With flag m, a line feed that ends the text starts no line, and nothing is after it (XPath F&O 3.1, section 5.6.2). */
static int regex_holds(uint8_t op, const regex_position *position) {
  const int is_begin = position->at == 0;
  const int is_end = position->at == position->length;
  const int after_line = !is_begin && position->text[position->at - 1] == '\n';
  switch (op) {
    case ORT_NFA_BEGIN: return is_begin;
    case ORT_NFA_END: return is_end;
    case ORT_NFA_LINE_BEGIN: return is_begin || (after_line && !is_end);
    case ORT_NFA_LINE_END: return is_end ? !after_line : position->text[position->at] == '\n';
    default: return 0;
  }
}

/* Adds what can be reached without reading a byte; the members double as the queue. Returns 1 when that includes a match. */
static int regex_close(const ort_nfa *nfa, regex_set *set, const regex_position *position) {
  uint32_t i;
  for (i = 0; i < set->size; i++) {
    const uint32_t at = set->members[i];
    const ort_nfa_instruction *const instruction = &nfa->program[at];
    switch (instruction->op) {
      case ORT_NFA_MATCH: return 1;
      case ORT_NFA_RANGE: break;
      case ORT_NFA_SPLIT:
        regex_insert(set, instruction->first);
        regex_insert(set, instruction->second);
        break;
      case ORT_NFA_JUMP:
        regex_insert(set, instruction->first);
        break;
      default:
        if (regex_holds(instruction->op, position)) {
          regex_insert(set, at + 1);
        }
    }
  }
  return 0;
}

static void regex_step(const ort_nfa *nfa, const regex_set *from, unsigned char byte, regex_set *to) {
  uint32_t i;
  to->size = 0;
  for (i = 0; i < from->size; i++) {
    const uint32_t at = from->members[i];
    const ort_nfa_instruction *const instruction = &nfa->program[at];
    if (instruction->op == ORT_NFA_RANGE && byte >= instruction->first && byte <= instruction->second) {
      regex_insert(to, at + 1);
    }
  }
}

ORT_API int ort_nfa_matches(const ort_nfa *nfa, const char *text, size_t length, uint32_t *scratch) {
  regex_set sets[2];
  regex_position position;
  int now = 0;
  memset(scratch, 0, ORT_NFA_SCRATCH(nfa->length) * sizeof *scratch); /* the sets read before they write */
  sets[0].members = scratch;
  sets[0].index = scratch + nfa->length;
  sets[1].members = scratch + 2 * (size_t)nfa->length;
  sets[1].index = scratch + 3 * (size_t)nfa->length;
  sets[0].size = 0;
  position.text = text;
  position.length = length;
  for (position.at = 0;; position.at++) {
    regex_insert(&sets[now], 0);
    if (regex_close(nfa, &sets[now], &position)) {
      return 1;
    }
    if (position.at == length) {
      return 0;
    }
    regex_step(nfa, &sets[now], (unsigned char)text[position.at], &sets[1 - now]);
    now = 1 - now;
  }
}
