/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8, the character classes of the grammars, and escapes. */
#include "ort_chars.h"

#include <string.h>

ORT_API size_t ort_utf8_decode(const char *text, const char *end, uint32_t *code) {
  const unsigned char *b = (const unsigned char *)text;
  size_t have = (size_t)(end - text);
  size_t length;
  size_t i;
  uint32_t least;
  if (have == 0) return ORT_CUT;
  if (b[0] < 0x80) {
    *code = b[0];
    return 1;
  }
  if (b[0] < 0xC2 || b[0] > 0xF4) return 0;
  length = b[0] < 0xE0 ? 2 : b[0] < 0xF0 ? 3 : 4;
  least = length == 2 ? 0x80u : length == 3 ? 0x800u : 0x10000u;
  *code = b[0] & (0xFFu >> (length + 1));
  for (i = 1; i < length; i++) {
    if (i >= have) return ORT_CUT;
    if ((b[i] & 0xC0u) != 0x80u) return 0;
    *code = *code << 6 | (b[i] & 0x3Fu);
  }
  if (*code < least || *code > 0x10FFFFu || (*code >= 0xD800u && *code <= 0xDFFFu)) return 0;
  return length;
}

ORT_API size_t ort_utf8_encode(uint32_t code, char *out) {
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  if (code < 0x800) {
    out[0] = (char)(0xC0u | code >> 6);
    out[1] = (char)(0x80u | (code & 0x3Fu));
    return 2;
  }
  if (code < 0x10000) {
    out[0] = (char)(0xE0u | code >> 12);
    out[1] = (char)(0x80u | (code >> 6 & 0x3Fu));
    out[2] = (char)(0x80u | (code & 0x3Fu));
    return 3;
  }
  out[0] = (char)(0xF0u | code >> 18);
  out[1] = (char)(0x80u | (code >> 12 & 0x3Fu));
  out[2] = (char)(0x80u | (code >> 6 & 0x3Fu));
  out[3] = (char)(0x80u | (code & 0x3Fu));
  return 4;
}

ORT_API size_t ort_continuation_bytes(const char *text, const char *end) {
  size_t count = 0;
  for (; text < end; text++) count += ((unsigned char)*text & 0xC0u) == 0x80u;
  return count;
}

ORT_API size_t ort_code_points(const char *text, size_t length) {
  return length == 0 ? 0 : length - ort_continuation_bytes(text, text + length);
}

ORT_API int ort_is_name_base(uint32_t code) {
  static const uint32_t ranges[][2] = {{0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x2FF},    {0x370, 0x37D},
                                       {0x37F, 0x1FFF},  {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF},
                                       {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};
  size_t i;
  if (code < 0x80) return ORT_IS(code, ORT_CH_ALPHA);
  for (i = 0; i < sizeof ranges / sizeof *ranges; i++) {
    if (code <= ranges[i][1]) return code >= ranges[i][0];
  }
  return 0;
}

ORT_API int ort_is_name(uint32_t code) {
  if (code < 0x80) return ORT_IS(code, ORT_CH_NAME);
  return code == 0xB7 || (code >= 0x300 && code <= 0x36F) || code == 0x203F || code == 0x2040 || ort_is_name_base(code);
}

ORT_API int ort_is_name_start(uint32_t code) {
  if (code < 0x80) return code != '-' && ORT_IS(code, ORT_CH_NAME);
  return ort_is_name_base(code);
}

/* ---- escapes ---- */

static uint32_t chars_hex(char c) {
  if (c <= '9') return (uint32_t)(c - '0');
  return (uint32_t)((c | 0x20) - 'a') + 10;
}

ORT_API size_t ort_numeric_escape(const char *p, const char *end, uint32_t *code) {
  size_t length = p[1] == 'u' ? 6 : 10;
  size_t i;
  *code = 0;
  for (i = 2; i < length; i++) {
    if (p + i >= end) return ORT_CUT;
    if (!ORT_IS(p[i], ORT_CH_HEX)) return 0;
    *code = *code << 4 | chars_hex(p[i]);
  }
  return *code > 0x10FFFFu || (*code >= 0xD800u && *code <= 0xDFFFu) ? 0 : length;
}

ORT_API char ort_character_escape(char c) {
  switch (c) {
    case 't': return '\t';
    case 'b': return '\b';
    case 'n': return '\n';
    case 'r': return '\r';
    case 'f': return '\f';
    case '"':
    case '\'':
    case '\\': return c;
    default: return 0;
  }
}

ORT_API size_t ort_unescape(const char *text, size_t length, char *out) {
  const char *p = text;
  const char *end = text + length;
  char *to = out;
  while (p < end) {
    const char *backslash = (const char *)memchr(p, '\\', (size_t)(end - p));
    const char *stop = backslash == NULL ? end : backslash;
    memcpy(to, p, (size_t)(stop - p));
    to += stop - p;
    p = stop;
    if (p == end) break;
    if (p[1] == 'u' || p[1] == 'U') {
      uint32_t code;
      p += ort_numeric_escape(p, end, &code);
      to += ort_utf8_encode(code, to);
    } else {
      *to++ = ort_character_escape(p[1]);
      p += 2;
    }
  }
  return (size_t)(to - out);
}

ORT_API size_t ort_unescape_local(const char *text, size_t length, char *out) {
  size_t i;
  size_t n = 0;
  for (i = 0; i < length; i++) {
    if (text[i] == '\\') i++;
    out[n++] = text[i];
  }
  return n;
}
