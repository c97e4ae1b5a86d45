/* SPDX-License-Identifier: Apache-2.0 */
/* The scanners of the tokens that N-Triples and Turtle have in common. */
#include "ort_plain.h"

static const char *scan_problem(ort_scan *scan, const char *at, const char *problem) {
  scan->problem = problem;
  return at;
}

static const char *scan_cut(ort_scan *scan, const char *end, const char *problem) {
  scan->cut = 1;
  scan->problem = problem;
  return end;
}

/* Passes one code point from 0x80 on; NULL when it is cut or ill-formed. */
static const char *scan_wide(const char *p, const char *end, ort_scan *scan, uint32_t *code) {
  size_t length = ort_utf8_decode(p, end, code);
  scan->wide = 1;
  if (length == ORT_CUT) scan->cut = 1;
  if (length == ORT_CUT || length == 0) {
    scan->problem = ORT_BAD_UTF8;
    return NULL;
  }
  return p + length;
}

static const char *scan_iri_escape(const char *p, const char *end, ort_scan *scan) {
  uint32_t code;
  size_t length;
  scan->escapes = 1;
  if (p + 1 == end) return scan_cut(scan, end, "this IRI is not closed by '>'");
  if (p[1] != 'u' && p[1] != 'U') return scan_problem(scan, p, "an IRI may hold no escapes but \\u and \\U");
  length = ort_numeric_escape(p, end, &code);
  if (length == ORT_CUT) return scan_cut(scan, end, "this IRI is not closed by '>'");
  if (length == 0) return scan_problem(scan, p, "this escape does not stand for a Unicode character");
  if (code < 0x80 && !ORT_IS(code, ORT_CH_IRI)) {
    return scan_problem(scan, p, "this escape stands for a character that an IRI may not hold");
  }
  return p + length;
}

static const char *scan_iri_fault(char c) {
  switch (c) {
    case ' ': return "this IRI contains a space";
    case '\n':
    case '\r': return "this IRI is not closed by '>' on its line";
    case '<': return "this IRI contains a '<', so the '>' of the one before may be missing";
    default: return "this IRI contains a character that an IRI may not hold";
  }
}

ORT_API const char *ort_scan_iri(const char *p, const char *end, ort_scan *scan) {
  uint32_t code;
  for (;;) {
    p = ort_plain_iri_steps(p, end);
    while (p < end && ORT_IS(*p, ORT_CH_IRI)) p++;
    if (p == end) return scan_cut(scan, end, "this IRI is not closed by '>'");
    if (*p == '>') return p;
    if (*p == '\\') {
      p = scan_iri_escape(p, end, scan);
      if (scan->problem != NULL) return p;
    } else if ((unsigned char)*p >= 0x80) {
      const char *next = scan_wide(p, end, scan, &code);
      if (next == NULL) return p;
      p = next;
    } else {
      return scan_problem(scan, p, scan_iri_fault(*p));
    }
  }
}

static const char *scan_string_escape(const char *p, const char *end, ort_scan *scan) {
  uint32_t code;
  size_t length = 2;
  scan->escapes = 1;
  if (p + 1 == end) return scan_cut(scan, end, "this literal is not closed by its quote");
  if (p[1] == 'u' || p[1] == 'U') {
    length = ort_numeric_escape(p, end, &code);
    if (length == ORT_CUT) return scan_cut(scan, end, "this literal is not closed by its quote");
    if (length == 0) return scan_problem(scan, p, "this escape does not stand for a Unicode character");
  } else if (ort_character_escape(p[1]) == 0) {
    return scan_problem(scan, p, "this is not an escape of a literal");
  }
  return p + length;
}

ORT_API const char *ort_scan_string(const char *p, const char *end, char quote, int is_long, ort_scan *scan) {
  uint32_t code;
  for (;;) {
    if (quote == '"') p = ort_plain_string_steps(p, end);
    while (p < end && ORT_IS(*p, ORT_CH_STRING)) p++;
    if (p == end) return scan_cut(scan, end, "this literal is not closed by its quote");
    if (*p == quote) {
      if (!is_long || (end - p >= 3 && p[1] == quote && p[2] == quote)) return p;
      p++;
    } else if (*p == '\\') {
      p = scan_string_escape(p, end, scan);
      if (scan->problem != NULL) return p;
    } else if ((unsigned char)*p >= 0x80) {
      const char *next = scan_wide(p, end, scan, &code);
      if (next == NULL) return p;
      p = next;
    } else if (!is_long && (*p == '\n' || *p == '\r')) {
      return scan_problem(scan, p, "this literal is not closed by its quote on its line");
    } else {
      p++;
    }
  }
}

ORT_API const char *ort_scan_name(const char *p, const char *end, ort_scan *scan) {
  uint32_t code;
  for (;;) {
    const char *next;
    while (p < end && (*p == '.' || ORT_IS(*p, ORT_CH_NAME))) p++;
    if (p == end) scan->cut = 1;
    if (p == end || (unsigned char)*p < 0x80) return p;
    next = scan_wide(p, end, scan, &code);
    if (next == NULL || !ort_is_name(code)) return p;
    p = next;
  }
}

ORT_API const char *ort_scan_label(const char *p, const char *end, ort_scan *scan) {
  uint32_t code = 0;
  size_t length = ort_utf8_decode(p, end, &code);
  const char *stop;
  if (length == ORT_CUT) return scan_cut(scan, end, "a blank node needs a label after '_:'");
  if (length == 0) return scan_problem(scan, p, ORT_BAD_UTF8);
  if (!ort_is_name_start(code)) {
    return scan_problem(scan, p, "the label of a blank node must start with a letter, a digit or '_'");
  }
  stop = ort_scan_name(p, end, scan);
  while (scan->problem == NULL && stop[-1] == '.') stop--;
  return stop;
}

/* Passes the escape of a local name (%hh, or a backslash and a character), NULL when it is none. */
static const char *scan_local_escape(const char *p, const char *end, ort_scan *scan) {
  size_t length = *p == '%' ? 3 : 2;
  if (*p == '\\') scan->escapes = 1;
  if ((size_t)(end - p) < length) {
    scan->cut = 1;
    scan->problem = "the escape in this name is not complete";
  } else if (*p == '%' ? !ORT_IS(p[1], ORT_CH_HEX) || !ORT_IS(p[2], ORT_CH_HEX) : !ORT_IS(p[1], ORT_CH_LOCAL_ESCAPE)) {
    scan->problem = *p == '%' ? "a '%' in a name must be followed by two hexadecimal digits"
                              : "this character may not be escaped in a name";
  }
  return scan->problem == NULL ? p + length : NULL;
}

ORT_API const char *ort_scan_local(const char *p, const char *end, ort_scan *scan) {
  const char *start = p;
  const char *stop = p; /* behind the last character that may end the name: whether a dot belongs to it shows what follows */
  uint32_t code;
  for (;;) {
    while (p < end && (ORT_IS(*p, ORT_CH_NAME) || *p == ':') && (p > start || *p != '-')) stop = ++p;
    if (p == end) {
      scan->cut = 1;
      return stop;
    }
    if (*p == '.' && p > start) {
      p++;
    } else if (*p == '%' || *p == '\\') {
      const char *next = scan_local_escape(p, end, scan);
      if (next == NULL) return p;
      stop = p = next;
    } else if ((unsigned char)*p >= 0x80) {
      const char *next = scan_wide(p, end, scan, &code);
      if (next == NULL) return p;
      if (p == start ? !ort_is_name_start(code) : !ort_is_name(code)) return stop;
      stop = p = next;
    } else {
      return stop;
    }
  }
}

ORT_API const char *ort_scan_language(const char *p, const char *end, ort_scan *scan) {
  unsigned classes = ORT_CH_ALPHA;
  for (;;) {
    const char *start = p;
    while (p < end && ORT_IS(*p, classes)) p++;
    if (p == end) scan->cut = 1;
    if (p == start) {
      return scan_problem(scan, p, classes == ORT_CH_ALPHA ? "a language tag must start with a letter"
                                                           : "a letter or digit must follow the '-' of a language tag");
    }
    if (p == end || *p != '-') return p;
    classes = ORT_CH_ALPHA | ORT_CH_DIGIT;
    p++;
  }
}
