/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The report for people: as HumanResults.java of the bundle report writes it, where the rules are explained. Nothing is written
 * before it is known that all can be.
 */
#include "ort_report.h"

#include <string.h>

typedef struct rt_report {
  ort_run *run;
  const ort_page *page;
  ort_texts texts;
  ort_names names;
  ort_writer writer;
  ort_result *held; /* the first results with what explains them */
  uint32_t held_count;
  uint32_t held_capacity;
  uint64_t counted;
  uint64_t most_held;
  uint32_t gravest;
  ort_summary summary;
  ort_excerpts excerpts;
} rt_report;

/* The results of a group, as a list of what is held. */
typedef struct rt_group {
  uint32_t first;
  uint32_t last;
  uint32_t count;
} rt_group;

typedef struct rt_groups {
  rt_group *by_check;
  uint32_t *order;
  uint32_t count;
  uint32_t *next; /* by result that is held */
} rt_groups;

static const ort_check_text *rt_text(const rt_report *report, const ort_result *result) {
  return &report->texts.checks[2 * (size_t)result->check + result->variant];
}

/* ---- pieces ---- */

static void rt_text_out(rt_report *report, const char *text) { ort_write_text(&report->writer, text); }

static void rt_where(rt_report *report, const ort_result *result) {
  const char *name = report->page->names[result->document];
  ort_write_safe(&report->writer, &report->texts, name, strlen(name));
  if (result->at.line == 0) return;
  rt_text_out(report, ":");
  ort_write_number(&report->writer, result->at.line);
  rt_text_out(report, ":");
  ort_write_number(&report->writer, result->at.column);
}

static void rt_title(rt_report *report, const ort_result *result) {
  static const char *const colours[] = {"1;31", "1;33", "1;36", "1;31"};
  const ort_check_text *check = rt_text(report, result);
  const ort_severity_text *severity = &report->texts.severities[check->severity];
  ort_paint(&report->names, colours[severity->level]);
  ort_names_words(&report->names, severity->word);
  rt_text_out(report, "[");
  ort_names_words(&report->names, check->component);
  rt_text_out(report, "]");
  ort_paint(&report->names, "0");
  rt_text_out(report, ": ");
  ort_paint(&report->names, "1");
  ort_names_words(&report->names, check->message);
  ort_paint(&report->names, "0");
}

static void rt_nodes(rt_report *report, const ort_result *result) {
  ort_names_nodes(&report->names, result, &report->texts.shapes[rt_text(report, result)->shape]);
}

static void rt_because(rt_report *report, const ort_result *result, uint32_t margin) {
  ort_write_spaces(&report->writer, margin + 3 + 2 * (result->depth - 1));
  rt_text_out(report, "because ");
  rt_where(report, result);
  rt_text_out(report, ": ");
  ort_names_words(&report->names, rt_text(report, result)->message);
  rt_text_out(report, ": ");
  rt_nodes(report, result);
  rt_text_out(report, "\n");
}

/* ---- groups ---- */

static void rt_line(rt_report *report, const ort_result *result, const ort_line *line, uint32_t margin) {
  uint32_t indent, carets;
  ort_paint(&report->names, "1;34");
  ort_write_spaces(&report->writer, margin - ort_digits_of(result->at.line));
  ort_write_number(&report->writer, result->at.line);
  rt_text_out(report, " |");
  ort_paint(&report->names, "0");
  rt_text_out(report, " ");
  ort_write_excerpt(&report->writer, &report->texts, line, result->at.column, &indent, &carets);
  rt_text_out(report, "\n");
  ort_paint(&report->names, "1;34");
  ort_write_spaces(&report->writer, margin);
  rt_text_out(report, " |");
  ort_paint(&report->names, "0");
  ort_write_spaces(&report->writer, 1 + indent);
  ort_paint(&report->names, "1;31");
  for (; carets > 0; carets--) ort_write(&report->writer, "^", 1);
  ort_paint(&report->names, "0");
  rt_text_out(report, "\n");
}

/* A result of a group; returns the margin of what is said below it. */
static uint32_t rt_result(rt_report *report, const ort_result *result, int with_line) {
  const ort_line *line = with_line && result->at.line != 0
                             ? ort_excerpts_find(&report->excerpts, result->document, result->at.line)
                             : NULL;
  const uint32_t digits = ort_digits_of(result->at.line);
  const uint32_t margin = line != NULL && digits > 2 ? digits : 2;
  ort_write_spaces(&report->writer, margin);
  ort_paint(&report->names, "1;34");
  rt_text_out(report, "-->");
  ort_paint(&report->names, "0");
  rt_text_out(report, " ");
  rt_where(report, result);
  rt_text_out(report, ": ");
  rt_nodes(report, result);
  rt_text_out(report, "\n");
  if (line != NULL) rt_line(report, result, line, margin);
  return margin;
}

static void rt_group_out(rt_report *report, const rt_groups *groups, const rt_group *group) {
  const ort_result *first = &report->held[group->first];
  uint32_t at = group->first;
  uint32_t margin = 2;
  uint32_t i, detail;
  rt_title(report, first);
  if (group->count > 1) {
    rt_text_out(report, " (");
    ort_write_count(&report->writer, group->count, "result");
    rt_text_out(report, ")");
  }
  rt_text_out(report, "\n");
  for (i = 0; i < group->count; i++, at = groups->next[at]) {
    ort_summary_add(&report->summary, rt_text(report, &report->held[at]));
    margin = rt_result(report, &report->held[at], i < report->texts.limits[ORT_MOST_EXCERPTS]);
    for (detail = at + 1; detail < report->held_count && report->held[detail].depth != 0; detail++) {
      rt_because(report, &report->held[detail], margin);
    }
  }
  ort_write_spaces(&report->writer, margin);
  ort_paint(&report->names, "1;34");
  rt_text_out(report, " =");
  ort_paint(&report->names, "0");
  rt_text_out(report, " ");
  ort_names_words(&report->names, report->texts.shapes[rt_text(report, first)->shape].described);
  rt_text_out(report, "\n\n");
}

static int rt_group_all(rt_report *report, rt_groups *groups) {
  const size_t checks = (size_t)report->texts.check_count + 1;
  uint32_t i;
  groups->by_check = (rt_group *)ort_scratch_new(report->run, sizeof *groups->by_check * checks);
  groups->order = (uint32_t *)ort_scratch_new(report->run, sizeof *groups->order * checks);
  groups->next = (uint32_t *)ort_scratch_new(report->run, sizeof *groups->next * ((size_t)report->held_count + 1));
  groups->count = 0;
  if (groups->by_check == NULL || groups->order == NULL || groups->next == NULL) return 0;
  memset(groups->by_check, 0, sizeof *groups->by_check * checks);
  for (i = 0; i < report->held_count; i++) {
    const uint32_t number = rt_text(report, &report->held[i])->group;
    rt_group *group = &groups->by_check[number];
    groups->next[i] = 0;
    if (report->held[i].depth != 0) continue;
    if (group->count++ == 0) {
      groups->order[groups->count++] = number;
      group->first = i;
    } else {
      groups->next[group->last] = i;
    }
    group->last = i;
  }
  return 1;
}

/* Reads the lines that are to be shown. */
static int rt_read_lines(rt_report *report, const rt_groups *groups) {
  const size_t most = (size_t)groups->count * report->texts.limits[ORT_MOST_EXCERPTS];
  uint32_t i, j;
  report->excerpts.lines = (ort_line *)ort_scratch_new(report->run, sizeof *report->excerpts.lines * (most + 1));
  if (report->excerpts.lines == NULL) return 0;
  for (i = 0; i < groups->count; i++) {
    const rt_group *group = &groups->by_check[groups->order[i]];
    uint32_t at = group->first;
    for (j = 0; j < group->count && j < report->texts.limits[ORT_MOST_EXCERPTS]; j++, at = groups->next[at]) {
      const ort_result *result = &report->held[at];
      ort_line *line = &report->excerpts.lines[report->excerpts.count];
      if (result->at.line == 0) continue;
      memset(line, 0, sizeof *line);
      line->document = result->document;
      line->number = result->at.line;
      line->checkpoint_line = result->checkpoint_line;
      line->checkpoint_offset = result->checkpoint_offset;
      report->excerpts.count++;
    }
  }
  return ort_excerpts_read(report->run, &report->excerpts, report->page->read, report->page->context);
}

/* ---- one line for each result ---- */

static int rt_flat(void *context, const ort_run *run, const ort_result *result) {
  rt_report *report = (rt_report *)context;
  (void)run;
  if (result->depth == 0) report->counted++;
  if (report->counted > report->page->most) return 0;
  if (result->depth != 0) {
    rt_because(report, result, 0);
    return 0;
  }
  ort_summary_add(&report->summary, rt_text(report, result));
  rt_where(report, result);
  rt_text_out(report, ": ");
  rt_title(report, result);
  rt_text_out(report, ": ");
  rt_nodes(report, result);
  rt_text_out(report, "\n");
  return 0;
}

static void rt_switches(rt_report *report) {
  const char *const *one;
  for (one = report->page->switches; *one != NULL; one++) {
    rt_text_out(report, "note: with ");
    ort_write_safe(&report->writer, &report->texts, *one, strlen(*one));
    rt_text_out(report, "\n");
  }
}

/* ---- in order ---- */

/* Keeps the first results. */
static int rt_hold(void *context, const ort_run *run, const ort_result *result) {
  static const uint32_t graveness[] = {3, 2, 1, 3};
  rt_report *report = (rt_report *)context;
  ort_result *grown;
  (void)run;
  if (2 * (uint64_t)result->check + result->variant >= report->texts.check_count) return 1;
  if (result->depth == 0) {
    const uint32_t grave = graveness[report->texts.severities[rt_text(report, result)->severity].level];
    report->counted++;
    if (grave > report->gravest) report->gravest = grave;
  }
  if (report->counted > report->most_held) return 0;
  grown = (ort_result *)ort_grow(&report->run->memory, report->held, sizeof *grown, &report->held_capacity,
                                 report->held_count + 1);
  if (grown == NULL) return 1;
  report->held = grown;
  grown[report->held_count++] = *result;
  return 0;
}

static int rt_open(rt_report *report, ort_run *run, const ort_page *page) {
  memset(report, 0, sizeof *report);
  report->run = run;
  report->page = page;
  report->writer.write = page->write;
  report->writer.context = page->context;
  report->writer.buffer = (char *)ort_scratch_new(run, ORT_WRITER_BYTES);
  if (report->writer.buffer == NULL || !ort_texts_open(run, page->texts, page->length, &report->texts)) return 0;
  report->most_held = report->texts.limits[ORT_MOST_GROUPED];
  if (page->most < report->most_held) report->most_held = page->most;
  return ort_names_open(&report->names, run, &report->texts, &report->writer, page->colour) &&
         ort_summary_open(&report->summary, run, &report->names);
}

static ort_status rt_write(rt_report *report) {
  ort_run *run = report->run;
  const uint64_t shown = report->counted < report->page->most ? report->counted : report->page->most;
  rt_groups groups;
  uint32_t i;
  if (shown > report->texts.limits[ORT_MOST_GROUPED]) {
    report->counted = 0;
    ort_run_check(run, rt_flat, report);
  } else {
    if (!rt_group_all(report, &groups) || !rt_read_lines(report, &groups)) return ORT_MEMORY;
    for (i = 0; i < groups.count; i++) rt_group_out(report, &groups, &groups.by_check[groups.order[i]]);
  }
  ort_summary_write(&report->summary, &run->statistics);
  rt_switches(report);
  ort_write_flush(&report->writer);
  return run->status;
}

ORT_API ort_status ort_run_report(ort_run *run, const ort_page *page, uint32_t *gravest) {
  const ort_mark mark = ort_scratch_mark(run);
  rt_report report;
  *gravest = 0;
  if (run->status != ORT_OK) return run->status;
  if (!rt_open(&report, run, page)) ort_fail(run, ORT_STOPPED);
  ort_run_check(run, rt_hold, &report);
  /* that explanations are missing is for the platform to say */
  if (run->status == ORT_OK && run->details.cut_results > 0) ort_fail(run, ORT_STOPPED);
  if (run->status == ORT_OK) {
    *gravest = report.gravest;
    run->status = rt_write(&report);
  }
  ort_free(&run->memory, report.held, sizeof *report.held * report.held_capacity);
  ort_scratch_release(run, mark);
  return run->status;
}
