/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the Turtle reader: tokens, names in scope, terms. Private to the runtime. */
#ifndef ORT_TURTLE_H
#define ORT_TURTLE_H

#include "ort_chars.h"

/* ---- tokens ---- */

typedef enum ort_ttl_kind {
  ORT_TTL_END,     /* of the document */
  ORT_TTL_IRI,     /* text: between < and >, escapes not resolved */
  ORT_TTL_NAME,    /* text: the prefix; local: what follows its ':' */
  ORT_TTL_LABEL,   /* text: a blank node's label */
  ORT_TTL_STRING,  /* text: between the quotes, escapes not resolved */
  ORT_TTL_AT,      /* text: the language tag or directive after '@' */
  ORT_TTL_CARETS,  /* ^^ */
  ORT_TTL_INTEGER, /* text: as written, as in the kinds below */
  ORT_TTL_DECIMAL,
  ORT_TTL_DOUBLE,
  ORT_TTL_BOOLEAN,
  ORT_TTL_A,
  ORT_TTL_PREFIX, /* SPARQL's, in any case */
  ORT_TTL_BASE,
  ORT_TTL_DOT,
  ORT_TTL_SEMICOLON,
  ORT_TTL_COMMA,
  ORT_TTL_OPEN_BRACKET,
  ORT_TTL_CLOSE_BRACKET,
  ORT_TTL_OPEN_LIST,
  ORT_TTL_CLOSE_LIST
} ort_ttl_kind;

/* Views live until the next token is read. */
typedef struct ort_ttl_token {
  ort_ttl_kind kind;
  int escapes;
  const char *text;
  size_t length;
  const char *local;
  size_t local_length;
  ort_position at;
  uint64_t offset;
} ort_ttl_token;

typedef struct ort_ttl_lexer {
  ort_window window;
  const char *p;   /* the next byte */
  const char *end; /* where the window's text ends; there is a NUL */
  uint32_t line;
  uint64_t line_offset; /* where in the document the line starts */
  uint64_t wide;        /* continuation bytes between there and p */
  int checkpoint_due;   /* this line is one to report, once there proves to be something on it */
  size_t token_bytes;
  const ort_sink *sink;
  ort_error *error;
} ort_ttl_lexer;

ORT_API ort_status ort_ttl_open(ort_ttl_lexer *lexer);
ORT_API ort_status ort_ttl_next(ort_ttl_lexer *lexer, ort_ttl_token *token);

/* Scans the token at lexer->p, where there is one, in what the window holds; returns its end or its fault. */
ORT_API const char *ort_ttl_scan(const ort_ttl_lexer *lexer, ort_ttl_token *token, ort_scan *scan);

/* Fails with a sentence about a token. */
ORT_API ort_status ort_ttl_fail(ort_ttl_lexer *lexer, ort_status status, const ort_ttl_token *token, const char *message);

/* ---- prefixes ---- */

typedef struct ort_ttl_prefix {
  char *block; /* the prefix, then its namespace; NULL: a free slot */
  size_t name_length;
  size_t iri_length;
  uint64_t hash;
} ort_ttl_prefix;

typedef struct ort_ttl_prefixes {
  ort_ttl_prefix *slots; /* open addressing, at most half full */
  size_t capacity;       /* a power of two, or 0 */
  size_t count;
  uint64_t seed;
  const ort_ttl_prefix *last; /* names come in runs of one prefix */
} ort_ttl_prefixes;

ORT_API const ort_ttl_prefix *ort_ttl_prefix_find(ort_ttl_prefixes *prefixes, const char *name, size_t length);
ORT_API ort_status ort_ttl_prefix_set(ort_ttl_prefixes *prefixes, const char *name, size_t length, const char *iri,
                                      size_t iri_length, const ort_allocator *allocator);
ORT_API void ort_ttl_prefixes_free(ort_ttl_prefixes *prefixes, const ort_allocator *allocator);

/* ---- terms ---- */

typedef struct ort_ttl_terms {
  ort_ttl_lexer lexer;
  ort_ttl_token token;
  int peeked; /* token was read, but not used */
  const ort_allocator *allocator;
  ort_ttl_prefixes prefixes;
  ort_buffer base;      /* the base IRI; empty: there is none */
  ort_buffer text;      /* of a literal, which outlives the tokens behind it; the name of a prefix being declared */
  ort_buffer iri;       /* made from a base or a prefix */
  ort_buffer unescaped; /* of an IRI */
} ort_ttl_terms;

ORT_API ort_status ort_ttl_advance(ort_ttl_terms *terms);

/* Makes a term of token, which starts one that is no [ or (; a literal may read the tokens behind it. Its views live until the
   next token is read. */
ORT_API ort_status ort_ttl_term(ort_ttl_terms *terms, ort_term *term);

/* Reads the rest of the directive that starts with token. */
ORT_API ort_status ort_ttl_directive(ort_ttl_terms *terms);

ORT_API void ort_ttl_terms_free(ort_ttl_terms *terms);

#endif
