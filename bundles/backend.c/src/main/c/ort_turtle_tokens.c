/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tokens of RDF 1.1 Turtle. A scanner starts at lexer->p and returns the token's end or its fault. The NUL at the
 * window's end stops the loops that do not compare with lexer->end.
 */
#include "ort_turtle.h"

#include <string.h>

static const char *tok_problem(ort_scan *scan, const char *at, const char *problem) {
  scan->problem = problem;
  return at;
}

static const char *tok_kind(ort_ttl_token *token, ort_ttl_kind kind, const char *start, const char *stop) {
  token->kind = kind;
  token->text = start;
  token->length = (size_t)(stop - start);
  return stop;
}

static const char *tok_iri(const ort_ttl_lexer *lexer, ort_ttl_token *token, ort_scan *scan) {
  const char *start = lexer->p + 1;
  const char *stop = ort_scan_iri(start, lexer->end, scan);
  tok_kind(token, ORT_TTL_IRI, start, stop);
  return scan->problem == NULL ? stop + 1 : stop;
}

static const char *tok_string(const ort_ttl_lexer *lexer, ort_ttl_token *token, ort_scan *scan) {
  const char *p = lexer->p;
  size_t quotes = 1;
  const char *stop;
  if (lexer->end - p >= 2 && p[1] == *p) {
    if (lexer->end - p < 3) scan->cut = 1;
    if (lexer->end - p < 3 || p[2] != *p) return tok_kind(token, ORT_TTL_STRING, p + 1, p + 1) + 1;
    quotes = 3;
  }
  stop = ort_scan_string(p + quotes, lexer->end, *p, quotes == 3, scan);
  tok_kind(token, ORT_TTL_STRING, p + quotes, stop);
  return scan->problem == NULL ? stop + quotes : stop;
}

static const char *tok_label(const ort_ttl_lexer *lexer, ort_ttl_token *token, ort_scan *scan) {
  const char *p = lexer->p;
  if (p + 1 == lexer->end) scan->cut = 1;
  if (p + 1 == lexer->end || p[1] != ':') return tok_problem(scan, p, "a blank node starts with '_:'");
  return tok_kind(token, ORT_TTL_LABEL, p + 2, ort_scan_label(p + 2, lexer->end, scan));
}

static const char *tok_at(const ort_ttl_lexer *lexer, ort_ttl_token *token, ort_scan *scan) {
  return tok_kind(token, ORT_TTL_AT, lexer->p + 1, ort_scan_language(lexer->p + 1, lexer->end, scan));
}

static const char *tok_digits(const char *p) {
  while (ORT_IS(*p, ORT_CH_DIGIT)) p++;
  return p;
}

/* Behind the exponent at p, or p when there is none; *looked is how far it had to look. */
static const char *tok_exponent(const char *p, const char **looked) {
  const char *digits = p;
  const char *stop;
  *looked = p;
  if (*p != 'e' && *p != 'E') return p;
  digits++;
  if (*digits == '+' || *digits == '-') digits++;
  *looked = stop = tok_digits(digits);
  return stop > digits ? stop : p;
}

/* A '.' that no digit or exponent follows is not the number's but the statement's. */
static const char *tok_number(const ort_ttl_lexer *lexer, ort_ttl_token *token, ort_scan *scan) {
  const char *start = lexer->p + (*lexer->p == '+' || *lexer->p == '-');
  const char *whole = tok_digits(start);
  const char *fraction = *whole == '.' ? tok_digits(whole + 1) : whole;
  int digits = whole > start || fraction > whole + 1;
  const char *looked;
  const char *stop = digits ? tok_exponent(fraction, &looked) : (looked = fraction);
  if (looked == lexer->end) scan->cut = 1;
  if (!digits) return tok_problem(scan, lexer->p, "a number needs a digit");
  if (stop > fraction) return tok_kind(token, ORT_TTL_DOUBLE, lexer->p, stop);
  if (fraction > whole + 1) return tok_kind(token, ORT_TTL_DECIMAL, lexer->p, fraction);
  return tok_kind(token, ORT_TTL_INTEGER, lexer->p, whole);
}

static int tok_is(const char *p, size_t length, const char *word, int any_case) {
  size_t i;
  if (strlen(word) != length) return 0;
  for (i = 0; i < length; i++) {
    if ((any_case ? p[i] | 0x20 : p[i]) != word[i]) return 0;
  }
  return 1;
}

/* A name that no ':' follows, up to its first dot. */
static const char *tok_word(const ort_ttl_lexer *lexer, ort_ttl_token *token, ort_scan *scan) {
  const char *p = lexer->p;
  const char *stop = p;
  size_t length;
  while (ORT_IS(*stop, ORT_CH_NAME)) stop++;
  length = (size_t)(stop - p);
  if ((unsigned char)*stop < 0x80) {
    if (tok_is(p, length, "a", 0)) return tok_kind(token, ORT_TTL_A, p, stop);
    if (tok_is(p, length, "true", 0) || tok_is(p, length, "false", 0)) return tok_kind(token, ORT_TTL_BOOLEAN, p, stop);
    if (tok_is(p, length, "prefix", 1)) return tok_kind(token, ORT_TTL_PREFIX, p, stop);
    if (tok_is(p, length, "base", 1)) return tok_kind(token, ORT_TTL_BASE, p, stop);
  }
  return tok_problem(scan, p, "this word is neither a prefixed name nor a keyword");
}

/* A prefixed name or a keyword; p is at a character that a prefix may start with, or at ':'. */
static const char *tok_name(const ort_ttl_lexer *lexer, ort_ttl_token *token, ort_scan *scan) {
  const char *start = lexer->p;
  const char *p = start;
  while (ORT_IS(*p, ORT_CH_NAME)) p++;
  if (*p != ':') {
    p = ort_scan_name(p, lexer->end, scan);
    if (scan->problem != NULL) return p;
    if (p == lexer->end || *p != ':' || p[-1] == '.') return tok_word(lexer, token, scan);
  }
  tok_kind(token, ORT_TTL_NAME, start, p);
  token->local = p + 1;
  for (p++; ORT_IS(*p, ORT_CH_NAME) && (*p != '-' || p > token->local);) p++;
  if (p == lexer->end) scan->cut = 1;
  else if (*p == '.' || *p == ':' || *p == '%' || *p == '\\' || (unsigned char)*p >= 0x80) {
    p = ort_scan_local(token->local, lexer->end, scan);
  }
  token->local_length = (size_t)(p - token->local);
  return p;
}

static const char *tok_wide_name(const ort_ttl_lexer *lexer, ort_ttl_token *token, ort_scan *scan) {
  uint32_t code;
  size_t length = ort_utf8_decode(lexer->p, lexer->end, &code);
  scan->cut = length == ORT_CUT;
  if (length == ORT_CUT || length == 0) return tok_problem(scan, lexer->p, ORT_BAD_UTF8);
  if (!ort_is_name_base(code)) return tok_problem(scan, lexer->p, "no term starts with this character");
  return tok_name(lexer, token, scan);
}

static const char *tok_mark(const ort_ttl_lexer *lexer, ort_ttl_token *token, ort_ttl_kind kind) {
  return tok_kind(token, kind, lexer->p, lexer->p + 1);
}

static const char *tok_carets(const ort_ttl_lexer *lexer, ort_ttl_token *token, ort_scan *scan) {
  if (lexer->p + 1 == lexer->end) scan->cut = 1;
  if (lexer->p[1] != '^') return tok_problem(scan, lexer->p, "a datatype is written behind '^^'");
  return tok_kind(token, ORT_TTL_CARETS, lexer->p, lexer->p + 2);
}

ORT_API const char *ort_ttl_scan(const ort_ttl_lexer *lexer, ort_ttl_token *token, ort_scan *scan) {
  const char *p = lexer->p;
  if (ORT_IS(*p, ORT_CH_ALPHA) || *p == ':') return tok_name(lexer, token, scan);
  if (ORT_IS(*p, ORT_CH_DIGIT)) return tok_number(lexer, token, scan);
  switch (*p) {
    case '<': return tok_iri(lexer, token, scan);
    case '"':
    case '\'': return tok_string(lexer, token, scan);
    case '_': return tok_label(lexer, token, scan);
    case '@': return tok_at(lexer, token, scan);
    case '^': return tok_carets(lexer, token, scan);
    case '+':
    case '-': return tok_number(lexer, token, scan);
    case '.':
      if (p + 1 == lexer->end) scan->cut = 1;
      return ORT_IS(p[1], ORT_CH_DIGIT) ? tok_number(lexer, token, scan) : tok_mark(lexer, token, ORT_TTL_DOT);
    case ';': return tok_mark(lexer, token, ORT_TTL_SEMICOLON);
    case ',': return tok_mark(lexer, token, ORT_TTL_COMMA);
    case '[': return tok_mark(lexer, token, ORT_TTL_OPEN_BRACKET);
    case ']': return tok_mark(lexer, token, ORT_TTL_CLOSE_BRACKET);
    case '(': return tok_mark(lexer, token, ORT_TTL_OPEN_LIST);
    case ')': return tok_mark(lexer, token, ORT_TTL_CLOSE_LIST);
    default: break;
  }
  if ((unsigned char)*p >= 0x80) return tok_wide_name(lexer, token, scan);
  return tok_problem(scan, p, "no term starts with this character");
}
