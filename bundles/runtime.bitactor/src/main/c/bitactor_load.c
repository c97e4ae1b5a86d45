/* SPDX-License-Identifier: Apache-2.0 */
#include "bitactor_format.h"

/* Bytes and kind of value of a field, by type. */
static const uint8_t WIDTH[14] = {1, 1, 2, 4, 8, 1, 2, 4, 8, 4, 8, 8, 0, 2};
static const uint8_t VALUE[14] = {WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, WORD, REAL, REAL, WORD, STRING, WORD};

/* Loading: the same proofs as the verifier in Java. */

static const char *load_header(bit_image *image, const uint8_t *bytes, size_t length) {
  if (length < HEADER || length > MOST_BYTES) return "the image is too short or too large";
  if (u32(bytes) != 0x43544942) return "this is no image: it does not begin with BITC";
  if (u16(bytes + 4) != 1 || u16(bytes + 6) != 1) return "the version or the mode of the image is unknown";
  if (u32(bytes + 8) != length) return "the image is truncated or has a tail";
  if (u32(bytes + 12) != BIT_SECTIONS) return "the number of sections is wrong";
  image->bytes = bytes;
  image->id = u64(bytes + 16);
  if (image->id != fnv(fnv(FNV_BASIS, bytes, 16), bytes + 24, length - 24)) return "the checksum is wrong";
  uint32_t offset = HEADER;
  for (uint32_t i = 0; i < BIT_SECTIONS; i++) {
    const uint8_t *row = bytes + 24 + 16 * i;
    uint32_t size = u32(row + 8), count = u32(row + 12);
    if (u32(row) != i + 1 || u32(row + 4) != offset) return "the sections are not in order";
    if (size > length - offset || count > size) return "a section is too large";
    if (ENTRY_BYTES[i] != 0 && (uint64_t)count * ENTRY_BYTES[i] != size) return "the size of a section is wrong";
    if (ENTRY_BYTES[i] == 0 && size % 8 != 0) return "the image is not canonical"; /* each automaton is padded */
    image->offset[i] = offset;
    image->entries[i] = count;
    if (padded(size) > length - offset) return "a section is outside of the image";
    for (uint32_t j = size; j < padded(size); j++)
      if (bytes[offset + j] != 0) return "the image is not canonical";
    offset += padded(size);
  }
  return offset == length ? NULL : "the image has a tail";
}

static const char *load_automata(bit_image *image, uint32_t end) {
  uint32_t at = image->offset[AUTOMATA];
  if (image->entries[AUTOMATA] > BIT_MOST_AUTOMATA) return "there are too many automata";
  for (uint32_t i = 0; i < image->entries[AUTOMATA]; i++) {
    const uint8_t *dfa = image->bytes + at;
    if (end - at < AUTOMATON_HEADER) return "an automaton is cut off";
    uint32_t states = u32(dfa), classes = u32(dfa + 4);
    if (states == 0 || states > 0xFFFF || classes == 0 || classes > 256) return "an automaton has too many states";
    if (u32(dfa + 8) >= states || u32(dfa + 12) != 0) return "an automaton starts nowhere";
    uint64_t bytes = AUTOMATON_HEADER + 2ull * states * classes + states, all = (bytes + 7) & ~7ull;
    if (all > end - at) return "an automaton is cut off";
    for (uint32_t j = 0; j < 256; j++)
      if (dfa[16 + j] >= classes) return "an automaton has no such class";
    for (uint32_t j = 0; j < states * classes; j++)
      if (u16(dfa + AUTOMATON_HEADER + 2 * j) >= states) return "an automaton goes to a state that it does not have";
    const uint8_t *accepting = dfa + AUTOMATON_HEADER + 2 * states * classes;
    for (uint32_t j = 0; j < all - (uint64_t)(accepting - dfa); j++)
      if (accepting[j] > (j < states ? 1 : 0)) return "a state neither accepts nor does not";
    image->automaton[i] = at;
    at += (uint32_t)all;
  }
  return at == end ? NULL : "the automata have a tail";
}

static const char *load_record(const bit_image *image, const uint8_t *record) {
  uint32_t text = image->entries[TEXT], size = u16(record + 4);
  if (u32(record) >= text) return "a string is outside of the text";
  if (size < PRESENCE_BYTES || size > BIT_MOST_RECORD_BYTES || size % 8 != 0) return "the size of a record is wrong";
  for (uint32_t i = 0; i < u16(record + 8); i++) {
    const uint8_t *field = entry(image, FIELDS, u16(record + 6) + i);
    uint32_t at = u16(field + 4), width = u16(field + 6), type = u16(field + 8);
    if (u32(field) >= text || type >= sizeof WIDTH || u16(field + 10) != 0) return "a field is wrong";
    if (WIDTH[type] == 0 ? width == 0 : width != WIDTH[type]) return "the width of a field is not its type's";
    uint32_t alignment = WIDTH[type] == 0 ? 1 : WIDTH[type];
    if (at < PRESENCE_BYTES || at + width > size || at % alignment != 0) return "a field is outside of its record";
  }
  for (uint32_t i = 0; i < u16(record + 12); i++) {
    const uint8_t *check = entry(image, CHECKS, u16(record + 10) + i);
    if (u32(check + 4) >= text || u16(check + 10) != 0) return "a check is wrong";
    if (u16(check + 8) >= u16(record + 8) && u16(check + 8) != NO_FIELD) return "a check has no such field";
  }
  return NULL;
}

static const char *load_records(const bit_image *image) {
  uint32_t field = 0, check = 0, end = image->entries[TEXT];
  if (end == 0 || *entry(image, TEXT, 0) != 0 || *entry(image, TEXT, end - 1) != 0) return "the text has no NUL";
  if (image->entries[RECORDS] > 0xFFFF) return "there are too many records";
  for (uint32_t i = 0; i < image->entries[RECORDS]; i++) {
    const uint8_t *record = entry(image, RECORDS, i);
    if (u16(record + 6) != field || u16(record + 10) != check) return "the records do not share out the fields";
    if (u16(record + 8) > 64 || u16(record + 12) > 64) return "a record has more than 64 fields or checks";
    if (u32(record + 16) != 0) return "the image is not canonical";
    field += u16(record + 8);
    check += u16(record + 12);
    if (field > image->entries[FIELDS] || check > image->entries[CHECKS]) return "a record has too many fields";
    const char *fault = load_record(image, record);
    if (fault != NULL) return fault;
  }
  if (field != image->entries[FIELDS] || check != image->entries[CHECKS]) return "a field belongs to no record";
  for (uint32_t i = 0; i < image->entries[CONSTANTS]; i++) {
    const uint8_t *constant = entry(image, CONSTANTS, i);
    if (u32(constant + 8) > STRING || u32(constant + 12) != 0) return "a constant is wrong";
    if (u32(constant + 8) == STRING && u64(constant) >= end) return "a text constant is outside of the text";
  }
  return NULL;
}

static int is_constant(const bit_image *image, uint32_t index, uint32_t value) {
  return index < image->entries[CONSTANTS] && u32(entry(image, CONSTANTS, index) + 8) == value;
}

static int is_value(const bit_image *image, const uint8_t *record, uint32_t operand, uint32_t value) {
  uint32_t number = operand & 0x3F;
  if (!is_field(operand) || number >= u16(record + 8)) return 0;
  return VALUE[u16(entry(image, FIELDS, u16(record + 6) + number) + 8)] == value;
}

static int is_operand(const bit_image *image, const uint8_t *record, uint32_t use, uint32_t operand, uint32_t immediate,
                      uint32_t written) {
  int word = operand < 16 ? (int)(written >> operand & 1) : operand == PRESENCE || is_value(image, record, operand, WORD);
  int constant = operand == CONSTANT;
  switch (use) {
    case U_NONE: return operand == NONE;
    case U_OPTIONAL: return operand == NONE || word;
    case U_VARIABLE: return word;
    case U_WORD: return word || (constant && is_constant(image, immediate, WORD));
    case U_REAL: return is_value(image, record, operand, REAL) || (constant && is_constant(image, immediate, REAL));
    case U_TEXT_FIELD: return is_value(image, record, operand, STRING);
    default: return is_value(image, record, operand, STRING) || (constant && is_constant(image, immediate, STRING));
  }
}

static int is_immediate(const bit_image *image, const uint8_t *record, uint32_t use, uint32_t value) {
  uint32_t both = u16(record + 8) < u16(record + 12) ? u16(record + 8) : u16(record + 12);
  switch (use) {
    case I_NONE: return value == 0;
    case I_CONSTANT:
      return is_constant(image, value, WORD) && (both == 64 || u64(entry(image, CONSTANTS, value)) >> both == 0);
    case I_RANGE: return value < 0xFFFFFFFFu && is_constant(image, value, WORD) && is_constant(image, value + 1, WORD);
    case I_REALS: return value < 0xFFFFFFFFu && is_constant(image, value, REAL) && is_constant(image, value + 1, REAL);
    case I_AUTOMATON: return value < image->entries[AUTOMATA];
    case I_FLAGS: return value <= 0xFF;
    case I_HELPER: return 1; /* is_call says which */
    default: return 1;
  }
}

static const char *load_instruction(const bit_image *image, const uint8_t *record, const uint8_t *at, uint32_t written) {
  shape s = shape_of(at[0]);
  uint32_t d = at[1], a = at[2], b = at[3], immediate = u32(at + 4);
  if (!s.known) return "there is no such opcode";
  int bit = s.destination == D_EITHER && (d & 0xC0) == 0x80 && (d & 0x3F) < u16(record + 12);
  if (s.destination == D_NONE ? d != NONE : !(d < 16 || bit)) return "the destination is wrong";
  if (!is_operand(image, record, s.a, a, immediate, written) || !is_operand(image, record, s.b, b, immediate, written))
    return "an operand is not what the instruction takes, or was not written before";
  int constants = (s.a != U_NONE && a == CONSTANT) + (s.b != U_NONE && b == CONSTANT);
  if (constants == 2) return "both operands are constants";
  if (constants == 1) return s.immediate == I_NONE ? NULL : "a constant has no room in the instruction";
  return is_immediate(image, record, s.immediate, immediate) ? NULL : "the immediate is wrong";
}

/* Whether a handler may call another: a helper about the same record. Helpers are numbered by their first call. */
static int is_call(const bit_image *image, uint32_t caller, uint32_t target, uint32_t *helpers) {
  if (caller >= first_helper(image) || target < first_helper(image) || target >= image->entries[HANDLERS]) return 0;
  if (target > *helpers) return 0;
  if (u16(entry(image, HANDLERS, target) + 10) != u16(entry(image, HANDLERS, caller) + 10)) return 0;
  if (target == *helpers) ++*helpers;
  return 1;
}

static const char *load_handler(const bit_image *image, uint32_t number, uint32_t *helpers) {
  const uint8_t *handler = entry(image, HANDLERS, number);
  uint16_t ticks[BIT_MOST_INSTRUCTIONS], written[BIT_MOST_INSTRUCTIONS];
  uint32_t count = u32(handler + 4), worst = 0;
  const uint8_t *record = entry(image, RECORDS, u16(handler + 10));
  for (uint32_t i = 0; i < count; i++) ticks[i] = UNREACHED, written[i] = 0xFFFF;
  ticks[0] = 0;
  written[0] = number >= first_helper(image) ? 1 : 0; /* a helper's r0 is its argument */
  for (uint32_t i = 0; i < count; i++) {
    const uint8_t *at = entry(image, CODE, u32(handler) + i);
    if (ticks[i] == UNREACHED) return "no path leads to an instruction";
    const char *fault = load_instruction(image, record, at, written[i]);
    if (fault != NULL) return fault;
    shape s = shape_of(at[0]);
    uint32_t cost = ticks[i] + s.ticks, after = written[i], next[2] = {i + 1, u32(at + 4)};
    if (s.destination != D_NONE && at[1] < 16) after |= 1u << at[1];
    if (at[0] == 0x25) {
      if (!is_call(image, number, u32(at + 4), helpers)) return "a call is not of a helper about the same record";
      cost += u16(entry(image, HANDLERS, u32(at + 4)) + 8);
    }
    if (cost >= UNREACHED) return "a handler costs too many ticks";
    if (cost > worst) worst = cost;
    uint32_t first = at[0] == 0x20 && at[2] == NONE ? 1 : 0, last = at[0] == 0x21 ? 0 : at[0] == 0x20 ? 2 : 1;
    for (uint32_t j = first; j < last; j++) {
      if (next[j] <= i || next[j] >= count) return "a handler does not end with RET, or jumps out or back";
      if (ticks[next[j]] == UNREACHED || ticks[next[j]] < cost) ticks[next[j]] = (uint16_t)cost;
      written[next[j]] &= (uint16_t)after;
    }
  }
  return worst == u16(handler + 8) ? NULL : "a handler states other ticks than it costs";
}

static const char *load_handlers(const bit_image *image) {
  uint32_t next = 0, helpers = first_helper(image);
  for (uint32_t i = 0; i < image->entries[HANDLERS]; i++) {
    const uint8_t *handler = entry(image, HANDLERS, i);
    uint32_t count = u32(handler + 4);
    if (u32(handler) != next) return "the handlers do not share out the code";
    if (count == 0 || count > image->entries[CODE] - next || count > BIT_MOST_INSTRUCTIONS)
      return "a handler is outside of the code, or too long";
    if (u16(handler + 10) >= image->entries[RECORDS]) return "a handler is about no record";
    const char *fault = load_handler(image, i, &helpers);
    if (fault != NULL) return fault;
    next += count;
  }
  if (helpers < image->entries[HANDLERS]) return "a handler belongs to no kind, and nobody calls it";
  return next == image->entries[CODE] ? NULL : "an instruction belongs to no handler";
}

static const char *load_kinds(const bit_image *image) {
  uint32_t next = 0, kinds = image->entries[KINDS];
  if (kinds > 0xFFFF) return "there are too many kinds";
  for (uint32_t i = 0; i < kinds; i++) {
    const uint8_t *kind = entry(image, KINDS, i);
    uint32_t handlers = u16(kind + 16), empty = 1;
    if (u32(kind + 8) >= image->entries[TEXT]) return "a string is outside of the text";
    if (u16(kind + 12) >= image->entries[RECORDS]) return "a kind has no record";
    if (u16(kind + 14) != next || handlers == 0) return "the kinds do not share out the handlers";
    if (next + handlers > image->entries[HANDLERS]) return "a kind has no such handler";
    for (; next < u16(kind + 14) + handlers; next++) {
      const uint8_t *handler = entry(image, HANDLERS, next);
      if (u16(handler + 10) != u16(kind + 12)) return "a handler is about another kind's record";
      empty &= u32(handler + 4) == 1;
    }
    if (u16(kind + 18) > 2 || u32(kind + 20) != 0) return "a kind is wrong";
    if (empty != (u16(kind + 18) != 0)) return "a kind is said to need no work, or to need some, and that is not so";
  }
  if (image->entries[HASHES] != 2 * kinds) return "the hash table has a wrong size";
  for (uint32_t i = kinds; i < 2 * kinds; i++)
    if (u32(entry(image, HASHES, i)) >= kinds) return "the hash table leads to no kind";
  for (uint32_t i = 0; i < kinds; i++)
    if (bit_kind(image, u64(entry(image, KINDS, i))) != (int32_t)i) return "the hash table is wrong";
  return NULL;
}

const char *bit_load(bit_image *image, const void *bytes, size_t length) {
  const char *fault = load_header(image, bytes, length);
  if (fault == NULL) fault = load_automata(image, image->offset[TEXT]);
  if (fault == NULL) fault = load_records(image);
  if (fault == NULL) fault = load_handlers(image);
  if (fault == NULL) fault = load_kinds(image);
  return fault;
}
