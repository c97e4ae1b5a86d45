/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Results as lines of text, in pieces of about 64 KiB. A blank node of the first document keeps its label; one of another, and one
 * whose label could be mistaken for such, is called ort, number of the document, _, label. The labels that the reader made up
 * begin with '.', which separates them from the number.
 */
#include "ort_plain.h"
#include "ort_run.h"

#include <string.h>

static void wr_out(ort_writer *writer, const char *bytes, size_t length) {
  if (length > 0 && !writer->stopped) writer->stopped = writer->write(writer->context, bytes, length) != 0;
}

ORT_API void ort_write_flush(ort_writer *writer) {
  wr_out(writer, writer->buffer, writer->length);
  writer->length = 0;
}

ORT_API void ort_write(ort_writer *writer, const char *bytes, size_t length) {
  if (length == 0) return;
  if (length > ORT_WRITER_BYTES - writer->length) ort_write_flush(writer);
  if (length > ORT_WRITER_BYTES) {
    wr_out(writer, bytes, length);
    return;
  }
  memcpy(writer->buffer + writer->length, bytes, length);
  writer->length += length;
}

ORT_API void ort_write_text(ort_writer *writer, const char *text) { ort_write(writer, text, strlen(text)); }

ORT_API void ort_write_number(ort_writer *writer, uint64_t number) {
  char digits[20];
  size_t at = sizeof digits;
  do {
    digits[--at] = (char)('0' + (int)(number % 10));
    number /= 10;
  } while (number != 0);
  ort_write(writer, digits + at, sizeof digits - at);
}

static void wr_escape(ort_writer *writer, unsigned code) {
  static const char hex[] = "0123456789ABCDEF";
  char text[6] = {'\\', 'u', '0', '0', '0', '0'};
  unsigned i;
  for (i = 0; i < 4; i++) text[5 - i] = hex[code >> (4 * i) & 15u];
  ort_write(writer, text, sizeof text);
}

/* The bytes at p that are a control, format or bidirectional character beyond ASCII, as *code; 0: there is none. */
static size_t wr_invisible(const char *p, size_t left, unsigned *code) {
  const unsigned a = (unsigned char)p[0];
  const unsigned b = left > 1 ? (unsigned char)p[1] : 0;
  const unsigned c = left > 2 ? (unsigned char)p[2] : 0;
  if ((a == 0xC2 && b >= 0x80 && b < 0xA0) || (a == 0xD8 && b == 0x9C)) {
    *code = (a & 31u) << 6 | (b & 63u);
    return 2;
  }
  *code = (a & 15u) << 12 | (b & 63u) << 6 | (c & 63u);
  if (a == 0xE2 && ((*code >= 0x200B && *code <= 0x200F) || (*code >= 0x2028 && *code <= 0x202E))) return 3;
  if (a == 0xE2 && *code >= 0x2060 && *code <= 0x206F) return 3;
  return a == 0xEF && *code == 0xFEFF ? 3 : 0;
}

static const char *wr_short_escape(char c) {
  switch (c) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: return NULL;
  }
}

static int wr_is_no_iri(char c) { return (unsigned char)c < 0x80 && !ORT_IS(c, ORT_CH_IRI); }

typedef enum wr_place { WR_LITERAL, WR_IRI, WR_PLAIN } wr_place;

static void wr_escaped(ort_writer *writer, const char *text, size_t length, wr_place place, int visible) {
  size_t start = 0;
  size_t i = place == WR_IRI ? (size_t)(ort_plain_iri_steps(text, text + length) - text) : 0;
  while (i < length) {
    const char c = text[i];
    const char *replacement = place == WR_LITERAL ? wr_short_escape(c) : NULL;
    unsigned code = (unsigned char)c;
    size_t taken = code < 0x20 || code == 0x7F || replacement != NULL || (place == WR_IRI && wr_is_no_iri(c)) ? 1 : 0;
    if (taken == 0 && visible && code >= 0x80) taken = wr_invisible(text + i, length - i, &code);
    if (taken == 0) {
      i++;
      continue;
    }
    ort_write(writer, text + start, i - start);
    if (replacement != NULL) {
      ort_write_text(writer, replacement);
    } else {
      wr_escape(writer, code);
    }
    i += taken;
    start = i;
  }
  ort_write(writer, text + start, length - start);
}

ORT_API void ort_write_visible(ort_writer *writer, const char *text) {
  wr_escaped(writer, text, strlen(text), WR_PLAIN, 1);
}

ORT_API size_t ort_blank_prefix(const ort_record *record, char *out) {
  const char *label = ort_text_of(record);
  const int made = record->length > 0 && label[0] == '.';
  const int taken = record->length >= 3 && memcmp(label, "ort", 3) == 0;
  uint32_t number = record->qualifier == 0 ? 0 : record->qualifier - 1;
  size_t digits = record->qualifier != 0;
  size_t length = 2;
  uint32_t rest;
  memcpy(out, "_:ort", 5);
  if (record->qualifier == 1 && !made && !taken) return length;
  length = 5;
  for (rest = number; rest >= 10; rest /= 10) digits++;
  for (rest = (uint32_t)digits; rest > 0; rest--, number /= 10) out[length + rest - 1] = (char)('0' + (int)(number % 10));
  length += digits;
  if (!made) out[length++] = '_';
  return length;
}

static void wr_blank(ort_writer *writer, const ort_record *record) {
  char prefix[ORT_BLANK_PREFIX];
  ort_write(writer, prefix, ort_blank_prefix(record, prefix));
  ort_write(writer, ort_text_of(record), record->length);
}

static void wr_iri(ort_writer *writer, const ort_record *record, int visible) {
  ort_write(writer, "<", 1);
  wr_escaped(writer, ort_text_of(record), record->length, WR_IRI, visible);
  ort_write(writer, ">", 1);
}

static int wr_is_string(const ort_record *datatype) {
  static const char iri[] = "http://www.w3.org/2001/XMLSchema#string";
  return datatype->length == sizeof iri - 1 && memcmp(ort_text_of(datatype), iri, sizeof iri - 1) == 0;
}

ORT_API void ort_write_term(ort_writer *writer, const ort_run *run, uint32_t id, int visible) {
  const ort_record *record = ort_record_of(run, id);
  const ort_record *qualifier;
  if (record->kind == ORT_IRI) {
    wr_iri(writer, record, visible);
    return;
  }
  if (record->kind == ORT_BLANK) {
    wr_blank(writer, record);
    return;
  }
  ort_write(writer, "\"", 1);
  wr_escaped(writer, ort_text_of(record), record->length, WR_LITERAL, visible);
  ort_write(writer, "\"", 1);
  qualifier = ort_record_of(run, record->qualifier);
  if (record->kind == ORT_LANG_LITERAL) {
    ort_write(writer, "@", 1);
    ort_write(writer, ort_text_of(qualifier), qualifier->length);
  } else if (!wr_is_string(qualifier)) {
    ort_write(writer, "^^", 2);
    wr_iri(writer, qualifier, visible);
  }
}
