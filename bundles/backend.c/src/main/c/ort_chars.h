/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the readers share: characters, escapes, the scanners of single tokens, growing buffers, IRIs, and the window over a
 * document that arrives in pieces. Private to the runtime.
 */
#ifndef ORT_CHARS_H
#define ORT_CHARS_H

#include "ort.h"

/* ---- characters ---- */

enum {
  ORT_CH_IRI = 1,           /* stands for itself between < and > */
  ORT_CH_NAME = 2,          /* PN_CHARS */
  ORT_CH_ALPHA = 4,         /* a letter */
  ORT_CH_DIGIT = 8,         /* 0 to 9 */
  ORT_CH_HEX = 16,          /* a hexadecimal digit */
  ORT_CH_LOCAL_ESCAPE = 32, /* may follow a backslash in a local name */
  ORT_CH_SCHEME = 64,       /* may follow the first letter of an IRI's scheme */
  ORT_CH_STRING = 128       /* stands for itself in every quoted string */
};

/* The classes of the ASCII characters; bytes from 0x80 have none, so that every fast loop stops at them. A definition and not a
   declaration: C++ has no tentative static tables. */
static const unsigned char ort_char_classes[256] = {
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 0, 128, 128, 0, 128, 128,
    128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    128, 161, 0, 161, 161, 161, 161, 33, 161, 161, 161, 225, 161, 227, 225, 161,
    219, 219, 219, 219, 219, 219, 219, 219, 219, 219, 129, 161, 128, 161, 128, 161,
    161, 215, 215, 215, 215, 215, 215, 199, 199, 199, 199, 199, 199, 199, 199, 199,
    199, 199, 199, 199, 199, 199, 199, 199, 199, 199, 199, 129, 0, 129, 128, 163,
    128, 215, 215, 215, 215, 215, 215, 199, 199, 199, 199, 199, 199, 199, 199, 199,
    199, 199, 199, 199, 199, 199, 199, 199, 199, 199, 199, 128, 128, 128, 161, 129
};

#define ORT_IS(c, classes) ((ort_char_classes[(unsigned char)(c)] & (classes)) != 0)

#define ORT_CUT ((size_t)-1)

/* Decodes the code point at text: its length in bytes, 0 when it is not well-formed UTF-8, ORT_CUT when end cuts it short. */
ORT_API size_t ort_utf8_decode(const char *text, const char *end, uint32_t *code);

/* Writes a code point (no surrogate) and returns its length, 1 to 4. */
ORT_API size_t ort_utf8_encode(uint32_t code, char *out);

/* How many bytes of [text, end) start no code point: what byte columns and code point columns differ by. */
ORT_API size_t ort_continuation_bytes(const char *text, const char *end);

/* PN_CHARS_BASE, what prefixes start with; PN_CHARS_U or a digit, what labels and local names start with; PN_CHARS. */
ORT_API int ort_is_name_base(uint32_t code);
ORT_API int ort_is_name_start(uint32_t code);
ORT_API int ort_is_name(uint32_t code);

/* The \u or \U escape whose backslash is at p: its length, 0 when it stands for no character, ORT_CUT when end cuts it
   short. */
ORT_API size_t ort_numeric_escape(const char *p, const char *end, uint32_t *code);

/* What a backslash and c stand for in a literal, 0 when that is not an escape. */
ORT_API char ort_character_escape(char c);

/* ---- tokens ---- */

/* What a scanner found out. Scanners take the text after a token's opening characters, return where the token (or the fault)
   ends, and read nothing at or after end. */
typedef struct ort_scan {
  const char *problem; /* NULL: well formed; else why not, at the returned place */
  int cut;             /* end came before the token's end was certain: more text could change the answer */
  int escapes;         /* there is a backslash in it */
  int wide;            /* there is a byte from 0x80 in it */
} ort_scan;

/* Returns the place of the closing '>'. */
ORT_API const char *ort_scan_iri(const char *p, const char *end, ort_scan *scan);

/* Returns the place of the closing quote, of the first of three when is_long. */
ORT_API const char *ort_scan_string(const char *p, const char *end, char quote, int is_long, ort_scan *scan);

/* (PN_CHARS | '.')*: dots at the end are not taken off. */
ORT_API const char *ort_scan_name(const char *p, const char *end, ort_scan *scan);

/* The label of a blank node, after "_:". */
ORT_API const char *ort_scan_label(const char *p, const char *end, ort_scan *scan);

/* PN_LOCAL or nothing, after the ':' of a prefixed name. */
ORT_API const char *ort_scan_local(const char *p, const char *end, ort_scan *scan);

/* A language tag, after its '@'. */
ORT_API const char *ort_scan_language(const char *p, const char *end, ort_scan *scan);

/* Resolve the escapes of a scanned token; out has room for length bytes (no escape grows). Both return the new length. */
ORT_API size_t ort_unescape(const char *text, size_t length, char *out);
ORT_API size_t ort_unescape_local(const char *text, size_t length, char *out);

/* ---- IRIs (RFC 3986) ---- */

/* Length of the scheme with its ':', 0 when the reference is relative. */
ORT_API size_t ort_iri_scheme(const char *iri, size_t length);

/* Resolves a reference against an absolute base by section 5.2.2, strictly. A reference with a scheme is kept byte for byte,
   dots and all: Turtle resolves relative IRIs only. out has room for base_length + length + 2 bytes and overlaps neither.
   Returns the length. */
ORT_API size_t ort_iri_resolve(const char *base, size_t base_length, const char *reference, size_t length, char *out);

/* ---- buffers ---- */

typedef struct ort_buffer {
  char *data;
  size_t length;
  size_t capacity;
} ort_buffer;

ORT_API ort_status ort_buffer_reserve(ort_buffer *buffer, size_t capacity, const ort_allocator *allocator);
ORT_API ort_status ort_buffer_append(ort_buffer *buffer, const char *data, size_t length, const ort_allocator *allocator);
ORT_API void ort_buffer_free(ort_buffer *buffer, const ort_allocator *allocator);

/* ---- documents in pieces ---- */

typedef struct ort_window {
  const ort_input *input;
  const ort_allocator *allocator;
  char *data; /* data[filled] is a NUL that belongs to no document, so that fast loops stop there */
  size_t filled;
  size_t capacity;
  size_t taken;    /* how much of input->data was copied */
  uint64_t offset; /* where in the document data[0] is */
  int at_end;      /* nothing follows */
} ort_window;

/* Drops the first used bytes, then reads until there are at least wanted more or the document ends. */
ORT_API ort_status ort_window_fill(ort_window *window, size_t used, size_t wanted);
ORT_API void ort_window_free(ort_window *window);

/* Length of the UTF-8 signature (U+FEFF) at the start of a document, 0 when it has none. The grammars do not mention it and no
   document can start with that character otherwise, so readers skip it. */
ORT_API size_t ort_signature(const char *text, size_t length);

/* ---- errors ---- */

/* The sentence for a status whose cause is not in the document. */
ORT_API const char *ort_status_message(ort_status status);

/* Fills error, which may be NULL. */
ORT_API void ort_error_set(ort_error *error, const char *message, uint32_t line, uint64_t column, uint64_t offset);

/* A column too large for its type becomes the largest one. */
static inline ort_position ort_position_of(uint32_t line, uint64_t column) {
  ort_position at;
  at.line = line;
  at.column = column > UINT32_MAX ? UINT32_MAX : (uint32_t)column;
  return at;
}

#define ORT_BAD_UTF8 "these bytes are not well-formed UTF-8"

#define ORT_XSD_NAMESPACE "http://www.w3.org/2001/XMLSchema#"
#define ORT_RDF_NAMESPACE "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

#endif
