/* SPDX-License-Identifier: Apache-2.0 */
/* The end of the report for people, as Tally.java of the bundle report has it. */
#include "ort_report.h"

#include <stdlib.h>
#include <string.h>

/* ---- pieces ---- */

ORT_API void ort_paint(const ort_names *names, const char *code) {
  if (!names->colour) return;
  ort_write_text(names->writer, "\033[");
  ort_write_text(names->writer, code);
  ort_write_text(names->writer, "m");
}

ORT_API void ort_write_spaces(ort_writer *writer, uint32_t count) {
  for (; count > 0; count--) ort_write(writer, " ", 1);
}

ORT_API uint32_t ort_digits_of(uint64_t number) {
  uint32_t digits = 1;
  for (; number >= 10; number /= 10) digits++;
  return digits;
}

/* With commas between thousands. */
static void sm_number(ort_writer *writer, uint64_t number) {
  char text[27];
  size_t at = sizeof text;
  unsigned digits = 0;
  do {
    if (digits > 0 && digits % 3 == 0) text[--at] = ',';
    text[--at] = (char)('0' + (int)(number % 10));
    digits++;
    number /= 10;
  } while (number != 0);
  ort_write(writer, text + at, sizeof text - at);
}

ORT_API void ort_write_count(ort_writer *writer, uint64_t count, const char *noun) {
  sm_number(writer, count);
  ort_write_text(writer, " ");
  ort_write_text(writer, noun);
  if (count != 1) ort_write_text(writer, "s");
}

/* ---- counting ---- */

static int sm_open(ort_run *run, ort_tally *tally, uint32_t size) {
  tally->rows = (ort_tally_row *)ort_scratch_new(run, sizeof *tally->rows * ((size_t)size + 1));
  if (tally->rows == NULL) return 0;
  memset(tally->rows, 0, sizeof *tally->rows * ((size_t)size + 1));
  tally->size = size;
  return 1;
}

ORT_API int ort_summary_open(ort_summary *summary, ort_run *run, ort_names *names) {
  memset(summary, 0, sizeof *summary);
  summary->names = names;
  return sm_open(run, &summary->shapes, names->texts->shape_count) &&
         sm_open(run, &summary->severities, names->texts->severity_count);
}

static void sm_add(ort_tally *tally, uint32_t what) {
  ort_tally_row *row = &tally->rows[what];
  if (row->count++ > 0) return;
  row->order = tally->seen++;
  row->what = what;
}

ORT_API void ort_summary_add(ort_summary *summary, const ort_check_text *check) {
  summary->shown++;
  sm_add(&summary->shapes, check->shape);
  sm_add(&summary->severities, check->severity);
}

/* Most results first, and those first that came first. */
static int sm_by_count(const void *a, const void *b) {
  const ort_tally_row *one = (const ort_tally_row *)a;
  const ort_tally_row *other = (const ort_tally_row *)b;
  if (one->count != other->count) return one->count > other->count ? -1 : 1;
  return one->order < other->order ? -1 : one->order > other->order;
}

static int sm_by_order(const void *a, const void *b) {
  const ort_tally_row *one = (const ort_tally_row *)a;
  const ort_tally_row *other = (const ort_tally_row *)b;
  if ((one->count == 0) != (other->count == 0)) return one->count == 0 ? 1 : -1;
  return one->order < other->order ? -1 : one->order > other->order;
}

/* ---- writing ---- */

static void sm_right(ort_writer *writer, uint64_t number) {
  const uint32_t digits = ort_digits_of(number);
  const uint32_t columns = digits + (digits - 1) / 3;
  if (columns < 9) ort_write_spaces(writer, 9 - columns);
  sm_number(writer, number);
}

/* One line for each shape, unless that would say nothing new. */
static void sm_table(const ort_summary *summary) {
  const ort_texts *texts = summary->names->texts;
  ort_writer *writer = summary->names->writer;
  const ort_tally *shapes = &summary->shapes;
  const uint32_t most = texts->limits[ORT_MOST_ROWS];
  uint64_t rest = 0;
  uint32_t i;
  if (shapes->seen < 2 || summary->shown <= 10) return;
  qsort(shapes->rows, shapes->size, sizeof *shapes->rows, sm_by_count);
  for (i = 0; i < shapes->seen && i < most; i++) {
    sm_right(writer, shapes->rows[i].count);
    ort_write_text(writer, "  ");
    ort_names_words(summary->names, texts->shapes[shapes->rows[i].what].described);
    ort_write_text(writer, "\n");
  }
  if (shapes->seen > most) {
    for (; i < shapes->seen; i++) rest += shapes->rows[i].count;
    sm_right(writer, rest);
    ort_write_text(writer, "  in ");
    ort_write_count(writer, shapes->seen - most, "more shape");
    ort_write_text(writer, "\n");
  }
  ort_write_text(writer, "\n");
}

static void sm_severities(const ort_summary *summary) {
  const ort_tally *severities = &summary->severities;
  ort_writer *writer = summary->names->writer;
  const char *before = "";
  uint32_t level, i;
  qsort(severities->rows, severities->size, sizeof *severities->rows, sm_by_order);
  for (level = 0; level <= ORT_LEVEL_OTHER; level++) {
    for (i = 0; i < severities->seen; i++) {
      const ort_tally_row *row = &severities->rows[i];
      const ort_severity_text *severity = &summary->names->texts->severities[row->what];
      if (severity->level != level) continue;
      ort_write_text(writer, before);
      before = ", ";
      sm_number(writer, row->count);
      ort_write_text(writer, " ");
      ort_names_words(summary->names, severity->word);
      if (level != ORT_LEVEL_OTHER && row->count != 1) ort_write_text(writer, "s");
    }
  }
}

static void sm_results(const ort_summary *summary, uint64_t all) {
  ort_writer *writer = summary->names->writer;
  sm_table(summary);
  ort_paint(summary->names, "1");
  if (all > summary->shown) {
    sm_number(writer, summary->shown);
    ort_write_text(writer, " of ");
    ort_write_count(writer, all, "result");
    ort_write_text(writer, " shown,");
  } else {
    ort_write_count(writer, summary->shown, "result");
  }
  ort_write_text(writer, " in ");
  ort_write_count(writer, summary->shapes.seen, "shape");
  ort_write_text(writer, ": ");
  sm_severities(summary);
  ort_paint(summary->names, "0");
  ort_write_text(writer, "\n");
}

static void sm_conforms(const ort_summary *summary, const ort_statistics *statistics) {
  ort_writer *writer = summary->names->writer;
  ort_paint(summary->names, "1;32");
  ort_write_text(writer, "conforms");
  ort_paint(summary->names, "0");
  ort_write_text(writer, ": ");
  ort_write_count(writer, statistics->triples, "triple");
  ort_write_text(writer, " read, ");
  ort_write_count(writer, statistics->focus_nodes, "focus node");
  ort_write_text(writer, " checked\n");
  if (statistics->focus_nodes == 0) {
    ort_write_text(writer, "note: no target of the shapes selects a node of the data, so nothing was checked\n");
  }
}

ORT_API void ort_summary_write(const ort_summary *summary, const ort_statistics *statistics) {
  if (statistics->results == 0) {
    sm_conforms(summary, statistics);
  } else {
    sm_results(summary, statistics->results);
  }
}
