/* SPDX-License-Identifier: Apache-2.0 */
/* Loads the strings and terms of graph images, and makes the table of their predicates. */
#include "bitactor_graph_load.h"

#include <string.h>

enum { BT_ROLES = 7 };

/* ---- strings ---- */

ORT_API int bl_is_string(const bl_loader *loader, uint32_t number) { return number < loader->entries[BS_STRINGS]; }

ORT_API const char *bl_text(const bl_loader *loader, uint32_t number, size_t *length) {
  const uint32_t from = number == 0 ? 0 : bl_u32(bl_entry(loader, BS_STRINGS, number - 1, 4));
  *length = bl_u32(bl_entry(loader, BS_STRINGS, number, 4)) - from;
  return (const char *)bl_entry(loader, BS_TEXT, from, 1);
}

static int bl_is_utf8(const char *text, const char *end) {
  while (text < end) {
    uint32_t code;
    const size_t length = ort_utf8_decode(text, end, &code);
    if (length == 0 || length == ORT_CUT) return 0;
    text += length;
  }
  return 1;
}

ORT_API const char *bl_strings(bl_loader *loader) {
  const char *text = (const char *)bl_entry(loader, BS_TEXT, 0, 1);
  uint32_t last = 0;
  uint32_t i;
  if (loader->entries[BS_STRINGS] == 0) return "string 0 is not the empty one";
  for (i = 0; i < loader->entries[BS_STRINGS]; i++) {
    const uint32_t end = bl_u32(bl_entry(loader, BS_STRINGS, i, 4));
    if (end < last || end > loader->size[BS_TEXT]) return "a string is misplaced";
    if (i == 0 && end != 0) return "string 0 is not the empty one";
    if (!bl_is_utf8(text + last, text + end)) return "a string is not UTF-8";
    last = end;
  }
  if (last != loader->size[BS_TEXT]) return "the image is not canonical";
  loader->c_strings = (const char **)bl_new(loader, loader->entries[BS_STRINGS], sizeof *loader->c_strings);
  return loader->c_strings == NULL ? BIT_NO_MEMORY : NULL;
}

ORT_API const char *bl_c_string(bl_loader *loader, uint32_t number) {
  size_t length, i;
  const char *text = bl_text(loader, number, &length);
  char *out;
  if (loader->c_strings[number] != NULL) return loader->c_strings[number];
  out = (char *)bl_new(loader, length + 1, 3);
  if (out == NULL) return NULL;
  loader->c_strings[number] = out;
  for (i = 0; i < length; i++) {
    if (text[i] != '\0') {
      *out++ = text[i];
    } else {
      memcpy(out, "\xEF\xBF\xBD", 3);
      out += 3;
    }
  }
  return loader->c_strings[number];
}

/* ---- terms ---- */

static unsigned char bt_lower(char c) { return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); }

static uint64_t bt_hash(uint64_t hash, const char *text, size_t length) {
  size_t i;
  for (i = 0; i < length; i++) hash = (hash ^ bt_lower(text[i])) * UINT64_C(0x100000001B3);
  return hash ^ hash >> 29;
}

/* Language tags are compared without case. */
static int bt_is_same(const ort_constant *a, const ort_constant *b) {
  size_t i;
  if (a->kind != b->kind || a->length != b->length || a->qualifier_length != b->qualifier_length) return 0;
  if (a->length > 0 && memcmp(a->text, b->text, a->length) != 0) return 0;
  if (a->kind != ORT_LANG_LITERAL) {
    return a->qualifier_length == 0 || memcmp(a->qualifier, b->qualifier, a->qualifier_length) == 0;
  }
  for (i = 0; i < a->qualifier_length; i++) {
    if (bt_lower(a->qualifier[i]) != bt_lower(b->qualifier[i])) return 0;
  }
  return 1;
}

/* The least power of two that is more than twice as large. */
static size_t bt_slots(size_t count) {
  size_t slots = 16;
  while (slots < 2 * count + 2) slots *= 2;
  return slots;
}

static const char *bt_distinct(bl_loader *loader, const ort_constant *constants, uint32_t count) {
  const size_t slots = bt_slots(count);
  uint32_t *table = (uint32_t *)bl_new(loader, slots, sizeof *table);
  uint32_t i;
  if (table == NULL) return BIT_NO_MEMORY;
  for (i = 0; i < count; i++) {
    const ort_constant *it = &constants[i];
    const uint64_t hash = bt_hash(bt_hash(it->kind, it->text, it->length), it->qualifier, it->qualifier_length);
    size_t at = (size_t)(hash ^ hash >> 32) & (slots - 1);
    for (; table[at] != 0; at = (at + 1) & (slots - 1)) {
      if (bt_is_same(&constants[table[at] - 1], it)) return "a term has two ids";
    }
    table[at] = i + 1;
  }
  return NULL;
}

static const char *bt_constant(bl_loader *loader, uint32_t i, ort_constant *out, uint8_t *role) {
  const uint8_t *row = bl_entry(loader, BS_CONSTANTS, i, 12);
  const uint32_t qualifier = bl_u32(row + 8);
  const int everything = loader->entries[BS_PROGRAM] == 1 && bl_u32(bl_entry(loader, BS_PROGRAM, 0, 16) + 4) == 1;
  *role = row[1];
  if (row[0] < ORT_IRI || row[0] > ORT_LANG_LITERAL) return "a term has an unknown kind";
  if (*role > BT_ROLES) return "a role is unknown";
  if (bl_u16(row + 2) != 0) return "the image is not canonical";
  if (*role != 0 && (row[0] != ORT_IRI || (*role & BIT_ROLE_READ) == 0)) return "a term is no predicate and has its role";
  if (everything && *role == (ORT_ROLE_INVERSE | BIT_ROLE_READ)) {
    return "a predicate of a closed shape is not looked up by subject";
  }
  if (!bl_is_string(loader, bl_u32(row + 4)) || !bl_is_string(loader, qualifier)) return "there is no such string";
  if ((qualifier == 0) != (row[0] < ORT_LITERAL)) return "a term's qualifier is wrong";
  out->kind = (ort_kind)row[0];
  out->text = bl_text(loader, bl_u32(row + 4), &out->length);
  out->qualifier = bl_text(loader, qualifier, &out->qualifier_length);
  return NULL;
}

/* The predicates that are read, in a hash table that is at most a quarter full. */
static const char *bt_predicates(bl_loader *loader, uint32_t count) {
  ort_program *program = &loader->graph->program;
  const size_t slots = bt_slots((size_t)count * 2);
  uint32_t *table = (uint32_t *)bl_new(loader, slots, sizeof *table);
  uint8_t *lookups = (uint8_t *)bl_new(loader, (size_t)program->constant_count + 1, 1);
  uint32_t i;
  if (table == NULL || lookups == NULL) return BIT_NO_MEMORY;
  for (i = 0; i < program->constant_count; i++) {
    const ort_constant *it = &program->constants[i];
    size_t at = ort_predicate_hash(it->text, it->length) & (slots - 1);
    lookups[i + 1] = loader->roles[i] & (ORT_ROLE_FORWARD | ORT_ROLE_INVERSE);
    if ((loader->roles[i] & BIT_ROLE_READ) == 0) continue;
    while (table[at] != 0) at = (at + 1) & (slots - 1);
    table[at] = i + 1;
  }
  program->predicates = table;
  program->predicate_mask = (uint32_t)(slots - 1);
  program->roles = lookups;
  return NULL;
}

ORT_API const char *bl_constants(bl_loader *loader) {
  ort_program *program = &loader->graph->program;
  const uint32_t count = loader->entries[BS_CONSTANTS];
  ort_constant *constants = (ort_constant *)bl_new(loader, count, sizeof *constants);
  uint8_t *roles = (uint8_t *)bl_new(loader, count, 1);
  uint32_t predicates = 0;
  const char *fault;
  uint32_t i;
  if (constants == NULL || roles == NULL) return BIT_NO_MEMORY;
  for (i = 0; i < count; i++) {
    fault = bt_constant(loader, i, &constants[i], &roles[i]);
    if (fault != NULL) return fault;
    if ((roles[i] & BIT_ROLE_READ) != 0) predicates++;
  }
  loader->roles = roles;
  program->constants = constants;
  program->constant_count = count;
  fault = bt_distinct(loader, constants, count);
  return fault != NULL ? fault : bt_predicates(loader, predicates);
}
