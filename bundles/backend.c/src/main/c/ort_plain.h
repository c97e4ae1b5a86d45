/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Passes the characters that stand for themselves eight at a time: the hot loops of N-Triples. A flag is the top bit of a
 * byte to look at; a borrow may flag bytes above the first one too, never below, so only the first is used. Private to the
 * runtime.
 */
#ifndef ORT_PLAIN_H
#define ORT_PLAIN_H

#include "ort_chars.h"

#include <string.h>

static inline uint64_t ort_plain_load(const char *p) {
  uint64_t v;
  memcpy(&v, p, sizeof v);
  return v;
}

#define ORT_PLAIN_ONES 0x0101010101010101u

/* Stops at '"', '\\', controls and non-ASCII. */
static inline uint64_t ort_plain_string_flags(uint64_t v) {
  uint64_t quote = (v ^ ORT_PLAIN_ONES * '"') - ORT_PLAIN_ONES;
  uint64_t backslash = (v ^ ORT_PLAIN_ONES * '\\') - ORT_PLAIN_ONES;
  return (quote | backslash | (v - ORT_PLAIN_ONES * 0x20) | v) & ORT_PLAIN_ONES * 0x80;
}

/* Stops at everything that is not ORT_CH_IRI, and at '~': with bit 1 set, '<' is '>' and '\\' is '^'; from '{' on all stop. */
static inline uint64_t ort_plain_iri_flags(uint64_t v) {
  uint64_t folded = v | ORT_PLAIN_ONES * 2;
  uint64_t angle = (folded ^ ORT_PLAIN_ONES * '>') - ORT_PLAIN_ONES;
  uint64_t caret = (folded ^ ORT_PLAIN_ONES * '^') - ORT_PLAIN_ONES;
  uint64_t quote = (v ^ ORT_PLAIN_ONES * '"') - ORT_PLAIN_ONES;
  uint64_t grave = (v ^ ORT_PLAIN_ONES * '`') - ORT_PLAIN_ONES;
  return (angle | caret | quote | grave | (v - ORT_PLAIN_ONES * 0x21) | (v + ORT_PLAIN_ONES * 5) | v) & ORT_PLAIN_ONES * 0x80;
}

#if defined(__GNUC__) && defined(__BYTE_ORDER__) && defined(__ORDER_LITTLE_ENDIAN__)
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define ORT_PLAIN_FIRST(flags) ((size_t)__builtin_ctzll(flags) >> 3)
#endif
#endif
#ifndef ORT_PLAIN_FIRST
#define ORT_PLAIN_FIRST(flags) ((size_t)0) /* elsewhere the loop over single bytes finds it */
#endif

/* Where p stops being plain; a byte that is not must come at or before end[-1]. */
static inline const char *ort_plain_iri(const char *p, const char *end) {
  while (end - p >= 8) {
    uint64_t flags = ort_plain_iri_flags(ort_plain_load(p));
    if (flags != 0) {
      p += ORT_PLAIN_FIRST(flags);
      break;
    }
    p += 8;
  }
  while (ORT_IS(*p, ORT_CH_IRI)) p++;
  return p;
}

static inline const char *ort_plain_string(const char *p, const char *end) {
  while (end - p >= 8) {
    uint64_t flags = ort_plain_string_flags(ort_plain_load(p));
    if (flags != 0) {
      p += ORT_PLAIN_FIRST(flags);
      break;
    }
    p += 8;
  }
  while (ORT_IS(*p, ORT_CH_STRING)) p++;
  return p;
}

#endif
