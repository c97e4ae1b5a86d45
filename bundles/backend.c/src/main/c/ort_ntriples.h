/* SPDX-License-Identifier: Apache-2.0 */
/* The terms of a line of RDF 1.1 N-Triples, as views of where they lie. Private to the reader of N-Triples. */
#ifndef ORT_NTRIPLES_H
#define ORT_NTRIPLES_H

#include "ort_plain.h"

#include <string.h>

#define NT_LINE_BYTES ((size_t)256 << 20)
#define NT_SEEN 16u

/* A predicate that was read in this segment: without escapes, ASCII. */
typedef struct nt_seen {
  const char *open; /* its '<'; NULL: free */
  size_t bytes;     /* from '<' to '>' */
  uint64_t token;
  uint32_t next; /* the one that followed it the last time */
} nt_seen;

typedef struct nt_reader {
  const ort_sink *sink;
  const ort_allocator *allocator;
  ort_error *error;
  ort_status status;
  size_t line_bytes;
  uint32_t line;
  const char *line_start;
  const char *subject;      /* the '<' of the last line's subject when that has no escapes and is ASCII, else NULL */
  size_t subject_bytes;     /* from '<' to '>' */
  nt_seen seen[NT_SEEN];
  uint32_t predicate; /* the last one's place among those seen */
  uint64_t tokens;    /* given so far */
  size_t wide;            /* continuation bytes passed on this line: what bytes and columns differ by */
  const char *segment;
  const char *end;        /* behind the line end that closes the segment */
  uint64_t offset;        /* of the segment in the document */
  uint64_t checkpoint;      /* the first line that starts here or later is one */
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
  return ort_position_of(r->line, (uint64_t)(p - r->line_start) - r->wide + 1);
}

/* Passes white space, of which there usually is one blank or none. */
static inline const char *nt_skip(const char *p) {
  if ((unsigned char)*p > ' ') return p;
  if (*p == ' ' && (unsigned char)p[1] > ' ') return p + 1;
  while (*p == ' ' || *p == '\t') p++;
  return p;
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

/* The IRI whose '<' is at p. */
static inline const char *nt_iri(nt_reader *r, const char *p, const char **text, size_t *length) {
  const char *stop = ort_plain_iri(p + 1, r->end);
  int escapes = 0;
  if (*stop != '>') {
    ort_scan scan = {NULL, 0, 0, 0};
    stop = nt_scanned(r, p, ort_scan_iri(stop, r->end, &scan), &scan);
    if (stop == NULL) return NULL;
    escapes = scan.escapes;
  }
  *text = p + 1;
  *length = (size_t)(stop - *text);
  if (escapes && !nt_unescape(r, text, length)) return NULL;
  if ((*length < 5 || memcmp(*text, "http:", 5) != 0) && ort_iri_scheme(*text, *length) == 0) {
    return nt_syntax(r, p, "an IRI in N-Triples must be absolute");
  }
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
  const char *stop = ort_plain_string(p + 1, r->end);
  int escapes = 0;
  term->kind = ORT_LITERAL;
  term->at = nt_at(r, p);
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

/* The subject at p: most lines repeat the one before, which one comparison finds out. */
static inline const char *nt_subject(nt_reader *r, const char *p, ort_term *term) {
  const char *end;
  if (r->subject != NULL && (size_t)(r->end - p) > r->subject_bytes && memcmp(p, r->subject, r->subject_bytes) == 0) {
    term->at = nt_at(r, p);
    term->text = p + 1;
    term->text_length = r->subject_bytes - 2;
    term->repeated = 1;
    r->subject = p;
    return p + r->subject_bytes;
  }
  if (*p != '<') {
    r->subject = NULL;
    return *p == '_' ? nt_blank(r, p, term) : nt_no_subject(r, p);
  }
  end = nt_iri_term(r, p, term);
  r->subject = end != NULL && term->text == p + 1 && r->wide == 0 ? p : NULL;
  if (r->subject != NULL) r->subject_bytes = (size_t)(end - p);
  return end;
}

static inline int nt_is_seen(const nt_reader *r, const nt_seen *seen, const char *p) {
  return seen->open != NULL && (size_t)(r->end - p) > seen->bytes && memcmp(p, seen->open, seen->bytes) == 0;
}

/* Finds or makes the place of a predicate that was not the expected one. */
static inline uint32_t nt_see(nt_reader *r, const char *open, size_t bytes) {
  nt_seen *seen;
  uint32_t i;
  for (i = 0; i < NT_SEEN && r->seen[i].open != NULL; i++) {
    if (r->seen[i].bytes == bytes && memcmp(r->seen[i].open, open, bytes) == 0) return i;
  }
  if (i == NT_SEEN) i = (uint32_t)(r->tokens % NT_SEEN);
  seen = &r->seen[i];
  seen->open = open;
  seen->bytes = bytes;
  seen->token = ++r->tokens;
  seen->next = i;
  return i;
}

/* The predicate at p: subjects of one kind have the same ones in the same order, so the one before tells what to expect. */
static inline const char *nt_predicate(nt_reader *r, const char *p, ort_term *term) {
  nt_seen *before = &r->seen[r->predicate];
  const nt_seen *expected = &r->seen[before->next];
  const size_t wide = r->wide;
  const char *end;
  if (nt_is_seen(r, expected, p)) {
    term->at = nt_at(r, p);
    term->text = p + 1;
    term->text_length = expected->bytes - 2;
    term->token = expected->token;
    r->predicate = before->next;
    return p + expected->bytes;
  }
  if (*p != '<') return nt_no_predicate(r, p);
  end = nt_iri_term(r, p, term);
  if (end == NULL || term->text != p + 1 || r->wide != wide) return end;
  r->predicate = before->next = nt_see(r, p, (size_t)(end - p));
  term->token = r->seen[r->predicate].token;
  return end;
}

#endif
