/* SPDX-License-Identifier: Apache-2.0 */
#include "ort.h"

/* Not tolower(), which follows the locale: in tr_TR it would part "I" from "i". */
static char lang_lower(char c) {
  return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

ORT_API int ort_language_matches(const char *tag, size_t tag_length, const char *range, size_t range_length) {
  size_t i;
  if (range_length == 1 && range[0] == '*') {
    return tag_length > 0;
  }
  if (range_length == 0 || tag_length < range_length) { /* the empty range is none (RFC 4647, section 2.1) */
    return 0;
  }
  for (i = 0; i < range_length; i++) {
    if (lang_lower(tag[i]) != lang_lower(range[i])) {
      return 0;
    }
  }
  return tag_length == range_length || tag[range_length] == '-';
}
