/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The runtime that every generated validator carries: readers, terms, graph, literal semantics, paths, results.
 * C99, no dependencies, no global mutable state; every function returns a status and prints nothing.
 * In a generated program these files are amalgamated into one translation unit and ORT_API is `static`.
 */
#ifndef ORT_H
#define ORT_H

#include <stddef.h>
#include <stdint.h>

#ifndef ORT_API
#define ORT_API extern
#endif
/* What only files of the first part of the runtime call (ort_all.c), often for each triple: it can become part of who calls it. */
#ifndef ORT_NEAR
#define ORT_NEAR ORT_API
#endif

typedef enum ort_status {
  ORT_OK = 0,
  ORT_SYNTAX = 1,    /* the document is not well formed; ort_error says where */
  ORT_MEMORY = 2,    /* the allocator returned NULL */
  ORT_LIMIT = 3,     /* a configured limit was exceeded (line length, nesting depth) */
  ORT_STOPPED = 4,   /* the caller's sink or result function asked to stop */
  ORT_IO = 5,        /* the caller's read function failed */
  ORT_UNGROUPED = 6, /* triples of a subject do not stand together: only where that was asked for */
  ORT_DISK = 7       /* the caller's disk failed */
} ort_status;

/* ---- memory: always the caller's ---- */

typedef struct ort_allocator {
  void *(*resize)(void *context, void *block, size_t bytes); /* realloc: block may be NULL; bytes 0 frees */
  void *context;
} ort_allocator;

/* ---- documents in, triples out ---- */

typedef enum ort_kind {
  ORT_IRI = 1,         /* text: the IRI without < >, absolute, escapes resolved */
  ORT_BLANK = 2,       /* text: the label without _: ; a label that starts with '.' was made by the reader ([] and lists) */
  ORT_LITERAL = 3,     /* text: lexical form, escapes resolved; qualifier: the datatype IRI, never empty */
  ORT_LANG_LITERAL = 4 /* text: lexical form; qualifier: the language tag as written */
} ort_kind;

/* Where a term starts: both count from 1; columns count code points. 0 means unknown. */
typedef struct ort_position {
  uint32_t line;
  uint32_t column;
} ort_position;

/* A term as a reader sees it. text and qualifier are views that live until the sink returns, or, of a lasting text, until the sink
   has to settle; they are not NUL-terminated. */
typedef struct ort_term {
  const char *text;
  size_t text_length;
  const char *qualifier;
  size_t qualifier_length;
  ort_position at;
  ort_kind kind;
  int repeated;   /* of a subject: 1 when it is known to be that of the triple before */
  int lasting;    /* 1 when the text is so */
  int plain;      /* of a literal: 1 when its text is known to be of printable ASCII */
  uint32_t *memo; /* of a predicate: where the sink may note what it knows it by, 0 until it does; NULL: nowhere */
} ort_term;

/* N-Triples: the first line that starts in each stretch of so many bytes is a checkpoint. */
#ifndef ORT_CHECKPOINT_BYTES
#define ORT_CHECKPOINT_BYTES ((uint64_t)1 << 19)
#endif

typedef struct ort_sink {
  ort_status (*triple)(void *context, const ort_term *subject, const ort_term *predicate, const ort_term *object);
  /* Called now and then at the start of a line, with that line's number and byte offset; may be NULL. */
  ort_status (*checkpoint)(void *context, uint32_t line, uint64_t offset);
  void *context;
  /* Called before lasting texts go away; may be NULL. */
  ort_status (*settle)(void *context);
} ort_sink;

/* A document: either all of it in data/size (read is NULL), or pulled through read, which stores at most capacity bytes,
   sets *length (0 at the end) and returns ORT_OK or ORT_IO. N-Triples may also be a part of a document, from the start of a line
   at offset. */
typedef struct ort_input {
  const char *data;
  size_t size;
  ort_status (*read)(void *context, char *buffer, size_t capacity, size_t *length);
  void *context;
  const char *base; /* base IRI for relative IRIs, NUL-terminated; may be NULL (then a relative IRI is an error in Turtle) */
  uint64_t offset;
  uint32_t *line; /* N-Triples: where to store the number of the line behind the last line end; may be NULL */
} ort_input;

typedef struct ort_limits {
  size_t token_bytes; /* longest N-Triples line or Turtle token; 0: 256 MiB */
  uint32_t depth;     /* deepest nesting of [ ] and ( ) in Turtle; 0: 100,000 (kept on the heap, not on the C stack) */
} ort_limits;

typedef struct ort_error {
  const char *message; /* a static sentence without a full stop, e.g. "this IRI contains a space" */
  ort_position at;
  uint64_t offset; /* byte offset in the document */
} ort_error;

/* Reads N-Triples (https://www.w3.org/TR/n-triples/). Memory is bounded by the longest line. */
ORT_API ort_status ort_read_ntriples(const ort_input *input, const ort_sink *sink, const ort_limits *limits,
                                     const ort_allocator *allocator, ort_error *error);

/* Reads Turtle (https://www.w3.org/TR/turtle/). Memory is bounded by the longest token and the nesting depth. */
ORT_API ort_status ort_read_turtle(const ort_input *input, const ort_sink *sink, const ort_limits *limits,
                                   const ort_allocator *allocator, ort_error *error);

/* ---- literals: XML Schema datatypes (https://www.w3.org/TR/xmlschema11-2/), SPARQL comparison ---- */

typedef enum ort_datatype {
  ORT_DT_OTHER = 0, /* a datatype we have no rules for: every lexical form is accepted, nothing compares */
  ORT_DT_STRING, ORT_DT_LANG_STRING, ORT_DT_BOOLEAN, ORT_DT_DECIMAL, ORT_DT_INTEGER, ORT_DT_LONG, ORT_DT_INT, ORT_DT_SHORT,
  ORT_DT_BYTE, ORT_DT_NON_NEGATIVE_INTEGER, ORT_DT_POSITIVE_INTEGER, ORT_DT_NON_POSITIVE_INTEGER, ORT_DT_NEGATIVE_INTEGER,
  ORT_DT_UNSIGNED_LONG, ORT_DT_UNSIGNED_INT, ORT_DT_UNSIGNED_SHORT, ORT_DT_UNSIGNED_BYTE, ORT_DT_FLOAT, ORT_DT_DOUBLE,
  ORT_DT_DATE_TIME, ORT_DT_DATE_TIME_STAMP, ORT_DT_DATE, ORT_DT_TIME, ORT_DT_G_YEAR, ORT_DT_G_YEAR_MONTH, ORT_DT_G_MONTH,
  ORT_DT_G_MONTH_DAY, ORT_DT_G_DAY, ORT_DT_DURATION, ORT_DT_YEAR_MONTH_DURATION, ORT_DT_DAY_TIME_DURATION, ORT_DT_HEX_BINARY,
  ORT_DT_BASE64_BINARY, ORT_DT_ANY_URI, ORT_DT_NORMALIZED_STRING, ORT_DT_TOKEN, ORT_DT_LANGUAGE, ORT_DT_NAME, ORT_DT_NCNAME,
  ORT_DT_NMTOKEN, ORT_DT_QNAME
} ort_datatype;

typedef enum ort_order { ORT_LESS = -1, ORT_EQUAL = 0, ORT_GREATER = 1, ORT_INCOMPARABLE = 2 } ort_order;

/* The datatype with this IRI (bytes, not NUL-terminated), ORT_DT_OTHER when it is none of XML Schema's or rdf:langString. */
ORT_API ort_datatype ort_datatype_of(const char *iri, size_t length);

/* 1 when text is in the lexical space of type (and its value in the value space), else 0. Not trimmed: " 1" is no integer. */
ORT_API int ort_lexical_valid(ort_datatype type, const char *text, size_t length);

/* SPARQL's `<`, `=`, `>` on two literals (SPARQL 1.1 section 17.3), extended to date, time, g*, and durations by XPath F&O;
   exact for integers and decimals of any length; NaN and ill-formed lexical forms are incomparable; a dateTime with and one
   without a time zone compare only when every time zone within 14 hours gives the same answer. */
ORT_API ort_order ort_compare(ort_datatype a_type, const char *a, size_t a_length, ort_datatype b_type, const char *b,
                              size_t b_length);

/* Length in code points of well-formed UTF-8. */
ORT_API size_t ort_code_points(const char *text, size_t length);

/* RFC 4647 basic filtering as SPARQL's langMatches: range "*" matches every non-empty tag; ASCII case is ignored. */
ORT_API int ort_language_matches(const char *tag, size_t tag_length, const char *range, size_t range_length);

#endif
