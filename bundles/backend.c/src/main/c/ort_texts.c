/* SPDX-License-Identifier: Apache-2.0 */
/* The prepared text of a report, and characters as people see them. */
#include "ort_report.h"

#include <string.h>

/* ---- lines of fields between tabs ---- */

typedef struct tx_text {
  ort_run *run;
  const char *at;
  const char *end; /* of the text */
  int wrong;
} tx_text;

/* The next field of the line; empty and wrong at the line's end. */
static ort_words tx_field(tx_text *text) {
  ort_words field;
  const char *p = text->at;
  if (p == text->end || *p != '\t') text->wrong = 1;
  if (!text->wrong) p++;
  field.at = p;
  while (p < text->end && *p != '\t' && *p != '\n') p++;
  field.length = (size_t)(p - field.at);
  text->at = p;
  return field;
}

static uint32_t tx_number(tx_text *text) {
  const ort_words field = tx_field(text);
  uint64_t number = 0;
  size_t i;
  for (i = 0; i < field.length && i < 10; i++) {
    if (field.at[i] < '0' || field.at[i] > '9') text->wrong = 1;
    number = number * 10 + (unsigned)(field.at[i] - '0');
  }
  if (i == 0 || i < field.length || number > UINT32_MAX) text->wrong = 1;
  return text->wrong ? 0 : (uint32_t)number;
}

static void tx_end_line(tx_text *text) {
  if (text->at == text->end || *text->at != '\n') {
    text->wrong = 1;
  } else {
    text->at++;
  }
}

/* A line that begins with a word. */
static void tx_begin_line(tx_text *text, const char *word) {
  const size_t length = strlen(word);
  if ((size_t)(text->end - text->at) < length || memcmp(text->at, word, length) != 0) {
    text->wrong = 1;
  } else {
    text->at += length;
  }
}

/* Room for as many elements as a line says that follow, which cannot be more than bytes are left. */
static void *tx_room(tx_text *text, const char *word, size_t element, uint32_t *count) {
  void *room;
  tx_begin_line(text, word);
  *count = tx_number(text);
  if (*count > (size_t)(text->end - text->at)) text->wrong = 1;
  if (text->wrong) return NULL;
  room = ort_scratch_new(text->run, element * *count + 1);
  if (room == NULL) text->wrong = 1;
  return room;
}

static void tx_characters(tx_text *text, ort_texts *texts) {
  uint32_t set, i;
  for (set = 0; set < ORT_CHARACTER_SETS && !text->wrong; set++) {
    texts->sets[set] = (uint32_t *)tx_room(text, "characters", sizeof *texts->sets[set], &texts->set_counts[set]);
    for (i = 0; i < texts->set_counts[set] && !text->wrong; i++) texts->sets[set][i] = tx_number(text);
    if (texts->set_counts[set] % 2 != 0) text->wrong = 1;
    tx_end_line(text);
  }
}

static void tx_names(tx_text *text, ort_texts *texts) {
  uint32_t i;
  texts->prefixes = (ort_prefix *)tx_room(text, "prefixes", sizeof *texts->prefixes, &texts->prefix_count);
  for (i = 0; i < texts->prefix_count && !text->wrong; i++) {
    texts->prefixes[i].prefix = tx_field(text);
    texts->prefixes[i].space = tx_field(text);
  }
  tx_end_line(text);
  texts->shapes = (ort_shape_text *)tx_room(text, "shapes", sizeof *texts->shapes, &texts->shape_count);
  for (i = 0; i < texts->shape_count && !text->wrong; i++) {
    tx_end_line(text);
    tx_begin_line(text, "shape");
    texts->shapes[i].described = tx_field(text);
    texts->shapes[i].predicate = tx_field(text);
  }
  tx_end_line(text);
}

static void tx_checks(tx_text *text, ort_texts *texts) {
  uint32_t i;
  texts->severities =
      (ort_severity_text *)tx_room(text, "severities", sizeof *texts->severities, &texts->severity_count);
  for (i = 0; i < texts->severity_count && !text->wrong; i++) {
    texts->severities[i].level = tx_number(text);
    texts->severities[i].word = tx_field(text);
    if (texts->severities[i].level > ORT_LEVEL_OTHER) text->wrong = 1;
  }
  tx_end_line(text);
  texts->checks = (ort_check_text *)tx_room(text, "checks", sizeof *texts->checks, &texts->check_count);
  for (i = 0; i < texts->check_count && !text->wrong; i++) {
    ort_check_text *check = &texts->checks[i];
    tx_end_line(text);
    tx_begin_line(text, "check");
    check->shape = tx_number(text);
    check->severity = tx_number(text);
    check->group = tx_number(text);
    check->component = tx_field(text);
    check->message = tx_field(text);
    if (check->shape >= texts->shape_count || check->severity >= texts->severity_count || check->group > i) text->wrong = 1;
  }
  tx_end_line(text);
}

ORT_API int ort_texts_open(ort_run *run, const char *text, size_t length, ort_texts *texts) {
  tx_text from;
  uint32_t i;
  memset(&from, 0, sizeof from);
  memset(texts, 0, sizeof *texts);
  from.run = run;
  from.at = text;
  from.end = text + length;
  tx_begin_line(&from, "ontoc report 1\n");
  tx_begin_line(&from, "limits");
  for (i = 0; i < ORT_TEXT_LIMITS && !from.wrong; i++) texts->limits[i] = tx_number(&from);
  tx_end_line(&from);
  tx_characters(&from, texts);
  tx_names(&from, texts);
  tx_checks(&from, texts);
  return !from.wrong && from.at == from.end;
}

/* ---- characters ---- */

ORT_API int ort_is_in_set(const ort_texts *texts, ort_character_set set, uint32_t code) {
  const uint32_t *pairs = texts->sets[set];
  uint32_t from = 0;
  uint32_t to = texts->set_counts[set] / 2;
  while (from < to) {
    const uint32_t middle = from + (to - from) / 2;
    if (pairs[2 * middle + 1] < code) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from < texts->set_counts[set] / 2 && pairs[2 * from] <= code;
}

static int tx_is_ascii(uint32_t code) { return code >= 0x20 && code < 0x7F; }

ORT_API uint32_t ort_columns(const ort_texts *texts, uint32_t code) {
  if (tx_is_ascii(code)) return 1;
  if (ort_is_in_set(texts, ORT_UNSAFE, code)) return code == '\n' || code == '\r' || code == '\t' ? 2 : code < 0x10000 ? 6 : 10;
  if (ort_is_in_set(texts, ORT_NO_WIDTH, code)) return 0;
  return ort_is_in_set(texts, ORT_WIDE, code) ? 2 : 1;
}

static void tx_escape(ort_writer *writer, uint32_t code) {
  static const char hex[] = "0123456789ABCDEF";
  const unsigned digits = code < 0x10000 ? 4 : 8;
  char text[10];
  unsigned i;
  text[0] = '\\';
  text[1] = digits == 4 ? 'u' : 'U';
  for (i = 0; i < digits; i++) text[1 + digits - i] = hex[code >> (4 * i) & 15u];
  ort_write(writer, text, 2 + digits);
}

ORT_API void ort_write_safe_code(ort_writer *writer, const ort_texts *texts, uint32_t code) {
  char text[4];
  if (tx_is_ascii(code) || !ort_is_in_set(texts, ORT_UNSAFE, code)) {
    ort_write(writer, text, ort_utf8_encode(code, text));
  } else if (code == '\n') {
    ort_write(writer, "\\n", 2);
  } else if (code == '\r') {
    ort_write(writer, "\\r", 2);
  } else if (code == '\t') {
    ort_write(writer, "\\t", 2);
  } else {
    tx_escape(writer, code);
  }
}

ORT_API void ort_write_safe(ort_writer *writer, const ort_texts *texts, const char *text, size_t length) {
  const char *end = text + length;
  while (text < end) {
    const char *plain = text;
    uint32_t code;
    while (text < end && tx_is_ascii((unsigned char)*text)) text++;
    ort_write(writer, plain, (size_t)(text - plain));
    if (text == end) return;
    text += ort_utf8_decode_any(text, end, &code);
    ort_write_safe_code(writer, texts, code);
  }
}

ORT_API size_t ort_utf8_decode_any(const char *text, const char *end, uint32_t *code) {
  const size_t length = ort_utf8_decode(text, end, code);
  if (length != 0 && length != ORT_CUT) return length;
  *code = 0xFFFD;
  return length == 0 ? 1 : (size_t)(end - text);
}
