/* SPDX-License-Identifier: Apache-2.0 */
/*
 * RDF 1.1 N-Triples. Segments of whole lines are parsed where they lie: the line end that closes a segment stops every loop, so
 * that the hot path checks no bounds and copies nothing. Only escapes are written elsewhere.
 * LF, CR LF and a lone CR each end a line. A UTF-8 signature at the start is skipped.
 */
#include "ort_ntriples.h"

#include <string.h>

static const char *nt_object(nt_reader *r, const char *p) {
  if (*p == '<') return nt_iri_term(r, p, &r->object);
  if (*p == '"') return nt_literal(r, p, &r->object);
  return *p == '_' ? nt_blank(r, p, &r->object) : nt_no_object(r, p);
}

static inline const char *nt_triple(nt_reader *r, const char *p) {
  const ort_term *predicate = NULL;
  ort_status status;
  const char *start = p;
  p = nt_subject(r, p);
  if (p == NULL) return NULL;
  p = nt_predicate(r, nt_skip_blank(p), &predicate);
  if (p == NULL) return NULL;
  p = nt_object(r, nt_skip_blank(p));
  if (p == NULL) return NULL;
  p = nt_skip_blank(p);
  if (*p != '.') return nt_no_end(r, p);
  if ((size_t)(p - r->line_start) >= r->line_bytes) {
    return nt_fail(r, ORT_LIMIT, r->line_start, "this line is longer than the limit");
  }
  r->subject.lasting = r->object.lasting = r->unescaped.length == 0;
  status = r->sink->triple(r->sink->context, &r->subject, predicate, &r->object);
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

/* Finds out where in the segment the next checkpoint is due. */
static void nt_due(nt_reader *r) {
  const uint64_t bytes = (uint64_t)(r->end - r->segment);
  const uint64_t after = r->checkpoint > r->offset ? r->checkpoint - r->offset : 0;
  r->due = r->segment + (after < bytes ? after : bytes);
}

/* One in each stretch of a document, wherever the reading began. */
static const char *nt_checkpoint(nt_reader *r, const char *p) {
  const uint64_t offset = r->offset + (uint64_t)(p - r->segment);
  ort_status status = ORT_OK;
  if (r->sink->checkpoint != NULL) status = r->sink->checkpoint(r->sink->context, r->line, offset);
  r->checkpoint = (offset / ORT_CHECKPOINT_BYTES + 1) * ORT_CHECKPOINT_BYTES;
  nt_due(r);
  return status == ORT_OK ? p : nt_fail(r, status, p, ort_status_message(status));
}

/* Parses [segment, end), which is whole lines or empty. */
static ort_status nt_lines(nt_reader *r, const char *segment, const char *end, uint64_t offset) {
  const char *p = segment;
  r->segment = r->line_start = segment;
  r->end = end;
  r->offset = offset;
  r->subject_bytes = 0; /* what was seen may have lain where this segment lies now */
  r->seen_count = r->last = r->turn = 0;
  r->seen[0].bytes = 0;
  r->seen[0].next[0] = r->seen[0].next[1] = 0;
  nt_due(r);
  while (p < end) {
    if (p >= r->due && nt_checkpoint(r, p) == NULL) return r->status;
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
  return r->sink->settle == NULL ? ORT_OK : r->sink->settle(r->sink->context);
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
  if (reader.line_bytes > NT_LONGEST_LINE) reader.line_bytes = NT_LONGEST_LINE;
  reader.predicate.kind = ORT_IRI;
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
