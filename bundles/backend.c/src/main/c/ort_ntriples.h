/* SPDX-License-Identifier: Apache-2.0 */
/* The terms of a line of RDF 1.1 N-Triples, as views of where they lie. Private to the reader of N-Triples. */
#ifndef ORT_NTRIPLES_H
#define ORT_NTRIPLES_H

#include "ort_plain.h"

#include <string.h>

#define NT_LINE_BYTES ((size_t)256 << 20)
#define NT_LONGEST_LINE ((size_t)UINT32_MAX - 1)
#define NT_SEEN 16u

/* A predicate that was read in this segment: without escapes, ASCII. */
typedef struct nt_seen {
  ort_term term;
  size_t bytes;     /* from '<' to '>'; 0: there is none */
  uint32_t next[2]; /* the one that followed it first, and the last other one */
  uint32_t memo;
} nt_seen;

typedef struct nt_reader {
  const ort_sink *sink;
  const ort_allocator *allocator;
  ort_error *error;
  ort_status status;
  size_t line_bytes;
  uint32_t line;
  const char *line_start;
  ort_term subject; /* these three stay as they are from line to line but for what is set anew */
  ort_term predicate;
  ort_term object;
  size_t subject_bytes; /* from the '<' of the last line's subject to '>' when that has no escapes and is ASCII, else 0 */
  nt_seen seen[NT_SEEN];
  uint32_t seen_count;
  uint32_t last; /* the last predicate's place */
  uint32_t turn; /* whose place is taken next when all are */
  size_t wide;            /* continuation bytes passed on this line: what bytes and columns differ by */
  const char *segment;
  const char *end;        /* behind the line end that closes the segment */
  uint64_t offset;        /* of the segment in the document */
  uint64_t checkpoint;      /* the first line that starts here or later is one */
  const char *due;          /* the same in the segment */
  ort_buffer unescaped;     /* this line's terms that have escapes */
} nt_reader;

/* Every parsing function returns where it stopped, NULL after a failure. */
static inline const char *nt_fail(nt_reader *r, ort_status status, const char *at, const char *message) {
  r->status = status;
  ort_error_set(r->error, message, r->line, ort_code_points(r->line_start, (size_t)(at - r->line_start)) + (uint64_t)1,
                r->offset + (uint64_t)(at - r->segment));
  return NULL;
}

static inline const char *nt_syntax(nt_reader *r, const char *at, const char *message) {
  return nt_fail(r, ORT_SYNTAX, at, message);
}

static inline ort_position nt_at(const nt_reader *r, const char *p) {
  ort_position at;
  at.line = r->line;
  at.column = (uint32_t)((size_t)(p - r->line_start) - r->wide) + 1; /* no line is longer than NT_LONGEST_LINE */
  return at;
}

/* Passes white space, of which there usually is none. */
static inline const char *nt_skip(const char *p) {
  while (*p == ' ' || *p == '\t') p++;
  return p;
}

/* The same between terms, where there usually is one blank. */
static inline const char *nt_skip_blank(const char *p) {
  return *p == ' ' && (unsigned char)p[1] > ' ' ? p + 1 : nt_skip(p);
}

static inline const char *nt_line_end(const char *p) {
  while (*p != '\n' && *p != '\r') p++;
  return p;
}

/* Replaces a view by its unescaped copy. One reservation serves the line, so that earlier views of it stay where they are. */
static inline int nt_unescape(nt_reader *r, const char **text, size_t *length) {
  char *out;
  if (r->unescaped.length == 0) {
    size_t line = (size_t)(nt_line_end(*text) - r->line_start);
    if (ort_buffer_reserve(&r->unescaped, line, r->allocator) != ORT_OK) {
      nt_fail(r, ORT_MEMORY, *text, ort_status_message(ORT_MEMORY));
      return 0;
    }
  }
  out = r->unescaped.data + r->unescaped.length;
  *length = ort_unescape(*text, *length, out);
  *text = out;
  r->unescaped.length += *length;
  return 1;
}

/* What both kinds of quoted token do when something but ASCII without escapes is in them. */
static inline const char *nt_scanned(nt_reader *r, const char *open, const char *stop, const ort_scan *scan) {
  if (scan->problem != NULL) return nt_syntax(r, *stop == '\n' || *stop == '\r' ? open : stop, scan->problem);
  if (scan->wide) r->wide += ort_continuation_bytes(open, stop);
  return stop;
}

/* What nt_iri leaves: an IRI that is not plain from its '<' at p to stop, or whose scheme is not the usual one. */
static const char *nt_odd_iri(nt_reader *r, const char *p, const char *stop, const char **text, size_t *length) {
  int escapes = 0;
  if (*stop != '>') {
    ort_scan scan = {NULL, 0, 0, 0};
    stop = nt_scanned(r, p, ort_scan_iri(stop, r->end, &scan), &scan);
    if (stop == NULL) return NULL;
    escapes = scan.escapes;
    *length = (size_t)(stop - *text);
  }
  if (escapes && !nt_unescape(r, text, length)) return NULL;
  return ort_iri_scheme(*text, *length) > 0 ? stop + 1 : nt_syntax(r, p, "an IRI in N-Triples must be absolute");
}

/* The IRI whose '<' is at p. */
static inline const char *nt_iri(nt_reader *r, const char *p, const char **text, size_t *length) {
  const char *stop = ort_plain_iri(p + 1, r->end);
  *text = p + 1;
  *length = (size_t)(stop - p - 1);
  if (*stop != '>' || *length < 5 || memcmp(p + 1, "http:", 5) != 0) return nt_odd_iri(r, p, stop, text, length);
  return stop + 1;
}

static inline const char *nt_iri_term(nt_reader *r, const char *p, ort_term *term) {
  term->kind = ORT_IRI;
  term->at = nt_at(r, p);
  return nt_iri(r, p, &term->text, &term->text_length);
}

static inline const char *nt_blank(nt_reader *r, const char *p, ort_term *term) {
  ort_scan scan = {NULL, 0, 0, 0};
  const char *stop;
  if (p[1] != ':') return nt_syntax(r, p, "a blank node starts with '_:'");
  term->kind = ORT_BLANK;
  term->at = nt_at(r, p);
  term->text = p + 2;
  stop = ort_scan_label(p + 2, r->end, &scan);
  if (scan.problem != NULL) return nt_syntax(r, stop, scan.problem);
  if (scan.wide) r->wide += ort_continuation_bytes(p, stop);
  term->text_length = (size_t)(stop - term->text);
  return stop;
}

static inline const char *nt_language(nt_reader *r, const char *p, ort_term *term) {
  ort_scan scan = {NULL, 0, 0, 0};
  const char *stop = ort_scan_language(p + 1, r->end, &scan);
  if (scan.problem != NULL) return nt_syntax(r, stop, scan.problem);
  term->kind = ORT_LANG_LITERAL;
  term->qualifier = p + 1;
  term->qualifier_length = (size_t)(stop - p - 1);
  return stop;
}

static inline const char *nt_literal(nt_reader *r, const char *p, ort_term *term) {
  static const char string_type[] = ORT_XSD_NAMESPACE "string";
  const char *stop = ort_plain_string_steps(p + 1, r->end);
  int escapes = 0;
  term->kind = ORT_LITERAL;
  term->at = nt_at(r, p);
  term->plain = *stop == '"';
  while (ORT_IS(*stop, ORT_CH_STRING)) stop++;
  if (*stop != '"') {
    ort_scan scan = {NULL, 0, 0, 0};
    stop = nt_scanned(r, p, ort_scan_string(stop, r->end, '"', 0, &scan), &scan);
    if (stop == NULL) return NULL;
    escapes = scan.escapes;
  }
  term->text = p + 1;
  term->text_length = (size_t)(stop - term->text);
  if (escapes && !nt_unescape(r, &term->text, &term->text_length)) return NULL;
  p = stop + 1;
  if (*p == '@') return nt_language(r, p, term);
  if (*p == '^') {
    if (p[1] != '^' || p[2] != '<') return nt_syntax(r, p, "a datatype is written as '^^' and an IRI in '<' and '>'");
    return nt_iri(r, p + 2, &term->qualifier, &term->qualifier_length);
  }
  term->qualifier = string_type;
  term->qualifier_length = sizeof string_type - 1;
  return p;
}

static inline const char *nt_no_subject(nt_reader *r, const char *p) {
  uint32_t code;
  if (*p == '"') return nt_syntax(r, p, "a literal may not be a subject");
  if (*p == '@') return nt_syntax(r, p, "directives belong to Turtle, not to N-Triples");
  if (ort_utf8_decode(p, r->end, &code) == 0) return nt_syntax(r, p, ORT_BAD_UTF8);
  return nt_syntax(r, p, "a triple must start with an IRI in '<' and '>' or a blank node");
}

static inline const char *nt_no_predicate(nt_reader *r, const char *p) {
  if (*p == '_') return nt_syntax(r, p, "a blank node may not be a predicate");
  if (*p == '"') return nt_syntax(r, p, "a literal may not be a predicate");
  return nt_syntax(r, p, "a predicate must be an IRI in '<' and '>'");
}

static inline const char *nt_no_object(nt_reader *r, const char *p) {
  if (*p == '\'') return nt_syntax(r, p, "a literal in N-Triples stands in double quotes");
  return nt_syntax(r, p, "an object must be an IRI in '<' and '>', a blank node or a literal in double quotes");
}

static inline const char *nt_no_end(nt_reader *r, const char *p) {
  if (*p == ',' || *p == ';') return nt_syntax(r, p, "',' and ';' belong to Turtle, not to N-Triples");
  return nt_syntax(r, p, "a triple must end with '.'");
}

/* A subject that is not that of the line before. */
static const char *nt_new_subject(nt_reader *r, const char *p) {
  const char *end;
  r->subject.repeated = 0;
  r->subject_bytes = 0;
  if (*p != '<') return *p == '_' ? nt_blank(r, p, &r->subject) : nt_no_subject(r, p);
  end = nt_iri_term(r, p, &r->subject);
  if (end != NULL && r->subject.text == p + 1 && r->wide == 0) r->subject_bytes = (size_t)(end - p);
  return end;
}

/* The subject at p: most lines repeat the one before, which one comparison finds out. */
static inline const char *nt_subject(nt_reader *r, const char *p) {
  const size_t bytes = r->subject_bytes;
  if (bytes == 0 || (size_t)(r->end - p) <= bytes || memcmp(p, r->subject.text - 1, bytes) != 0) return nt_new_subject(r, p);
  r->subject.at = nt_at(r, p);
  r->subject.repeated = 1;
  return p + bytes;
}

static inline int nt_is_seen(const nt_reader *r, const nt_seen *seen, const char *p) {
  return seen->bytes != 0 && (size_t)(r->end - p) > seen->bytes && memcmp(p, seen->term.text - 1, seen->bytes) == 0;
}

/* Finds or makes the place of a predicate that none of the expected ones was. */
static uint32_t nt_see(nt_reader *r, const ort_term *term) {
  nt_seen *seen;
  uint32_t i;
  for (i = 0; i < r->seen_count; i++) {
    seen = &r->seen[i];
    if (seen->term.text_length == term->text_length && memcmp(seen->term.text, term->text, term->text_length) == 0) return i;
  }
  if (i < NT_SEEN) r->seen_count++;
  else i = r->turn++ % NT_SEEN;
  seen = &r->seen[i];
  seen->term = *term;
  seen->bytes = term->text_length + 2;
  seen->next[0] = seen->next[1] = i;
  seen->memo = 0;
  seen->term.memo = &seen->memo;
  return i;
}

static const char *nt_new_predicate(nt_reader *r, const char *p, const ort_term **term) {
  const size_t wide = r->wide;
  const char *end;
  uint32_t place;
  if (*p != '<') return nt_no_predicate(r, p);
  end = nt_iri_term(r, p, &r->predicate);
  *term = &r->predicate;
  if (end == NULL || r->predicate.text != p + 1 || r->wide != wide) return end;
  place = nt_see(r, &r->predicate);
  r->seen[r->last].next[1] = place;
  r->last = place;
  r->seen[place].term.at = r->predicate.at;
  *term = &r->seen[place].term;
  return end;
}

/* The predicate at p: subjects of one kind have the same ones in the same order, so the one before tells what to expect. */
static inline const char *nt_predicate(nt_reader *r, const char *p, const ort_term **term) {
  const nt_seen *before = &r->seen[r->last];
  uint32_t place = before->next[0];
  nt_seen *seen = &r->seen[place];
  if (!nt_is_seen(r, seen, p)) {
    place = before->next[1];
    seen = &r->seen[place];
    if (place == before->next[0] || !nt_is_seen(r, seen, p)) return nt_new_predicate(r, p, term);
  }
  r->last = place;
  seen->term.at = nt_at(r, p);
  *term = &seen->term;
  return p + seen->bytes;
}

#endif
