/* SPDX-License-Identifier: Apache-2.0 */
/* Terms as people read them: as Names.java of the bundle report has them, where the rules are explained. */
#include "ort_report.h"

#include <string.h>

#define NM_XSD_STRING "http://www.w3.org/2001/XMLSchema#string"

ORT_API int ort_names_open(ort_names *names, ort_run *run, const ort_texts *texts, ort_writer *writer, int colour) {
  const size_t most = texts->limits[ORT_MOST_SHORT_FORMS];
  names->run = run;
  names->texts = texts;
  names->writer = writer;
  names->colour = colour;
  names->form_count = 0;
  names->forms = (ort_short_form *)ort_scratch_new(run, sizeof *names->forms * (most + 1));
  names->slots = (uint32_t *)ort_scratch_new(run, sizeof *names->slots * 2 * (most + 1));
  if (names->forms == NULL || names->slots == NULL) return 0;
  memset(names->slots, 0, sizeof *names->slots * 2 * (most + 1));
  return 1;
}

/* ---- IRIs ---- */

/* What follows the last # or /. */
static size_t nm_local(ort_words iri) {
  size_t at = iri.length;
  while (at > 0 && iri.at[at - 1] != '#' && iri.at[at - 1] != '/') at--;
  return at;
}

static int nm_is_plain(const ort_texts *texts, const char *text, const char *end) {
  if (text == end) return 0;
  while (text < end) {
    uint32_t code;
    text += ort_utf8_decode_any(text, end, &code);
    if (!ort_is_in_set(texts, ORT_PLAIN, code)) return 0;
  }
  return 1;
}

static size_t nm_utf16_length(const char *text, size_t length) {
  size_t units = 0;
  size_t i;
  for (i = 0; i < length; i++) {
    const unsigned byte = (unsigned char)text[i];
    if ((byte & 0xC0u) != 0x80u) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

static int nm_is_same(ort_words a, ort_words b) { return a.length == b.length && memcmp(a.at, b.at, a.length) == 0; }

static ort_words nm_form(ort_words iri, size_t local) {
  ort_words form;
  form.at = iri.at + local - 1;
  form.length = iri.length - local + 1;
  return form;
}

/* Whether the short form, from the character before the local name on, stands for this IRI in this report. */
static int nm_claim(ort_names *names, ort_words iri, size_t local) {
  const uint32_t most = names->texts->limits[ORT_MOST_SHORT_FORMS];
  const ort_words form = nm_form(iri, local);
  const size_t slots = 2 * ((size_t)most + 1);
  size_t at = ort_predicate_hash(form.at, form.length) % slots;
  for (; names->slots[at] != 0; at = (at + 1) % slots) {
    const ort_short_form *known = &names->forms[names->slots[at] - 1];
    if (nm_is_same(nm_form(known->iri, known->local), form)) return nm_is_same(known->iri, iri);
  }
  if (names->form_count >= most) return 0;
  names->forms[names->form_count].iri = iri;
  names->forms[names->form_count].local = local;
  names->slots[at] = ++names->form_count;
  return 1;
}

static void nm_full(const ort_names *names, ort_words iri) {
  ort_write(names->writer, "<", 1);
  ort_write_safe(names->writer, names->texts, iri.at, iri.length);
  ort_write(names->writer, ">", 1);
}

static const ort_prefix *nm_prefix(const ort_texts *texts, ort_words space) {
  uint32_t i;
  for (i = 0; i < texts->prefix_count; i++) {
    if (nm_is_same(texts->prefixes[i].space, space)) return &texts->prefixes[i];
  }
  return NULL;
}

ORT_API void ort_names_iri(ort_names *names, ort_words iri) {
  const ort_texts *texts = names->texts;
  const size_t local = nm_local(iri);
  const char *end = iri.at + iri.length;
  const int plain = nm_is_plain(texts, iri.at + local, end);
  const size_t longest = texts->limits[ORT_LONGEST_IRI];
  const ort_prefix *prefix;
  ort_words space;
  space.at = iri.at;
  space.length = local;
  prefix = plain ? nm_prefix(texts, space) : NULL;
  if (prefix != NULL) {
    ort_write(names->writer, prefix->prefix.at, prefix->prefix.length);
    ort_write_safe(names->writer, texts, iri.at + local, iri.length - local);
  } else if (nm_utf16_length(iri.at, iri.length) <= longest || !plain || local == 0 ||
             nm_utf16_length(iri.at + local, iri.length - local) >= longest || !nm_claim(names, iri, local)) {
    nm_full(names, iri);
  } else {
    ort_write_text(names->writer, "<\xE2\x80\xA6");
    ort_write_safe(names->writer, texts, iri.at + local - 1, iri.length - local + 1);
    ort_write(names->writer, ">", 1);
  }
}

ORT_API void ort_names_words(ort_names *names, ort_words words) {
  const char *p = words.at;
  const char *end = p + words.length;
  while (p < end) {
    const char *opened = (const char *)memchr(p, 1, (size_t)(end - p));
    const char *closed = opened == NULL ? NULL : (const char *)memchr(opened, 2, (size_t)(end - opened));
    ort_words iri;
    ort_write(names->writer, p, (size_t)((closed == NULL ? end : opened) - p));
    if (closed == NULL) return;
    iri.at = opened + 1;
    iri.length = (size_t)(closed - iri.at);
    ort_names_iri(names, iri);
    p = closed + 1;
  }
}

/* ---- nodes of the data ---- */

static void nm_quoted(ort_writer *writer, const ort_texts *texts, uint32_t code) {
  if (code == '"' || code == '\\') ort_write(writer, "\\", 1);
  ort_write_safe_code(writer, texts, code); /* escapes line ends and tabs as Turtle does */
}

/* At most as many code points as are left; 0 when there are more. */
static int nm_beginning(const ort_names *names, const char *text, size_t length, uint32_t *left, int quoted) {
  const char *end = text + length;
  for (; text < end; (*left)--) {
    uint32_t code;
    if (*left == 0) {
      ort_write_text(names->writer, "\xE2\x80\xA6");
      return 0;
    }
    text += ort_utf8_decode_any(text, end, &code);
    if (quoted) {
      nm_quoted(names->writer, names->texts, code);
    } else {
      ort_write_safe_code(names->writer, names->texts, code);
    }
  }
  return 1;
}

static void nm_blank(const ort_names *names, const ort_record *record) {
  char prefix[ORT_BLANK_PREFIX];
  uint32_t left = names->texts->limits[ORT_LONGEST_TEXT];
  if (nm_beginning(names, prefix, ort_blank_prefix(record, prefix), &left, 0)) {
    nm_beginning(names, ort_text_of(record), record->length, &left, 0);
  }
}

static ort_words nm_text(const ort_record *record) {
  ort_words words;
  words.at = ort_text_of(record);
  words.length = record->length;
  return words;
}

static void nm_literal(ort_names *names, const ort_record *record) {
  const ort_words qualifier = nm_text(ort_record_of(names->run, record->qualifier));
  uint32_t left = names->texts->limits[ORT_LONGEST_TEXT];
  ort_write(names->writer, "\"", 1);
  nm_beginning(names, ort_text_of(record), record->length, &left, 1);
  ort_write(names->writer, "\"", 1);
  if (record->kind == ORT_LANG_LITERAL) {
    ort_write(names->writer, "@", 1);
    ort_write_safe(names->writer, names->texts, qualifier.at, qualifier.length);
  } else if (qualifier.length != sizeof NM_XSD_STRING - 1 || memcmp(qualifier.at, NM_XSD_STRING, qualifier.length) != 0) {
    ort_write(names->writer, "^^", 2);
    ort_names_iri(names, qualifier);
  }
}

static void nm_node(ort_names *names, uint32_t id) {
  const ort_record *record = ort_record_of(names->run, id);
  if (record->kind == ORT_IRI) {
    nm_full(names, nm_text(record));
  } else if (record->kind == ORT_BLANK) {
    nm_blank(names, record);
  } else {
    nm_literal(names, record);
  }
}

static int nm_is_literal(const ort_run *run, uint32_t id) {
  const uint8_t kind = ort_record_of(run, id)->kind;
  return kind == ORT_LITERAL || kind == ORT_LANG_LITERAL;
}

ORT_API void ort_names_nodes(ort_names *names, const ort_result *result, const ort_shape_text *shape) {
  ort_write_text(names->writer, "focus node ");
  nm_node(names, result->focus);
  if (result->path != 0 && !nm_is_same(nm_text(ort_record_of(names->run, result->path)), shape->predicate)) {
    ort_write_text(names->writer, ", predicate ");
    ort_names_iri(names, nm_text(ort_record_of(names->run, result->path)));
  }
  if (result->value != 0 && (result->value != result->focus || nm_is_literal(names->run, result->value))) {
    ort_write_text(names->writer, ", value ");
    nm_node(names, result->value);
  }
}
