/* SPDX-License-Identifier: Apache-2.0 */
/* One line per result, for machines (fields between tabs) and for people. */
#include "ort_run.h"

#include <string.h>

typedef struct ln_lines {
  ort_writer writer;
  const char *const *names; /* of the documents; NULL: for machines */
} ln_lines;

static void ln_field(ort_writer *writer, uint64_t number) {
  ort_write(writer, "\t", 1);
  ort_write_number(writer, number);
}

static void ln_term(ort_writer *writer, const ort_run *run, uint32_t id) {
  ort_write(writer, "\t", 1);
  if (id != 0) ort_write_term(writer, run, id, 0);
}

static void ln_for_machines(ort_writer *writer, const ort_run *run, const ort_result *result) {
  ort_write(writer, result->depth == 0 ? "R" : "D", 1);
  if (result->depth != 0) ln_field(writer, result->depth);
  ln_field(writer, result->check);
  ln_field(writer, result->variant);
  ln_term(writer, run, result->focus);
  ln_term(writer, run, result->value);
  ln_term(writer, run, result->path);
  ln_field(writer, result->document);
  ln_field(writer, result->at.line);
  ln_field(writer, result->at.column);
  ln_field(writer, result->checkpoint_line);
  ln_field(writer, result->checkpoint_offset);
  ort_write(writer, "\n", 1);
}

static void ln_place(ort_writer *writer, const char *const *names, const ort_result *result) {
  if (result->at.line == 0) return;
  ort_write_visible(writer, names[result->document]);
  ort_write(writer, ":", 1);
  ort_write_number(writer, result->at.line);
  ort_write(writer, ":", 1);
  ort_write_number(writer, result->at.column);
  ort_write(writer, ": ", 2);
}

/* file:line:column: violation: <focus> path: message: value [shape]; what explains it is below it, indented. */
static void ln_for_people(ort_writer *writer, const char *const *names, const ort_run *run, const ort_result *result) {
  const ort_check *check = &run->program->checks[result->check];
  uint32_t i;
  for (i = 0; i < result->depth; i++) ort_write(writer, "  ", 2);
  if (result->depth != 0) ort_write_text(writer, "because ");
  ln_place(writer, names, result);
  ort_write_visible(writer, check->severity);
  ort_write(writer, ": ", 2);
  ort_write_term(writer, run, result->focus, 1);
  if (result->path != 0 || check->path[0] != '\0') ort_write(writer, " ", 1);
  if (result->path != 0) {
    ort_write_term(writer, run, result->path, 1);
  } else {
    ort_write_visible(writer, check->path);
  }
  ort_write(writer, ": ", 2);
  ort_write_visible(writer, check->message);
  if (result->value != 0 && (result->value != result->focus || check->path[0] != '\0')) {
    ort_write(writer, ": ", 2);
    ort_write_term(writer, run, result->value, 1);
  }
  ort_write(writer, " [", 2);
  ort_write_visible(writer, check->shape);
  ort_write(writer, "]\n", 2);
}

ORT_API void ort_write_result(ort_writer *writer, const char *const *names, const ort_run *run, const ort_result *result) {
  if (names == NULL) {
    ln_for_machines(writer, run, result);
  } else {
    ln_for_people(writer, names, run, result);
  }
}

static int ln_result(void *context, const ort_run *run, const ort_result *result) {
  ln_lines *lines = (ln_lines *)context;
  ort_write_result(&lines->writer, lines->names, run, result);
  return lines->writer.stopped;
}

static void ln_summary(ort_writer *writer, const ort_run *run) {
  if (run->details.cut_results > 0) {
    ort_write(writer, "C", 1);
    ln_field(writer, run->details.cut_results);
    ort_write(writer, "\n", 1);
  }
  ort_write(writer, "S", 1);
  ln_field(writer, run->statistics.triples);
  ln_field(writer, run->graph.kept);
  ln_field(writer, run->statistics.focus_nodes);
  ln_field(writer, run->statistics.results);
  ln_field(writer, run->statistics.read_nanos);
  ln_field(writer, run->statistics.check_nanos);
  ln_field(writer, run->memory.peak);
  ort_write(writer, "\n", 1);
}

ORT_API ort_status ort_run_write(ort_run *run, const char *const *names,
                                 int (*write)(void *context, const char *bytes, size_t length), void *context) {
  ln_lines lines;
  ort_status status;
  memset(&lines, 0, sizeof lines);
  lines.names = names;
  lines.writer.write = write;
  lines.writer.context = context;
  lines.writer.buffer = (char *)ort_resize(&run->memory, NULL, 0, ORT_WRITER_BYTES);
  if (lines.writer.buffer == NULL) {
    ort_fail(run, ORT_MEMORY);
    return run->status;
  }
  status = run->scale != NULL ? ort_scale_write(run, &lines.writer) : ort_run_validate(run, ln_result, &lines);
  if (status == ORT_OK && names == NULL) ln_summary(&lines.writer, run);
  ort_write_flush(&lines.writer);
  if (lines.writer.stopped) ort_fail(run, ORT_STOPPED);
  ort_free(&run->memory, lines.writer.buffer, ORT_WRITER_BYTES);
  return run->status;
}
