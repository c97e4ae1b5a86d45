/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Turtle, token by token: white space, lines and comments between them, and the window they lie in. When the window ends
 * inside of a token, more is read and its scan starts over; each time there is twice as much of a long token, so that the
 * work stays linear.
 */
#include "ort_turtle.h"

#include <string.h>

static uint64_t lex_offset(const ort_ttl_lexer *lexer, const char *at) {
  return lexer->window.offset + (uint64_t)(at - lexer->window.data);
}

/* Fails at a place on the current line, at or behind p. */
static ort_status lex_fail(ort_ttl_lexer *lexer, ort_status status, const char *at, const char *message) {
  uint64_t offset = lex_offset(lexer, at);
  uint64_t wide = at > lexer->p ? ort_continuation_bytes(lexer->p, at) : 0;
  ort_error_set(lexer->error, message, lexer->line, offset - lexer->line_offset - lexer->wide - wide + 1, offset);
  return status;
}

ORT_API ort_status ort_ttl_fail(ort_ttl_lexer *lexer, ort_status status, const ort_ttl_token *token, const char *message) {
  ort_error_set(lexer->error, message, token->at.line, token->at.column, token->offset);
  return status;
}

/* Reads more behind the text from p on, which stays in the window. */
static ort_status lex_more(ort_ttl_lexer *lexer) {
  size_t used = lexer->window.data == NULL ? 0 : (size_t)(lexer->p - lexer->window.data);
  size_t kept = lexer->window.filled - used;
  ort_status status;
  if (kept > lexer->token_bytes) return lex_fail(lexer, ORT_LIMIT, lexer->p, "this token is longer than the limit");
  status = ort_window_fill(&lexer->window, used, kept < 4096 ? 1 : kept);
  lexer->p = lexer->window.data;
  lexer->end = lexer->window.data == NULL ? NULL : lexer->window.data + lexer->window.filled;
  return status == ORT_OK ? ORT_OK : lex_fail(lexer, status, lexer->p, ort_status_message(status));
}

ORT_API ort_status ort_ttl_open(ort_ttl_lexer *lexer) {
  ort_status status = ORT_OK;
  lexer->line = 1;
  do status = lex_more(lexer);
  while (status == ORT_OK && !lexer->window.at_end && lexer->window.filled < 3);
  if (status != ORT_OK) return status;
  lexer->p += ort_signature(lexer->window.data, lexer->window.filled);
  lexer->line_offset = lex_offset(lexer, lexer->p);
  return ORT_OK;
}

/* ---- lines ---- */

static ort_status lex_checkpoint(ort_ttl_lexer *lexer) {
  ort_status status = ORT_OK;
  lexer->checkpoint_due = 0;
  if (lexer->sink->checkpoint != NULL) {
    status = lexer->sink->checkpoint(lexer->sink->context, lexer->line, lexer->line_offset);
  }
  if (status != ORT_OK) ort_error_set(lexer->error, ort_status_message(status), lexer->line, 1, lexer->line_offset);
  return status;
}

/* Enters the line that starts at next. */
static ort_status lex_line(ort_ttl_lexer *lexer, const char *next) {
  ort_status status = lexer->checkpoint_due ? lex_checkpoint(lexer) : ORT_OK;
  if (lexer->line < UINT32_MAX) lexer->line++;
  lexer->line_offset = lex_offset(lexer, next);
  lexer->wide = 0;
  lexer->checkpoint_due = (lexer->line & 4095u) == 0;
  return status;
}

/* Passes a line end: LF, CR LF or a lone CR, which shows only when what follows is there. */
static ort_status lex_line_end(ort_ttl_lexer *lexer) {
  ort_status status = ORT_OK;
  if (*lexer->p == '\r') {
    if (lexer->p + 1 == lexer->end && !lexer->window.at_end) status = lex_more(lexer);
    if (status != ORT_OK) return status;
    if (lexer->p[1] == '\n') lexer->p++;
  }
  lexer->p++;
  return lex_line(lexer, lexer->p);
}

/* Passes the code point from 0x80 on at p; one that the window cuts stays. */
static ort_status lex_comment_wide(ort_ttl_lexer *lexer) {
  uint32_t code;
  size_t length = ort_utf8_decode(lexer->p, lexer->end, &code);
  if (length == 0 || (length == ORT_CUT && lexer->window.at_end)) {
    return lex_fail(lexer, ORT_SYNTAX, lexer->p, ORT_BAD_UTF8);
  }
  if (length == ORT_CUT) return lex_more(lexer);
  lexer->p += length;
  lexer->wide += length - 1;
  return ORT_OK;
}

static ort_status lex_comment(ort_ttl_lexer *lexer) {
  ort_status status = ORT_OK;
  while (status == ORT_OK) {
    const char *p = lexer->p;
    while (p < lexer->end && *p != '\n' && *p != '\r' && (unsigned char)*p < 0x80) p++;
    lexer->p = p;
    if (p == lexer->end) {
      if (lexer->window.at_end) return ORT_OK;
      status = lex_more(lexer);
    } else if ((unsigned char)*p < 0x80) {
      return ORT_OK;
    } else {
      status = lex_comment_wide(lexer);
    }
  }
  return status;
}

/* Passes white space and comments. */
static ort_status lex_skip(ort_ttl_lexer *lexer) {
  ort_status status = ORT_OK;
  while (status == ORT_OK) {
    const char *p = lexer->p;
    while (*p == ' ' || *p == '\t') p++;
    lexer->p = p;
    switch (*p) {
      case '\n':
      case '\r':
        status = lex_line_end(lexer);
        break;
      case '#':
        status = lex_comment(lexer);
        break;
      case '\0':
        if (p < lexer->end || lexer->window.at_end) return ORT_OK;
        status = lex_more(lexer);
        break;
      default:
        return ORT_OK;
    }
  }
  return status;
}

static inline int lex_starts(char c) { return (unsigned char)c > ' ' && c != '#'; }

/* The same where there usually is a blank or nothing. */
static inline ort_status lex_skip_blank(ort_ttl_lexer *lexer) {
  const char *p = lexer->p;
  if (lex_starts(*p)) return ORT_OK;
  if (*p != ' ' || !lex_starts(p[1])) return lex_skip(lexer);
  lexer->p = p + 1;
  return ORT_OK;
}

/* ---- tokens ---- */

/* Passes a scanned token with more than ASCII or, maybe, lines in it: counts these and the bytes that are no columns. */
static ort_status lex_accept(ort_ttl_lexer *lexer, const char *stop, const ort_scan *scan, int lines) {
  const char *p = lexer->p;
  ort_status status = ORT_OK;
  for (; lines && p < stop && status == ORT_OK; p++) {
    if (*p != '\n' && *p != '\r') continue;
    if (*p == '\r' && p[1] == '\n') p++;
    status = lex_line(lexer, p + 1);
    lexer->p = p + 1;
  }
  if (scan->wide) lexer->wide += ort_continuation_bytes(lexer->p, stop);
  lexer->p = stop;
  return status;
}

/* A fault in a token may be lines below its start. */
static ort_status lex_fault(ort_ttl_lexer *lexer, const char *stop, const ort_scan *scan) {
  const ort_scan wide = {NULL, 0, 0, 1};
  ort_status status;
  if (stop == lexer->end || *stop == '\n' || *stop == '\r') stop = lexer->p; /* not closed: where it was opened */
  status = lex_accept(lexer, stop, &wide, 1);
  return status == ORT_OK ? lex_fail(lexer, ORT_SYNTAX, stop, scan->problem) : status;
}

ORT_API ort_status ort_ttl_next(ort_ttl_lexer *lexer, ort_ttl_token *token) {
  ort_status status = lex_skip_blank(lexer);
  const char *stop;
  ort_scan scan;
  int lines;
  if (status != ORT_OK) return status;
  token->offset = lex_offset(lexer, lexer->p);
  token->at = ort_position_of(lexer->line, token->offset - lexer->line_offset - lexer->wide + 1);
  token->kind = ORT_TTL_END;
  if (lexer->checkpoint_due && (lexer->p < lexer->end || token->offset > lexer->line_offset)) status = lex_checkpoint(lexer);
  if (status != ORT_OK || lexer->p == lexer->end) return status;
  for (;;) {
    memset(&scan, 0, sizeof scan);
    stop = ort_ttl_scan(lexer, token, &scan);
    if (!scan.cut || lexer->window.at_end) break;
    status = lex_more(lexer);
    if (status != ORT_OK) return status;
  }
  if (scan.problem != NULL) return lex_fault(lexer, stop, &scan);
  if ((size_t)(stop - lexer->p) > lexer->token_bytes) {
    return lex_fail(lexer, ORT_LIMIT, lexer->p, "this token is longer than the limit");
  }
  token->escapes = scan.escapes;
  lines = token->kind == ORT_TTL_STRING && token->text - lexer->p == 3; /* only a literal between three quotes may have line ends */
  if (lines || scan.wide) return lex_accept(lexer, stop, &scan, lines);
  lexer->p = stop;
  return ORT_OK;
}
