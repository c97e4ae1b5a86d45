/* SPDX-License-Identifier: Apache-2.0 */
/* Lines of documents, read again when the results are known, and what of them is shown. */
#include "ort_report.h"

#include <stdlib.h>
#include <string.h>

/* ---- reading ---- */

#define XC_PIECE ((size_t)1 << 16)

/* A document that is read forwards, line by line. */
typedef struct xc_document {
  ort_read_at read;
  void *context;
  uint32_t document;
  char *piece;
  size_t filled;
  size_t used;
  uint64_t offset; /* of the piece's end */
  uint32_t line;   /* where the next byte stands */
  int ended;
} xc_document;

static int xc_compare(const void *a, const void *b) {
  const ort_line *one = (const ort_line *)a;
  const ort_line *other = (const ort_line *)b;
  if (one->document != other->document) return one->document < other->document ? -1 : 1;
  return one->number < other->number ? -1 : one->number > other->number;
}

static void xc_once(ort_excerpts *excerpts) {
  uint32_t kept = 0;
  uint32_t i;
  qsort(excerpts->lines, excerpts->count, sizeof *excerpts->lines, xc_compare);
  for (i = 0; i < excerpts->count; i++) {
    if (kept > 0 && xc_compare(&excerpts->lines[kept - 1], &excerpts->lines[i]) == 0) continue;
    excerpts->lines[kept++] = excerpts->lines[i];
  }
  excerpts->count = kept;
}

/* Whether there is a next byte. */
static int xc_more(xc_document *from) {
  size_t length = 0;
  if (from->used < from->filled) return 1;
  if (from->ended) return 0;
  from->ended = from->read(from->context, from->document, from->offset, from->piece, XC_PIECE, &length) != 0 || length == 0;
  from->used = 0;
  from->filled = length;
  from->offset += length;
  return !from->ended;
}

/* Goes on behind the line's end, which is what readers take for one; keeps the beginning of the line when there is room for it. */
static size_t xc_line(xc_document *from, char *room) {
  size_t kept = 0;
  while (xc_more(from)) {
    const char *begin = from->piece + from->used;
    const size_t left = from->filled - from->used;
    const char *feed = (const char *)memchr(begin, '\n', left);
    const char *end = (const char *)memchr(begin, '\r', feed == NULL ? left : (size_t)(feed - begin));
    size_t length;
    if (end == NULL) end = feed;
    length = end == NULL ? left : (size_t)(end - begin);
    from->used += end == NULL ? length : length + 1;
    if (length > ORT_LONGEST_LINE - kept) length = ORT_LONGEST_LINE - kept;
    if (room != NULL) memcpy(room + kept, begin, length);
    if (room != NULL) kept += length;
    if (end == NULL) continue;
    from->line++;
    if (from->piece[from->used - 1] == '\r' && xc_more(from) && from->piece[from->used] == '\n') from->used++;
    break;
  }
  return kept;
}

static void xc_start(xc_document *from, const ort_line *line) {
  if (line->document != from->document || from->line == 0) {
    from->document = line->document;
    from->line = 1;
    from->offset = from->filled = from->used = 0;
    from->ended = 0;
  }
  if (line->checkpoint_line > from->line && line->checkpoint_line <= line->number) {
    from->line = line->checkpoint_line;
    from->offset = line->checkpoint_offset;
    from->filled = from->used = 0;
  }
}

/* 0: there is not enough memory. */
static int xc_read_line(ort_run *run, xc_document *from, ort_line *line, char *room) {
  xc_start(from, line);
  while (from->line < line->number) {
    if (!xc_more(from)) return 1; /* the document is not what it was: the line is shown by its position only */
    xc_line(from, NULL);
  }
  line->length = xc_line(from, room);
  line->text = (char *)ort_scratch_new(run, line->length + 1);
  if (line->text == NULL) return 0;
  memcpy(line->text, room, line->length);
  return 1;
}

ORT_API int ort_excerpts_read(ort_run *run, ort_excerpts *excerpts, ort_read_at read, void *context) {
  xc_document from;
  char *room;
  uint32_t i;
  if (excerpts->count == 0) return 1;
  memset(&from, 0, sizeof from);
  from.read = read;
  from.context = context;
  from.piece = (char *)ort_scratch_new(run, XC_PIECE);
  room = (char *)ort_scratch_new(run, ORT_LONGEST_LINE);
  if (from.piece == NULL || room == NULL) return 0;
  xc_once(excerpts);
  for (i = 0; i < excerpts->count; i++) {
    if (!xc_read_line(run, &from, &excerpts->lines[i], room)) return 0;
  }
  return 1;
}

ORT_API const ort_line *ort_excerpts_find(const ort_excerpts *excerpts, uint32_t document, uint32_t number) {
  ort_line wanted;
  const ort_line *found;
  memset(&wanted, 0, sizeof wanted);
  wanted.document = document;
  wanted.number = number;
  if (excerpts->count == 0) return NULL;
  found = (const ort_line *)bsearch(&wanted, excerpts->lines, excerpts->count, sizeof wanted, xc_compare);
  return found == NULL || found->text == NULL ? NULL : found;
}

/* ---- showing ---- */

/* As many code points as a line can have, and how many of them it has. */
typedef struct xc_codes {
  uint32_t at[ORT_LONGEST_LINE];
  uint32_t count;
} xc_codes;

static void xc_decode(const ort_line *line, xc_codes *codes) {
  const char *p = line->text;
  const char *end = p + line->length;
  codes->count = 0;
  while (p < end) p += ort_utf8_decode_any(p, end, &codes->at[codes->count++]);
}

static int xc_ends_token(uint32_t code) { return code > 0 && code < 0x80 && strchr(" \t;,()[]", (int)code) != NULL; }

/* Behind the token that starts at begin, as far as can be told without a grammar. */
static uint32_t xc_token_end(const xc_codes *codes, uint32_t begin) {
  const uint32_t first = codes->at[begin];
  uint32_t end = begin;
  if (first == '<' || first == '"' || first == '\'') {
    const uint32_t close = first == '<' ? (uint32_t)'>' : first;
    for (end = begin + 1; end < codes->count; end++) {
      if (codes->at[end] == close) return end + 1;
    }
    return end;
  }
  while (end < codes->count && !xc_ends_token(codes->at[end])) end++;
  return end > begin + 1 && codes->at[end - 1] == '.' ? end - 1 : end;
}

/* Writes the code points, a tab as four spaces; returns the columns that they take. */
static uint32_t xc_write(ort_writer *writer, const ort_texts *texts, const xc_codes *codes, uint32_t from, uint32_t to) {
  uint32_t columns = 0;
  for (; from < to; from++) {
    if (codes->at[from] == '\t') {
      ort_write(writer, "    ", 4);
      columns += 4;
    } else {
      ort_write_safe_code(writer, texts, codes->at[from]);
      columns += ort_columns(texts, codes->at[from]);
    }
  }
  return columns;
}

ORT_API void ort_write_excerpt(ort_writer *writer, const ort_texts *texts, const ort_line *line, uint32_t column,
                               uint32_t *indent, uint32_t *carets) {
  const uint32_t most_before = texts->limits[ORT_EXCERPT_BEFORE];
  xc_codes codes;
  uint32_t start, from, to, end;
  xc_decode(line, &codes);
  start = column == 0 ? 0 : column - 1;
  if (start > codes.count) start = codes.count;
  from = start > most_before ? start - most_before : 0;
  to = from + texts->limits[ORT_EXCERPT_WIDTH];
  if (to > codes.count) to = codes.count;
  end = start < codes.count ? xc_token_end(&codes, start) : start + 1;
  if (end <= start) end = start + 1;
  if (end > to) end = to;
  *indent = 0;
  if (from > 0) {
    ort_write_text(writer, "\xE2\x80\xA6");
    *indent = 1;
  }
  *indent += xc_write(writer, texts, &codes, from, start);
  *carets = xc_write(writer, texts, &codes, start, end);
  if (*carets == 0) *carets = 1;
  xc_write(writer, texts, &codes, end, to);
  if (to < codes.count) ort_write_text(writer, "\xE2\x80\xA6");
}
