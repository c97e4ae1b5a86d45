/* SPDX-License-Identifier: Apache-2.0 */
#include "ort_text.h"

#include <string.h>

typedef struct txt_range {
  uint32_t first;
  uint32_t last;
} txt_range;

/* NameStartChar and what NameChar adds to it: XML 1.0 (fifth edition), productions 4 and 4a, without ':'. */
static const txt_range txt_name_start[] = {
    {'A', 'Z'},         {'_', '_'},         {'a', 'z'},         {0xC0, 0xD6},       {0xD8, 0xF6},
    {0xF8, 0x2FF},      {0x370, 0x37D},     {0x37F, 0x1FFF},    {0x200C, 0x200D},   {0x2070, 0x218F},
    {0x2C00, 0x2FEF},   {0x3001, 0xD7FF},   {0xF900, 0xFDCF},   {0xFDF0, 0xFFFD},   {0x10000, 0xEFFFF},
};
static const txt_range txt_name_rest[] = {
    {'-', '.'}, {'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040},
};

static int txt_in(const txt_range *ranges, size_t count, uint32_t c) {
  size_t i;
  for (i = 0; i < count; i++) {
    if (c >= ranges[i].first && c <= ranges[i].last) {
      return 1;
    }
  }
  return 0;
}

static int txt_is_name_start(uint32_t c) {
  return txt_in(txt_name_start, sizeof txt_name_start / sizeof txt_name_start[0], c);
}

static int txt_is_name_rest(uint32_t c) {
  return txt_is_name_start(c) || txt_in(txt_name_rest, sizeof txt_name_rest / sizeof txt_name_rest[0], c);
}

/* Reads one code point; the readers have checked the UTF-8, so all that matters here is not to read past the end. */
static uint32_t txt_next(const char **at, const char *end) {
  const uint32_t first = (unsigned char)*(*at)++;
  uint32_t c = first < 0xC0 ? first : first < 0xE0 ? first & 0x1F : first < 0xF0 ? first & 0x0F : first & 0x07;
  int more = first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
  for (; more > 0 && *at < end; more--) {
    c = (c << 6) | ((unsigned char)*(*at)++ & 0x3Fu);
  }
  return c;
}

/* XML 1.1's Char, the wider of the two that XSD 1.1 (section 3.3.1) lets us choose from: only U+0000, U+FFFE, U+FFFF are out. */
static int txt_is_string(const char *text, size_t length) {
  const char *const end = text + length;
  if (length == 0) {
    return 1;
  }
  if (memchr(text, 0, length) != NULL) {
    return 0;
  }
  while ((text = (const char *)memchr(text, 0xEF, (size_t)(end - text))) != NULL) {
    if (end - text >= 3 && (unsigned char)text[1] == 0xBF && (unsigned char)text[2] >= 0xBE) {
      return 0;
    }
    text++;
  }
  return 1;
}

static int txt_is_normalized(const char *text, size_t length) {
  size_t i;
  for (i = 0; i < length; i++) {
    if (text[i] == '\t' || text[i] == '\n' || text[i] == '\r') {
      return 0;
    }
  }
  return txt_is_string(text, length);
}

static int txt_is_token(const char *text, size_t length) {
  size_t i;
  for (i = 0; i < length; i++) {
    if (text[i] == ' ' && (i == 0 || i + 1 == length || text[i - 1] == ' ')) {
      return 0;
    }
  }
  return txt_is_normalized(text, length);
}

static int txt_is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* [a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})* */
static int txt_is_language(const char *text, size_t length) {
  size_t subtag = 0;
  int is_first = 1;
  size_t i;
  for (i = 0; i < length; i++) {
    if (text[i] == '-' && subtag > 0) {
      subtag = 0;
      is_first = 0;
    } else if (subtag < 8 && (txt_is_letter(text[i]) || (!is_first && text[i] >= '0' && text[i] <= '9'))) {
      subtag++;
    } else {
      return 0;
    }
  }
  return subtag > 0;
}

/* Name characters, the first of them as for a name unless is_token, and at most the given number of colons. */
static int txt_is_name(const char *text, size_t length, int is_token, size_t colons) {
  const char *const end = text + length;
  int is_start = !is_token;
  if (length == 0) {
    return 0;
  }
  while (text < end) {
    const uint32_t c = txt_next(&text, end);
    if (c == ':') {
      if (colons == 0) {
        return 0;
      }
      colons--;
    } else if (!(is_start ? txt_is_name_start(c) : txt_is_name_rest(c))) {
      return 0;
    }
    is_start = 0;
  }
  return 1;
}

static int txt_is_qname(const char *text, size_t length) {
  const char *const colon = length == 0 ? NULL : (const char *)memchr(text, ':', length);
  size_t prefix;
  if (colon == NULL) {
    return txt_is_name(text, length, 0, 0);
  }
  prefix = (size_t)(colon - text);
  return txt_is_name(text, prefix, 0, 0) && txt_is_name(colon + 1, length - prefix - 1, 0, 0);
}

static int txt_is_hex(const char *text, size_t length) {
  size_t i;
  for (i = 0; i < length; i++) {
    const char c = text[i];
    if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))) {
      return 0;
    }
  }
  return length % 2 == 0;
}

static int txt_base64_digit(char c) {
  return c >= 'A' && c <= 'Z'   ? c - 'A'
         : c >= 'a' && c <= 'z' ? c - 'a' + 26
         : c >= '0' && c <= '9' ? c - '0' + 52
         : c == '+'             ? 62
         : c == '/'             ? 63
                                : -1;
}

/* XSD 1.1 section 3.3.16.2: single spaces between characters only, and the bits that padding leaves unused are zero. */
static int txt_is_base64(const char *text, size_t length) {
  size_t digits = 0;
  size_t padding = 0;
  int last = 0;
  size_t i;
  for (i = 0; i < length; i++) {
    const int digit = txt_base64_digit(text[i]);
    if (text[i] == ' ') {
      if (i == 0 || i + 1 == length || text[i - 1] == ' ') {
        return 0;
      }
    } else if (text[i] == '=') {
      padding++;
    } else if (digit < 0 || padding > 0) {
      return 0;
    } else {
      digits++;
      last = digit;
    }
  }
  return padding <= 2 && (digits + padding) % 4 == 0 && (padding == 0 || (last & (padding == 1 ? 3 : 15)) == 0);
}

ORT_API int ort_text_valid(ort_datatype type, const char *text, size_t length) {
  switch (type) {
    case ORT_DT_STRING:
    case ORT_DT_ANY_URI: return txt_is_string(text, length); /* XSD 1.1 section 3.3.17.1: no string is excluded */
    case ORT_DT_NORMALIZED_STRING: return txt_is_normalized(text, length);
    case ORT_DT_TOKEN: return txt_is_token(text, length);
    case ORT_DT_LANGUAGE: return txt_is_language(text, length);
    case ORT_DT_NAME: return txt_is_name(text, length, 0, SIZE_MAX);
    case ORT_DT_NMTOKEN: return txt_is_name(text, length, 1, SIZE_MAX);
    case ORT_DT_NCNAME: return txt_is_name(text, length, 0, 0);
    case ORT_DT_QNAME: return txt_is_qname(text, length);
    case ORT_DT_HEX_BINARY: return txt_is_hex(text, length);
    case ORT_DT_BASE64_BINARY: return txt_is_base64(text, length);
    default: return 0;
  }
}
