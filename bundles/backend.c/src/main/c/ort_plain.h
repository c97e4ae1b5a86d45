/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Passes the characters that stand for themselves: sixteen at a time where every processor of the target has vectors (SSE2 on
 * x86-64, NEON on ARM64), else eight. What stops is found exactly or too early, never too late; a loop over single bytes decides.
 * ORT_SCALAR turns the vectors off. Private to the runtime.
 */
#ifndef ORT_PLAIN_H
#define ORT_PLAIN_H

#include "ort_chars.h"

#include <string.h>

#if !defined(ORT_SCALAR) && defined(__GNUC__) && defined(__SSE2__)
#include <emmintrin.h>

#define ORT_PLAIN_STEP 16
typedef uint32_t ort_flags; /* a bit for each byte */
#define ORT_PLAIN_FIRST(flags) ((size_t)__builtin_ctz(flags))

static inline __m128i ort_plain_is(__m128i v, char c) { return _mm_cmpeq_epi8(v, _mm_set1_epi8(c)); }

/* Stops at '"', '\\', controls and non-ASCII, which is below everything as a signed number. */
static inline ort_flags ort_plain_string_flags(const char *p) {
  const __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
  const __m128i marks = _mm_or_si128(ort_plain_is(v, '"'), ort_plain_is(v, '\\'));
  return (ort_flags)_mm_movemask_epi8(_mm_or_si128(marks, _mm_cmplt_epi8(v, _mm_set1_epi8(' '))));
}

/* Stops at everything that is not ORT_CH_IRI, and at '!' and '~': with these bits set, all of '<', '>', '\\', '^', '|' are '~'. */
static inline ort_flags ort_plain_iri_flags(const char *p) {
  const __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
  const __m128i marks = ort_plain_is(_mm_or_si128(v, _mm_set1_epi8(0x62)), '~');
  const __m128i edges = _mm_or_si128(_mm_cmplt_epi8(v, _mm_set1_epi8('#')), _mm_cmpgt_epi8(v, _mm_set1_epi8('z')));
  return (ort_flags)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(marks, edges), ort_plain_is(v, '`')));
}

#elif !defined(ORT_SCALAR) && defined(__GNUC__) && defined(__aarch64__) && defined(__ARM_NEON) && !defined(__AARCH64EB__)
#include <arm_neon.h>

#define ORT_PLAIN_STEP 16
typedef uint64_t ort_flags; /* four bits for each byte */
#define ORT_PLAIN_FIRST(flags) ((size_t)__builtin_ctzll(flags) >> 2)

static inline uint8x16_t ort_plain_is(uint8x16_t v, char c) { return vceqq_u8(v, vdupq_n_u8((uint8_t)c)); }

static inline ort_flags ort_plain_narrow(uint8x16_t v) {
  return vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(v), 4)), 0);
}

/* As above. */
static inline ort_flags ort_plain_string_flags(const char *p) {
  const uint8x16_t v = vld1q_u8((const uint8_t *)(const void *)p);
  const uint8x16_t marks = vorrq_u8(ort_plain_is(v, '"'), ort_plain_is(v, '\\'));
  return ort_plain_narrow(vorrq_u8(marks, vcltq_s8(vreinterpretq_s8_u8(v), vdupq_n_s8(' '))));
}

static inline ort_flags ort_plain_iri_flags(const char *p) {
  const uint8x16_t v = vld1q_u8((const uint8_t *)(const void *)p);
  const uint8x16_t marks = ort_plain_is(vorrq_u8(v, vdupq_n_u8(0x62)), '~');
  const int8x16_t number = vreinterpretq_s8_u8(v);
  const uint8x16_t edges = vorrq_u8(vcltq_s8(number, vdupq_n_s8('#')), vcgtq_s8(number, vdupq_n_s8('z')));
  return ort_plain_narrow(vorrq_u8(vorrq_u8(marks, edges), ort_plain_is(v, '`')));
}

#else

#define ORT_PLAIN_STEP 8
typedef uint64_t ort_flags; /* the top bit of each byte; a borrow may flag bytes above the first one too, never below */
#define ORT_PLAIN_ONES 0x0101010101010101u

static inline uint64_t ort_plain_load(const char *p) {
  uint64_t v;
  memcpy(&v, p, sizeof v);
  return v;
}

/* As above. */
static inline ort_flags ort_plain_string_flags(const char *p) {
  const uint64_t v = ort_plain_load(p);
  const uint64_t quote = (v ^ ORT_PLAIN_ONES * '"') - ORT_PLAIN_ONES;
  const uint64_t backslash = (v ^ ORT_PLAIN_ONES * '\\') - ORT_PLAIN_ONES;
  return (quote | backslash | (v - ORT_PLAIN_ONES * 0x20) | v) & ORT_PLAIN_ONES * 0x80;
}

static inline ort_flags ort_plain_iri_flags(const char *p) {
  const uint64_t v = ort_plain_load(p);
  const uint64_t mark = ((v | ORT_PLAIN_ONES * 0x62) ^ ORT_PLAIN_ONES * '~') - ORT_PLAIN_ONES;
  const uint64_t grave = (v ^ ORT_PLAIN_ONES * '`') - ORT_PLAIN_ONES;
  return (mark | grave | (v - ORT_PLAIN_ONES * '#') | (v + ORT_PLAIN_ONES * 5) | v) & ORT_PLAIN_ONES * 0x80;
}

#if defined(__GNUC__) && defined(__BYTE_ORDER__) && defined(__ORDER_LITTLE_ENDIAN__)
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define ORT_PLAIN_FIRST(flags) ((size_t)__builtin_ctzll(flags) >> 3)
#endif
#endif
#ifndef ORT_PLAIN_FIRST
#define ORT_PLAIN_FIRST(flags) ((size_t)0) /* elsewhere the loop over single bytes finds it */
#endif

#endif

/* Passes plain characters by whole steps; what it stops at is decided elsewhere. */
static inline const char *ort_plain_iri_steps(const char *p, const char *end) {
  while (end - p >= ORT_PLAIN_STEP) {
    const ort_flags flags = ort_plain_iri_flags(p);
    if (flags != 0) return p + ORT_PLAIN_FIRST(flags);
    p += ORT_PLAIN_STEP;
  }
  return p;
}

/* Of a literal in double quotes. */
static inline const char *ort_plain_string_steps(const char *p, const char *end) {
  while (end - p >= ORT_PLAIN_STEP) {
    const ort_flags flags = ort_plain_string_flags(p);
    if (flags != 0) return p + ORT_PLAIN_FIRST(flags);
    p += ORT_PLAIN_STEP;
  }
  return p;
}

/* Where p stops being plain; a byte that is not must come at or before end[-1]. */
static inline const char *ort_plain_iri(const char *p, const char *end) {
  p = ort_plain_iri_steps(p, end);
  while (ORT_IS(*p, ORT_CH_IRI)) p++;
  return p;
}

#endif
