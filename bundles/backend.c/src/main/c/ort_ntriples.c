/* SPDX-License-Identifier: Apache-2.0 */
/*
 * RDF 1.1 N-Triples. Segments of whole lines are parsed where they lie: the line end that closes a segment stops every loop, so
 * that the hot path checks no bounds and copies nothing. Only escapes are written elsewhere.
 * LF, CR LF and a lone CR each end a line. A UTF-8 signature at the start is skipped.
 */
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
static const char *nt_fail(nt_reader *r, ort_status status, const char *at, const char *message) {
  r->status = status;
  ort_error_set(r->error, message, r->line, ort_code_points(r->line_start, (size_t)(at - r->line_start)) + (uint64_t)1,
                r->offset + (uint64_t)(at - r->segment));
  return NULL;
}

static const char *nt_syntax(nt_reader *r, const char *at, const char *message) {
  return nt_fail(r, ORT_SYNTAX, at, message);
}

static inline ort_position nt_at(const nt_reader *r, const char *p) {
  return ort_position_of(r->line, (uint64_t)(p - r->line_start) - r->wide + 1);
}

static inline const char *nt_skip(const char *p) {
  while (*p == ' ' || *p == '\t') p++;
  return p;
}

static const char *nt_line_end(const char *p) {
  while (*p != '\n' && *p != '\r') p++;
  return p;
}

/* Replaces a view by its unescaped copy. One reservation serves the line, so that earlier views of it stay where they are. */
static int nt_unescape(nt_reader *r, const char **text, size_t *length) {
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
static const char *nt_scanned(nt_reader *r, const char *open, const char *stop, const ort_scan *scan) {
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

static const char *nt_blank(nt_reader *r, const char *p, ort_term *term) {
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

static const char *nt_language(nt_reader *r, const char *p, ort_term *term) {
  ort_scan scan = {NULL, 0, 0, 0};
  const char *stop = ort_scan_language(p + 1, r->end, &scan);
  if (scan.problem != NULL) return nt_syntax(r, stop, scan.problem);
  term->kind = ORT_LANG_LITERAL;
  term->qualifier = p + 1;
  term->qualifier_length = (size_t)(stop - p - 1);
  return stop;
}

static const char *nt_literal(nt_reader *r, const char *p, ort_term *term) {
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

static const char *nt_no_subject(nt_reader *r, const char *p) {
  uint32_t code;
  if (*p == '"') return nt_syntax(r, p, "a literal may not be a subject");
  if (*p == '@') return nt_syntax(r, p, "directives belong to Turtle, not to N-Triples");
  if (ort_utf8_decode(p, r->end, &code) == 0) return nt_syntax(r, p, ORT_BAD_UTF8);
  return nt_syntax(r, p, "a triple must start with an IRI in '<' and '>' or a blank node");
}

static const char *nt_no_predicate(nt_reader *r, const char *p) {
  if (*p == '_') return nt_syntax(r, p, "a blank node may not be a predicate");
  if (*p == '"') return nt_syntax(r, p, "a literal may not be a predicate");
  return nt_syntax(r, p, "a predicate must be an IRI in '<' and '>'");
}

static const char *nt_no_object(nt_reader *r, const char *p) {
  if (*p == '\'') return nt_syntax(r, p, "a literal in N-Triples stands in double quotes");
  return nt_syntax(r, p, "an object must be an IRI in '<' and '>', a blank node or a literal in double quotes");
}

static const char *nt_no_end(nt_reader *r, const char *p) {
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
static uint32_t nt_see(nt_reader *r, const char *open, size_t bytes) {
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

static const char *nt_triple(nt_reader *r, const char *p) {
  ort_term subject = {NULL, 0, NULL, 0, {0, 0}, ORT_IRI, 0, 0};
  ort_term predicate = {NULL, 0, NULL, 0, {0, 0}, ORT_IRI, 0, 0};
  ort_term object = {NULL, 0, NULL, 0, {0, 0}, ORT_IRI, 0, 0};
  ort_status status;
  const char *start = p;
  p = nt_subject(r, p, &subject);
  if (p == NULL) return NULL;
  p = nt_skip(p);
  p = nt_predicate(r, p, &predicate);
  if (p == NULL) return NULL;
  p = nt_skip(p);
  if (*p == '<') p = nt_iri_term(r, p, &object);
  else if (*p == '"') p = nt_literal(r, p, &object);
  else p = *p == '_' ? nt_blank(r, p, &object) : nt_no_object(r, p);
  if (p == NULL) return NULL;
  p = nt_skip(p);
  if (*p != '.') return nt_no_end(r, p);
  if ((size_t)(p - r->line_start) >= r->line_bytes) {
    return nt_fail(r, ORT_LIMIT, r->line_start, "this line is longer than the limit");
  }
  status = r->sink->triple(r->sink->context, &subject, &predicate, &object);
  r->unescaped.length = 0;
  return status == ORT_OK ? p + 1 : nt_fail(r, status, start, ort_status_message(status));
}

static const char *nt_comment(nt_reader *r, const char *p) {
  while (*p != '\n' && *p != '\r') {
    uint32_t code;
    size_t length = ort_utf8_decode(p, r->end, &code);
    if (length == 0 || length == ORT_CUT) return nt_syntax(r, p, ORT_BAD_UTF8);
    p += length;
  }
  return p;
}

/* Passes the line end at p. */
static inline const char *nt_next_line(nt_reader *r, const char *p) {
  if ((size_t)(p - r->line_start) > r->line_bytes) {
    return nt_fail(r, ORT_LIMIT, r->line_start, "this line is longer than the limit");
  }
  p += *p == '\r' && p + 1 < r->end && p[1] == '\n' ? 2 : 1;
  if (r->line < UINT32_MAX) r->line++;
  r->line_start = p;
  r->wide = 0;
  return p;
}

/* One in each stretch of a document, wherever the reading began. */
static const char *nt_checkpoint(nt_reader *r, const char *p) {
  const uint64_t offset = r->offset + (uint64_t)(p - r->segment);
  ort_status status = ORT_OK;
  if (r->sink->checkpoint != NULL) status = r->sink->checkpoint(r->sink->context, r->line, offset);
  r->checkpoint = (offset / ORT_CHECKPOINT_BYTES + 1) * ORT_CHECKPOINT_BYTES;
  return status == ORT_OK ? p : nt_fail(r, status, p, ort_status_message(status));
}

/* Parses [segment, end), which is whole lines or empty. */
static ort_status nt_lines(nt_reader *r, const char *segment, const char *end, uint64_t offset) {
  const char *p = segment;
  r->segment = r->line_start = segment;
  r->end = end;
  r->offset = offset;
  r->subject = NULL; /* what was seen may have lain where this segment lies now */
  memset(r->seen, 0, sizeof r->seen);
  r->predicate = 0;
  while (p < end) {
    if (r->offset + (uint64_t)(p - segment) >= r->checkpoint && nt_checkpoint(r, p) == NULL) return r->status;
    p = nt_skip(p);
    if (*p != '\n' && *p != '\r' && *p != '#') {
      p = nt_triple(r, p);
      if (p == NULL) return r->status;
      p = nt_skip(p);
    }
    if (*p == '#') p = nt_comment(r, p);
    if (p == NULL) return r->status;
    if (*p != '\n' && *p != '\r') {
      nt_syntax(r, p, "only a comment may follow the '.' of a triple on its line");
      return r->status;
    }
    p = nt_next_line(r, p);
    if (p == NULL) return r->status;
  }
  return ORT_OK;
}

/* Length of the whole lines in [0, length), of which [0, from) has no line end. A CR that comes last may be half a line end. */
static size_t nt_whole_lines(const char *data, size_t from, size_t length, int at_end) {
  size_t n = length;
  if (!at_end && n > from && data[n - 1] == '\r') n--;
  while (n > from && data[n - 1] != '\n' && data[n - 1] != '\r') n--;
  return n > from ? n : 0;
}

static ort_status nt_too_long(nt_reader *r, const char *line, uint64_t offset) {
  r->segment = r->line_start = line;
  r->offset = offset;
  nt_fail(r, ORT_LIMIT, line, "this line is longer than the limit");
  return ORT_LIMIT;
}

/* A document in memory: all of it in place but a last line without an end. */
static ort_status nt_read_memory(nt_reader *r, const ort_input *input) {
  size_t skip = input->offset == 0 ? ort_signature(input->data, input->size) : 0;
  size_t whole = nt_whole_lines(input->data, skip, input->size, 1);
  size_t from = whole > skip ? whole : skip;
  size_t rest = input->size - from;
  ort_buffer tail = {NULL, 0, 0};
  ort_status status = from > skip ? nt_lines(r, input->data + skip, input->data + from, input->offset + skip) : ORT_OK;
  if (status != ORT_OK || rest == 0) return status;
  if (rest > r->line_bytes) return nt_too_long(r, input->data + from, input->offset + from);
  status = ort_buffer_append(&tail, input->data + from, rest, r->allocator);
  if (status == ORT_OK) status = ort_buffer_append(&tail, "\n", 1, r->allocator);
  if (status == ORT_OK) {
    status = nt_lines(r, tail.data, tail.data + tail.length, input->offset + from);
  } else {
    r->segment = r->line_start = input->data + from;
    r->offset = input->offset + from;
    nt_fail(r, status, r->segment, ort_status_message(status));
  }
  ort_buffer_free(&tail, r->allocator);
  return status;
}

static ort_status nt_failed_read(nt_reader *r, const ort_window *window, ort_status status) {
  r->segment = r->line_start = window->data;
  r->offset = window->offset;
  nt_fail(r, status, window->data, ort_status_message(status));
  return status;
}

/* A document in pieces: the window holds one line at least. */
static ort_status nt_read_pieces(nt_reader *r, ort_window *window) {
  ort_status status = ort_window_fill(window, 0, 3);
  size_t used = status == ORT_OK && window->input->offset == 0 ? ort_signature(window->data, window->filled) : 0;
  size_t searched = 0; /* this much of what is left has no line end */
  while (status == ORT_OK && !window->at_end) {
    size_t whole = nt_whole_lines(window->data + used, searched, window->filled - used, 0);
    if (whole > 0) status = nt_lines(r, window->data + used, window->data + used + whole, window->offset + used);
    if (status != ORT_OK) return status;
    used += whole;
    searched = window->filled - used;
    if (searched > 0 && window->data[window->filled - 1] == '\r') searched--;
    if (searched > r->line_bytes) return nt_too_long(r, window->data + used, window->offset + used);
    status = ort_window_fill(window, used, 1);
    used = 0;
  }
  if (status != ORT_OK) return nt_failed_read(r, window, status);
  if (used < window->filled && window->data[window->filled - 1] != '\n') window->data[window->filled++] = '\n';
  return nt_lines(r, window->data + used, window->data + window->filled, window->offset + used);
}

ORT_API ort_status ort_read_ntriples(const ort_input *input, const ort_sink *sink, const ort_limits *limits,
                                     const ort_allocator *allocator, ort_error *error) {
  nt_reader reader;
  ort_status status;
  memset(&reader, 0, sizeof reader);
  reader.sink = sink;
  reader.allocator = allocator;
  reader.error = error;
  reader.line = 1;
  reader.checkpoint = input->offset == 0 ? ORT_CHECKPOINT_BYTES : 0;
  reader.line_bytes = limits != NULL && limits->token_bytes != 0 ? limits->token_bytes : NT_LINE_BYTES;
  ort_error_set(error, NULL, 0, 0, 0);
  if (input->read == NULL) {
    status = nt_read_memory(&reader, input);
  } else {
    ort_window window;
    memset(&window, 0, sizeof window);
    window.input = input;
    window.allocator = allocator;
    window.offset = input->offset;
    status = nt_read_pieces(&reader, &window);
    ort_window_free(&window);
  }
  ort_buffer_free(&reader.unescaped, allocator);
  if (input->line != NULL) *input->line = reader.line;
  return status;
}
