/* SPDX-License-Identifier: Apache-2.0 */
/*
 * RDF 1.1 Turtle: the statements. Each token takes the reader from one state to the next; what is open around it, [ ] and (
 * ), is a stack of frames on the heap. A frame's subject and predicate are kept in one buffer that grows and shrinks with
 * the stack. Blank nodes without a label are numbered: ".1", ".2". LF, CR LF and a lone CR each end a line. A UTF-8
 * signature is skipped.
 */
#include "ort_turtle.h"

#include <string.h>

#define TTL_TOKEN_BYTES ((size_t)256 << 20)
#define TTL_DEPTH 100000u
#define TTL_LABEL_BYTES 24

typedef enum ttl_state {
  TTL_AT_STATEMENT,
  TTL_AT_VERB,
  TTL_AT_VERB_OR_END,  /* after ';' */
  TTL_AFTER_BRACKET,   /* that was a subject: a statement of its own, or the start of one */
  TTL_AT_OBJECT,
  TTL_AFTER_OBJECT,
  TTL_AT_ELEMENT,
  TTL_OPENED /* after '[' or '(', which may be closed at once */
} ttl_state;

typedef enum ttl_role { TTL_SUBJECT, TTL_OBJECT, TTL_ELEMENT } ttl_role;

typedef enum ttl_frame_kind { TTL_STATEMENT, TTL_BRACKET, TTL_LIST } ttl_frame_kind;

/* A term whose text is in the reader's kept buffer. */
typedef struct ttl_kept {
  size_t offset;
  size_t length;
  ort_position at;
  ort_kind kind;
} ttl_kept;

typedef struct ttl_frame {
  ttl_kept subject; /* of a list: its last cell */
  ttl_kept predicate;
  uint32_t memo; /* of the predicate */
  size_t mark;   /* where its terms start in kept */
  ttl_frame_kind kind;
  ttl_state resume;
  int elements; /* a list has one at least */
} ttl_frame;

typedef struct ttl_reader {
  ort_ttl_terms terms;
  const ort_sink *sink;
  ttl_frame *frames; /* frames[0] is the statement */
  size_t top;
  size_t capacity;
  size_t depth;
  ort_buffer kept;
  ttl_state state;
  ttl_role role; /* of the node that is being read */
  ort_ttl_token opened;
  int again; /* the top frame's subject is that of the last triple */
  uint64_t blanks;
} ttl_reader;

static ort_status ttl_fail(ttl_reader *r, ort_status status, const char *message) {
  return ort_ttl_fail(&r->terms.lexer, status, &r->terms.token, message);
}

static ort_status ttl_syntax(ttl_reader *r, const char *message) {
  if (r->terms.token.kind == ORT_TTL_END) message = "the document ends inside a statement";
  return ttl_fail(r, ORT_SYNTAX, message);
}

/* ---- terms ---- */

static ort_term ttl_iri(const char *iri, ort_position at) {
  ort_term term;
  memset(&term, 0, sizeof term);
  term.text = iri;
  term.text_length = strlen(iri);
  term.at = at;
  term.kind = ORT_IRI;
  return term;
}

/* A new blank node; its label is written to the end of room. */
static ort_term ttl_blank(ttl_reader *r, char *room, ort_position at) {
  ort_term term = ttl_iri("", at);
  uint64_t number = ++r->blanks;
  char *p = room + TTL_LABEL_BYTES;
  do *--p = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  *--p = '.';
  term.text = p;
  term.text_length = (size_t)(room + TTL_LABEL_BYTES - p);
  term.kind = ORT_BLANK;
  return term;
}

/* Keeps a term of the top frame, at offset: what was kept behind it is no longer needed. */
static ort_status ttl_keep(ttl_reader *r, ttl_kept *kept, size_t offset, const ort_term *term) {
  if (kept == &r->frames[r->top].subject) r->again = 0;
  r->kept.length = offset;
  kept->offset = offset;
  kept->length = term->text_length;
  kept->at = term->at;
  kept->kind = term->kind;
  if (ort_buffer_append(&r->kept, term->text, term->text_length, r->terms.allocator) == ORT_OK) return ORT_OK;
  return ttl_fail(r, ORT_MEMORY, ort_status_message(ORT_MEMORY));
}

static ort_term ttl_view(const ttl_reader *r, const ttl_kept *kept) {
  ort_term term;
  memset(&term, 0, sizeof term);
  term.text = r->kept.data + kept->offset;
  term.text_length = kept->length;
  term.at = kept->at;
  term.kind = kept->kind;
  return term;
}

static ort_status ttl_emit(ttl_reader *r, const ort_term *predicate, const ort_term *object) {
  ort_term subject = ttl_view(r, &r->frames[r->top].subject);
  ort_status status;
  subject.repeated = r->again;
  r->again = 1;
  status = r->sink->triple(r->sink->context, &subject, predicate, object);
  return status == ORT_OK ? ORT_OK : ttl_fail(r, status, ort_status_message(status));
}

/* ---- nodes ---- */

/* Appends an element to the list on top: the first one goes into the cell that is there, others get one of their own. */
static ort_status ttl_element(ttl_reader *r, const ort_term *element) {
  ttl_frame *list = &r->frames[r->top];
  ort_term predicate = ttl_iri(ORT_RDF_NAMESPACE "rest", element->at);
  if (list->elements) {
    char room[TTL_LABEL_BYTES];
    ort_term cell = ttl_blank(r, room, element->at);
    ort_status status = ttl_emit(r, &predicate, &cell);
    if (status == ORT_OK) status = ttl_keep(r, &list->subject, list->mark, &cell);
    if (status != ORT_OK) return status;
  }
  list->elements = 1;
  predicate = ttl_iri(ORT_RDF_NAMESPACE "first", element->at);
  return ttl_emit(r, &predicate, element);
}

/* Puts a node into its place. */
static ort_status ttl_deliver(ttl_reader *r, const ort_term *node) {
  ttl_frame *frame = &r->frames[r->top];
  ort_term predicate;
  switch (r->role) {
    case TTL_SUBJECT:
      r->state = TTL_AT_VERB;
      return ttl_keep(r, &frame->subject, frame->mark, node);
    case TTL_OBJECT:
      r->state = TTL_AFTER_OBJECT;
      predicate = ttl_view(r, &frame->predicate);
      predicate.memo = &frame->memo;
      return ttl_emit(r, &predicate, node);
    case TTL_ELEMENT: break;
  }
  r->state = TTL_AT_ELEMENT;
  return ttl_element(r, node);
}

static ort_status ttl_no_node(ttl_reader *r, ttl_role role) {
  switch (role) {
    case TTL_SUBJECT: return ttl_syntax(r, "a statement must start with an IRI, a blank node, '[', '(' or a directive");
    case TTL_OBJECT: return ttl_syntax(r, "an object must be an IRI, a blank node, a literal, '[' or '('");
    case TTL_ELEMENT: break;
  }
  return ttl_syntax(r, "an element of a list must be an IRI, a blank node, a literal, '[' or '('");
}

static ort_status ttl_node(ttl_reader *r, ttl_role role) {
  ort_term term;
  ort_status status;
  r->role = role;
  switch (r->terms.token.kind) {
    case ORT_TTL_OPEN_BRACKET:
    case ORT_TTL_OPEN_LIST:
      r->opened = r->terms.token;
      r->state = TTL_OPENED;
      return ORT_OK;
    case ORT_TTL_STRING:
    case ORT_TTL_INTEGER:
    case ORT_TTL_DECIMAL:
    case ORT_TTL_DOUBLE:
    case ORT_TTL_BOOLEAN:
      if (role == TTL_SUBJECT) return ttl_syntax(r, "a literal may not be a subject");
      break;
    case ORT_TTL_IRI:
    case ORT_TTL_NAME:
    case ORT_TTL_LABEL: break;
    default: return ttl_no_node(r, role);
  }
  status = ort_ttl_term(&r->terms, &term);
  return status == ORT_OK ? ttl_deliver(r, &term) : status;
}

/* ---- what is open ---- */

static ort_status ttl_grow(ttl_reader *r) {
  const ort_allocator *allocator = r->terms.allocator;
  size_t capacity = r->capacity == 0 ? 16 : r->capacity * 2;
  ttl_frame *frames;
  if (r->top + 1 < r->capacity) return ORT_OK;
  if (capacity > SIZE_MAX / sizeof *frames) return ttl_fail(r, ORT_MEMORY, ort_status_message(ORT_MEMORY));
  frames = (ttl_frame *)allocator->resize(allocator->context, r->frames, capacity * sizeof *frames);
  if (frames == NULL) return ttl_fail(r, ORT_MEMORY, ort_status_message(ORT_MEMORY));
  r->frames = frames;
  r->capacity = capacity;
  return ORT_OK;
}

static ort_status ttl_push(ttl_reader *r, ttl_frame_kind kind, ttl_state resume, const ort_term *subject) {
  ttl_frame *frame;
  if (r->top >= r->depth) {
    return ort_ttl_fail(&r->terms.lexer, ORT_LIMIT, &r->opened, "'[' and '(' are nested deeper than the limit");
  }
  if (ttl_grow(r) != ORT_OK) return ORT_MEMORY;
  frame = &r->frames[++r->top];
  memset(frame, 0, sizeof *frame);
  frame->mark = r->kept.length;
  frame->kind = kind;
  frame->resume = resume;
  return ttl_keep(r, &frame->subject, frame->mark, subject);
}

static void ttl_pop(ttl_reader *r) {
  r->kept.length = r->frames[r->top].mark;
  r->state = r->frames[r->top].resume;
  r->top--;
  r->again = 0;
}

/* Decides by the token after '[' or '(' what the node is. */
static ort_status ttl_opened(ttl_reader *r) {
  char room[TTL_LABEL_BYTES];
  int list = r->opened.kind == ORT_TTL_OPEN_LIST;
  int empty = r->terms.token.kind == (list ? ORT_TTL_CLOSE_LIST : ORT_TTL_CLOSE_BRACKET);
  ort_term node = list && empty ? ttl_iri(ORT_RDF_NAMESPACE "nil", r->opened.at) : ttl_blank(r, room, r->opened.at);
  ort_status status = ttl_deliver(r, &node);
  if (status != ORT_OK || empty) return status;
  if (!list && r->role == TTL_SUBJECT) r->state = TTL_AFTER_BRACKET;
  status = ttl_push(r, list ? TTL_LIST : TTL_BRACKET, r->state, &node);
  r->state = list ? TTL_AT_ELEMENT : TTL_AT_VERB;
  r->terms.peeked = 1;
  return status;
}

static ort_status ttl_close_list(ttl_reader *r) {
  ort_term rest = ttl_iri(ORT_RDF_NAMESPACE "rest", r->terms.token.at);
  ort_term nil = ttl_iri(ORT_RDF_NAMESPACE "nil", r->terms.token.at);
  ort_status status = ttl_emit(r, &rest, &nil);
  ttl_pop(r);
  return status;
}

/* ---- statements ---- */

static ort_status ttl_verb(ttl_reader *r) {
  ttl_frame *frame = &r->frames[r->top];
  ort_term term;
  ort_status status = ORT_OK;
  switch (r->terms.token.kind) {
    case ORT_TTL_A: term = ttl_iri(ORT_RDF_NAMESPACE "type", r->terms.token.at); break;
    case ORT_TTL_IRI:
    case ORT_TTL_NAME: status = ort_ttl_term(&r->terms, &term); break;
    case ORT_TTL_LABEL:
    case ORT_TTL_OPEN_BRACKET: return ttl_syntax(r, "a blank node may not be a predicate");
    case ORT_TTL_STRING: return ttl_syntax(r, "a literal may not be a predicate");
    default: return ttl_syntax(r, "a predicate must be an IRI or 'a'");
  }
  if (status == ORT_OK) status = ttl_keep(r, &frame->predicate, frame->subject.offset + frame->subject.length, &term);
  frame->memo = 0;
  r->state = TTL_AT_OBJECT;
  return status;
}

/* The end of predicates and objects: ']' or '.', by what is open. */
static ort_status ttl_end(ttl_reader *r) {
  if (r->frames[r->top].kind == TTL_BRACKET) {
    if (r->terms.token.kind != ORT_TTL_CLOSE_BRACKET) {
      return ttl_syntax(r, "',', ';' or the ']' of an open '[' must follow here");
    }
    ttl_pop(r);
    return ORT_OK;
  }
  if (r->terms.token.kind != ORT_TTL_DOT) return ttl_syntax(r, "',', ';' or the '.' of the statement must follow here");
  r->state = TTL_AT_STATEMENT;
  return ORT_OK;
}

static ort_status ttl_after_object(ttl_reader *r) {
  switch (r->terms.token.kind) {
    case ORT_TTL_COMMA: r->state = TTL_AT_OBJECT; return ORT_OK;
    case ORT_TTL_SEMICOLON: r->state = TTL_AT_VERB_OR_END; return ORT_OK;
    default: return ttl_end(r);
  }
}

static ort_status ttl_statement(ttl_reader *r) {
  switch (r->terms.token.kind) {
    case ORT_TTL_PREFIX:
    case ORT_TTL_BASE:
    case ORT_TTL_AT: return ort_ttl_directive(&r->terms);
    default: return ttl_node(r, TTL_SUBJECT);
  }
}

static ort_status ttl_step(ttl_reader *r) {
  ort_ttl_kind kind = r->terms.token.kind;
  switch (r->state) {
    case TTL_AT_STATEMENT: return ttl_statement(r);
    case TTL_AT_VERB_OR_END:
      if (kind == ORT_TTL_SEMICOLON) return ORT_OK;
      return kind == ORT_TTL_DOT || kind == ORT_TTL_CLOSE_BRACKET ? ttl_end(r) : ttl_verb(r);
    case TTL_AFTER_BRACKET: return kind == ORT_TTL_DOT ? ttl_end(r) : ttl_verb(r);
    case TTL_AT_VERB: return ttl_verb(r);
    case TTL_AT_OBJECT: return ttl_node(r, TTL_OBJECT);
    case TTL_AFTER_OBJECT: return ttl_after_object(r);
    case TTL_AT_ELEMENT: return kind == ORT_TTL_CLOSE_LIST ? ttl_close_list(r) : ttl_node(r, TTL_ELEMENT);
    case TTL_OPENED: break;
  }
  return ttl_opened(r);
}

static ort_status ttl_document(ttl_reader *r, const ort_input *input) {
  size_t base = input->base == NULL ? 0 : strlen(input->base);
  ort_status status = ort_ttl_open(&r->terms.lexer);
  if (status != ORT_OK) return status;
  if (base > 0 && ort_iri_scheme(input->base, base) > 0 &&
      ort_buffer_append(&r->terms.base, input->base, base, r->terms.allocator) != ORT_OK) {
    return ttl_fail(r, ORT_MEMORY, ort_status_message(ORT_MEMORY));
  }
  if (ttl_grow(r) != ORT_OK) return ORT_MEMORY;
  memset(r->frames, 0, sizeof *r->frames);
  for (;;) {
    status = ort_ttl_advance(&r->terms);
    if (status != ORT_OK) return status;
    if (r->terms.token.kind == ORT_TTL_END && r->state == TTL_AT_STATEMENT) return ORT_OK;
    status = ttl_step(r);
    if (status != ORT_OK) return status;
  }
}

ORT_API ort_status ort_read_turtle(const ort_input *input, const ort_sink *sink, const ort_limits *limits,
                                   const ort_allocator *allocator, ort_error *error) {
  ttl_reader reader;
  ort_status status;
  memset(&reader, 0, sizeof reader);
  reader.sink = sink;
  reader.depth = limits != NULL && limits->depth != 0 ? limits->depth : TTL_DEPTH;
  reader.terms.allocator = allocator;
  reader.terms.lexer.sink = sink;
  reader.terms.lexer.error = error;
  reader.terms.lexer.token_bytes = limits != NULL && limits->token_bytes != 0 ? limits->token_bytes : TTL_TOKEN_BYTES;
  reader.terms.lexer.window.input = input;
  reader.terms.lexer.window.allocator = allocator;
  ort_error_set(error, NULL, 0, 0, 0);
  status = ttl_document(&reader, input);
  ort_ttl_terms_free(&reader.terms);
  ort_buffer_free(&reader.kept, allocator);
  if (reader.frames != NULL) allocator->resize(allocator->context, reader.frames, 0);
  return status;
}
