/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The report for people, byte for byte what the platform's renderer "human" writes. What depends on nothing but the shapes, and
 * what Java knows of characters, that renderer prepares as a text (PreparedTexts.java, whose comment describes it).
 */
#ifndef ORT_REPORT_H
#define ORT_REPORT_H

#include "ort_chars.h"
#include "ort_run.h"

/* ---- what was prepared ---- */

/* Bytes of UTF-8 in the prepared text. Between 1 and 2 stands an IRI, to be shown as ort_names_iri does. */
typedef struct ort_words {
  const char *at;
  size_t length;
} ort_words;

typedef enum ort_text_limit {
  ORT_LONGEST_IRI,  /* in UTF-16 units */
  ORT_LONGEST_TEXT, /* in code points, as what follows */
  ORT_MOST_SHORT_FORMS,
  ORT_EXCERPT_WIDTH,
  ORT_EXCERPT_BEFORE,
  ORT_MOST_GROUPED,
  ORT_MOST_EXCERPTS,
  ORT_MOST_ROWS,
  ORT_TEXT_LIMITS
} ort_text_limit;

/* Sets of characters: pairs of the first and the last one of a range, ascending. */
typedef enum ort_character_set { ORT_UNSAFE, ORT_NO_WIDTH, ORT_WIDE, ORT_PLAIN, ORT_CHARACTER_SETS } ort_character_set;

typedef struct ort_prefix {
  ort_words prefix;
  ort_words space;
} ort_prefix;

typedef struct ort_shape_text {
  ort_words described;
  ort_words predicate; /* the shape's path when it is one */
} ort_shape_text;

typedef enum ort_level { ORT_LEVEL_VIOLATION, ORT_LEVEL_WARNING, ORT_LEVEL_INFO, ORT_LEVEL_OTHER } ort_level;

typedef struct ort_severity_text {
  uint32_t level;
  ort_words word;
} ort_severity_text;

/* Of a check's minimum or maximum. */
typedef struct ort_check_text {
  uint32_t shape;
  uint32_t severity;
  uint32_t group; /* the first of those that are grouped together */
  ort_words component;
  ort_words message;
} ort_check_text;

typedef struct ort_texts {
  uint32_t limits[ORT_TEXT_LIMITS];
  uint32_t *sets[ORT_CHARACTER_SETS];
  uint32_t set_counts[ORT_CHARACTER_SETS];
  ort_prefix *prefixes;
  uint32_t prefix_count;
  ort_shape_text *shapes;
  uint32_t shape_count;
  ort_severity_text *severities;
  uint32_t severity_count;
  ort_check_text *checks; /* two for each check */
  uint32_t check_count;
} ort_texts;

/* 0: it is no such text, or there is not enough memory, which is scratch memory. */
ORT_API int ort_texts_open(ort_run *run, const char *text, size_t length, ort_texts *texts);
ORT_API int ort_is_in_set(const ort_texts *texts, ort_character_set set, uint32_t code);
/* Columns on a terminal of a character as ort_write_safe writes it. */
ORT_API uint32_t ort_columns(const ort_texts *texts, uint32_t code);
/* With what a terminal could act upon as escapes. */
ORT_API void ort_write_safe(ort_writer *writer, const ort_texts *texts, const char *text, size_t length);
ORT_API void ort_write_safe_code(ort_writer *writer, const ort_texts *texts, uint32_t code);
/* Decodes a code point and returns its length; what a line's end cut off becomes U+FFFD. */
ORT_API size_t ort_utf8_decode_any(const char *text, const char *end, uint32_t *code);

/* ---- names ---- */

/* Which IRI a short form stands for. */
typedef struct ort_short_form {
  ort_words iri;
  size_t local; /* where its local name begins */
} ort_short_form;

typedef struct ort_names {
  const ort_run *run;
  const ort_texts *texts;
  ort_writer *writer;
  ort_short_form *forms;
  uint32_t form_count;
  uint32_t *slots;
  int colour;
} ort_names;

ORT_API int ort_names_open(ort_names *names, ort_run *run, const ort_texts *texts, ort_writer *writer, int colour);
ORT_API void ort_names_iri(ort_names *names, ort_words iri);
ORT_API void ort_names_words(ort_names *names, ort_words words);
/* Focus node, offending predicate and value. */
ORT_API void ort_names_nodes(ort_names *names, const ort_result *result, const ort_shape_text *shape);

/* ---- lines of the documents ---- */


#define ORT_LONGEST_LINE ((size_t)4096)

typedef struct ort_line {
  uint32_t document;
  uint32_t number;
  uint32_t checkpoint_line; /* 0: none */
  uint64_t checkpoint_offset;
  char *text; /* NULL: it could not be read */
  size_t length;
} ort_line;

typedef struct ort_excerpts {
  ort_line *lines; /* by document and number, each once */
  uint32_t count;
} ort_excerpts;

/* Reads the lines, which are in any order and may be there several times. 0: there is not enough memory. */
ORT_API int ort_excerpts_read(ort_run *run, ort_excerpts *excerpts, ort_read_at read, void *context);
/* NULL: it is not among them, or could not be read. */
ORT_API const ort_line *ort_excerpts_find(const ort_excerpts *excerpts, uint32_t document, uint32_t number);
/* The part of a line that is shown, and where in it the term is that starts at a column. */
ORT_API void ort_write_excerpt(ort_writer *writer, const ort_texts *texts, const ort_line *line, uint32_t column,
                               uint32_t *indent, uint32_t *carets);

/* ---- the summary ---- */

/* A code of ANSI colours, 0 for none, when colours are welcome. */
ORT_API void ort_paint(const ort_names *names, const char *code);
ORT_API void ort_write_spaces(ort_writer *writer, uint32_t count);
ORT_API uint32_t ort_digits_of(uint64_t number);
/* 1 result, 1,000 results. */
ORT_API void ort_write_count(ort_writer *writer, uint64_t count, const char *noun);

/* How many results there are of a shape or a severity, and in which order it came. */
typedef struct ort_tally_row {
  uint64_t count; /* 0: not seen yet */
  uint32_t order;
  uint32_t what;
} ort_tally_row;

typedef struct ort_tally {
  ort_tally_row *rows; /* by what, until they are written */
  uint32_t seen;
  uint32_t size;
} ort_tally;

typedef struct ort_summary {
  ort_names *names;
  uint64_t shown;
  ort_tally shapes;
  ort_tally severities;
} ort_summary;

ORT_API int ort_summary_open(ort_summary *summary, ort_run *run, ort_names *names);
ORT_API void ort_summary_add(ort_summary *summary, const ort_check_text *check);
ORT_API void ort_summary_write(const ort_summary *summary, const ort_statistics *statistics);

#endif
