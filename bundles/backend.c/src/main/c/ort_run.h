/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the engine offer each other and the generated code. */
#ifndef ORT_RUN_H
#define ORT_RUN_H

#include "ort_engine.h"

/* Keeps the first failure. */
ORT_INLINE void ort_fail(ort_run *run, ort_status status) {
  if (run->status == ORT_OK) run->status = status;
}

/* ---- memory ---- */

ORT_API ort_block *ort_block_new(ort_memory *memory, size_t capacity, ort_block *below);
ORT_API void ort_block_free(ort_memory *memory, ort_block *top, const ort_block *stop);
/* Lives until the mark taken before it is released; NULL after a failure. */
ORT_API void *ort_scratch_new(ort_run *run, size_t bytes);
ORT_API void ort_scratch_release(ort_run *run, ort_mark mark);

ORT_INLINE ort_mark ort_scratch_mark(const ort_run *run) {
  ort_mark mark;
  mark.block = run->scratch;
  mark.used = run->scratch == NULL ? 0 : run->scratch->used;
  return mark;
}

/* ---- graph ---- */

/* Starts the next document; triples and checkpoints then go to the sink's functions. */
ORT_API ort_status ort_graph_document(ort_run *run);
ORT_API ort_status ort_graph_triple(void *run, const ort_term *subject, const ort_term *predicate, const ort_term *object);
/* The subject of the rows that follow, and where it stands. */
ORT_NEAR ort_status ort_graph_subject(ort_run *run, uint32_t subject, ort_position at);
/* A row; the object of one that is known to pass, by its hash. */
ORT_NEAR ort_status ort_graph_row(ort_run *run, uint32_t predicate, uint32_t object, ort_position at);
ORT_NEAR ort_status ort_graph_passed(ort_run *run, uint64_t hash, uint32_t *node);
/* Where the object of a row stands. */
ORT_API ort_position ort_position_at(const ort_graph *graph, uint32_t row);
/* The row that was read: itself, or what it is a copy of. */
ORT_API uint32_t ort_source(const ort_graph *graph, uint32_t row);
/* The stretch that a row is in. */
ORT_API const ort_stretch *ort_stretch_at(const ort_graph *graph, uint32_t row);
/* Sorts what was read last. */
ORT_NEAR void ort_graph_tidy(ort_run *run);
/* Forgets the triples that wait. */
ORT_API void ort_ahead_forget(ort_run *run);
ORT_API void ort_ahead_close(ort_run *run);
/* The id of a predicate when the program reads it, else 0. */
ORT_API uint32_t ort_known_predicate(ort_run *run, const ort_term *predicate);
/* Before texts go away that would otherwise last. */
ORT_API ort_status ort_graph_settle(void *run);
/* After the last triple of a document or a part of it. */
ORT_API ort_status ort_graph_end(ort_run *run);
ORT_API ort_status ort_graph_checkpoint(void *run, uint32_t line, uint64_t offset);
/* Appends the triples of a document's later part, whose terms have these ids here and before which there are so many lines. What
   was appended is freed at once. */
ORT_API ort_status ort_graph_take(ort_run *run, ort_run *from, const uint32_t *map, uint32_t lines);
/* Indexes what was read. */
ORT_API ort_status ort_graph_index(ort_run *run);
/* Makes room for more rows: twice as many when it must grow, or no more than that. */
ORT_API ort_status ort_graph_room(ort_run *run, uint32_t more, int exactly);
/* The rows of each subject, together and sorted: what is not so yet is copied behind all rows. First the copies are counted. */
ORT_API ort_status ort_extents_open(ort_run *run);
ORT_API ort_status ort_extents_fill(ort_run *run);
/* Sorts few rows by predicate, first occurrence first, and drops repetitions; returns behind the last row. */
ORT_NEAR uint32_t ort_tidy(ort_graph *graph, uint32_t from, uint32_t to);
ORT_API void ort_graph_close(ort_run *run);
ORT_API ort_status ort_classes_open(ort_run *run);
/* Forgets what the last data said about classes. */
ORT_API void ort_classes_reset(ort_run *run);
ORT_API void ort_classes_close(ort_run *run);

/* The document, the position and the checkpoint of a row's object, or of the focus node when there is no row. */
ORT_API void ort_locate(const ort_run *run, uint32_t row, ort_result *result);

/* A number that marks no term yet. */
ORT_API uint32_t ort_stamp(ort_run *run);

/* How a predicate is looked up: one that the program does not name, by subject. */
ORT_INLINE unsigned ort_role(const ort_program *program, uint32_t predicate) {
  return predicate > program->constant_count || program->roles[predicate] == 0 ? (unsigned)ORT_ROLE_FORWARD
                                                                             : program->roles[predicate];
}

/* Whether an object passed while it was read: it satisfies what is asked of objects of its predicate. */
ORT_INLINE int ort_is_passed(uint32_t node) { return (node & ORT_PASSED) != 0; }

/* The predicate of a row. */
ORT_INLINE uint32_t ort_predicate_at(const ort_graph *graph, uint32_t row) {
  return graph->predicate != NULL ? graph->predicate[row] : graph->wide_predicate[row];
}

/* Behind the last row of a stretch. */
ORT_INLINE uint32_t ort_stretch_end(const ort_graph *graph, uint32_t stretch) {
  return stretch + 1 < graph->stretch_count ? graph->stretches[stretch + 1].row : graph->count;
}

/* The rows of a subject, or the entries of an object, with a predicate. */
ORT_API ort_extent ort_rows_with(const ort_run *run, uint32_t subject, uint32_t predicate);
ORT_API ort_extent ort_entries_with(const ort_run *run, uint32_t object, uint32_t predicate);

ORT_INLINE ort_values ort_objects(const ort_run *run, uint32_t subject, uint32_t predicate) {
  const ort_extent found = ort_rows_with(run, subject, predicate);
  ort_values values;
  values.node = run->graph.node + found.from;
  values.row = NULL;
  values.first = found.from;
  values.count = found.to - found.from;
  return values;
}

ORT_INLINE ort_values ort_subjects(const ort_run *run, uint32_t object, uint32_t predicate) {
  const ort_extent found = ort_entries_with(run, object, predicate);
  ort_values values;
  values.node = run->graph.by_object.node + found.from;
  values.row = run->graph.by_object.row + found.from;
  values.first = 0;
  values.count = found.to - found.from;
  return values;
}

/* The row whose object the value at i is. */
ORT_INLINE uint32_t ort_row(const ort_values *values, uint32_t i) {
  return values->row != NULL ? values->row[i] : values->first + i;
}

/* The value nodes of a node shape: the focus node. */
ORT_INLINE ort_values ort_only(const ort_run *run, const uint32_t *focus) {
  static const uint32_t no_row = ORT_NO_ROW;
  ort_values values;
  (void)run;
  values.node = focus;
  values.row = &no_row;
  values.first = 0;
  values.count = 1;
  return values;
}

/* The value nodes of any path, in scratch memory. */
ORT_API ort_values ort_path_values(ort_run *run, const ort_path *path, uint32_t focus);
ORT_API void ort_walk_close(ort_run *run);

/* ---- checks of one value node: 1 when it satisfies the constraint ---- */

ORT_INLINE const ort_record *ort_record_of(const ort_run *run, uint32_t node) { return run->terms.records[node]; }

/* kinds: bits 1 << ort_kind. */
ORT_INLINE int ort_is_kind(const ort_run *run, uint32_t node, unsigned kinds) {
  return (int)(kinds >> run->terms.kinds[node] & 1u);
}

ORT_API int ort_look_at_lexical_form(ort_run *run, uint32_t literal);

/* datatype: the id of its IRI; language-tagged literals have rdf:langString. */
ORT_API int ort_has_datatype(ort_run *run, uint32_t node, uint32_t datatype);

ORT_INLINE int ort_has_language(const ort_run *run, uint32_t node) {
  return ort_record_of(run, node)->kind == ORT_LANG_LITERAL;
}

/* Whether node is a SHACL instance of a class of the program, given by its index. */
ORT_API int ort_is_instance(const ort_run *run, uint32_t node, uint32_t of);

typedef struct ort_range {
  const char *text;
  size_t length;
} ort_range;

ORT_API ort_order ort_compare_nodes(const ort_run *run, uint32_t a, uint32_t b);
ORT_API int ort_is_less(const ort_run *run, uint32_t a, uint32_t b);
ORT_API int ort_is_at_most(const ort_run *run, uint32_t a, uint32_t b);
ORT_API int ort_is_length_at_least(const ort_run *run, uint32_t node, uint64_t length);
ORT_API int ort_is_length_at_most(const ort_run *run, uint32_t node, uint64_t length);
ORT_API int ort_matches_dfa(const ort_run *run, uint32_t node, const ort_dfa *dfa);
ORT_API int ort_matches_character_dfa(const ort_run *run, uint32_t node, const ort_character_dfa *dfa);
ORT_API int ort_matches_nfa(ort_run *run, uint32_t node, const ort_nfa *nfa);
ORT_API int ort_is_language_in(const ort_run *run, uint32_t node, const ort_range *ranges, uint32_t count);
/* list: ascending. */
ORT_API int ort_is_in(uint32_t node, const uint32_t *list, uint32_t count);

/* ---- checks of all value nodes ---- */

ORT_INLINE int ort_is_count_at_least(uint64_t count, uint64_t least) { return count >= least; }
ORT_INLINE int ort_is_count_at_most(uint64_t count, uint64_t most) { return count <= most; }

ORT_API int ort_has_value(const ort_values *values, uint32_t node);
ORT_API int ort_is_closed(const ort_run *run, uint32_t node, const uint32_t *allowed, uint32_t count);
ORT_API int ort_is_unique_language(ort_run *run, const ort_values *values);
ORT_API int ort_is_equal(ort_run *run, const ort_values *values, uint32_t focus, uint32_t predicate);
ORT_API int ort_is_disjoint(ort_run *run, const ort_values *values, uint32_t focus, uint32_t predicate);
ORT_API int ort_is_all_less(const ort_run *run, const ort_values *values, uint32_t focus, uint32_t predicate, int or_equal);

/* Around the report of a property shape for a value node that was found in a row: the row is where the node is, should it have no
   triples of its own. */
ORT_INLINE uint32_t ort_enter(ort_run *run, uint32_t row) {
  const uint32_t outer = run->row;
  if (row != ORT_NO_ROW) run->row = row;
  return outer;
}
ORT_INLINE void ort_leave(ort_run *run, uint32_t outer) { run->row = outer; }

/* Checks all shapes that have targets. */
ORT_API void ort_focus_check(ort_run *run);

/* ---- many shapes in one test ---- */

ORT_API uint32_t ort_count_conforming(ort_run *run, uint32_t node, const ort_test *tests, uint32_t count, uint32_t enough);
ORT_API int ort_conforms_to_all(ort_run *run, uint32_t node, const ort_test *tests, uint32_t count);

/* ---- results ---- */

/* A result about the focus node, or about a value node that was found in a row. */
ORT_API ORT_COLD void ort_report_focus(ort_run *run, uint32_t check, uint32_t focus);
ORT_API ORT_COLD void ort_report_value(ort_run *run, uint32_t check, uint32_t focus, uint32_t value, uint32_t row);
/* A result about a value, 0 for none. */
ORT_API void ort_report(ort_run *run, uint32_t check, uint32_t variant, uint32_t focus, uint32_t value, uint32_t path,
                        uint32_t row);
ORT_API void ort_report_closed(ort_run *run, uint32_t check, uint32_t focus, uint32_t node, const uint32_t *allowed,
                               uint32_t count);
ORT_API void ort_report_unique_language(ort_run *run, uint32_t check, uint32_t focus, const ort_values *values);
ORT_API void ort_report_equal(ort_run *run, uint32_t check, uint32_t focus, const ort_values *values, uint32_t predicate);
ORT_API void ort_report_disjoint(ort_run *run, uint32_t check, uint32_t focus, const ort_values *values, uint32_t predicate);
ORT_API void ort_report_less(ort_run *run, uint32_t check, uint32_t focus, const ort_values *values, uint32_t predicate,
                             int or_equal);

/* Whether nothing more is wanted: the last counted result has as many details as it may. */
ORT_INLINE int ort_is_full(const ort_run *run) { return run->details.depth != 0 && run->details.full; }

/* What is to come back after an explanation. */
typedef struct ort_explanation {
  uint32_t row;
  uint32_t first; /* of what is put off in it */
} ort_explanation;

/* Whether the result reported last is to be explained, by what is reported until the explanation is closed: about a value node
   that was found in a row. */
ORT_API int ort_explain_open(ort_run *run, uint32_t row, ort_explanation *outer);
ORT_API void ort_explain_close(ort_run *run, const ort_explanation *outer);
/* Reports the results of these shapes for a value node that was found in a row, as details of the result reported last. */
ORT_API void ort_explain(ort_run *run, uint32_t value, uint32_t row, const ort_shape_report *reports, uint32_t count);
/* The same of one shape for all value nodes. */
ORT_API void ort_explain_each(ort_run *run, const ort_values *values, const ort_shape_report *report);

/* ---- recursive shapes ---- */

/* Whether a node conforms to a recursive shape, given by its index: its value in the greatest fixpoint of its component, or
   what is assumed of it while that is computed. */
ORT_API int ort_conforms(ort_run *run, uint32_t shape, uint32_t node);

/* A scope is what is reported together: each pair of a recursive shape and a node once. */
ORT_API uint32_t ort_scope_open(ort_run *run);
/* Reports what was put off since the scope was opened, which gave first. */
ORT_API void ort_scope_close(ort_run *run, uint32_t first);
/* Puts off the report of a recursive shape until the scope's end, so that the native stack does not grow with the data. */
ORT_API void ort_report_later(ort_run *run, uint32_t shape, uint32_t node);
ORT_API void ort_fixpoint_close(ort_run *run);

/* ---- text ---- */

typedef struct ort_writer {
  int (*write)(void *context, const char *bytes, size_t length); /* 0: go on */
  void *context;
  char *buffer;
  size_t length;
  int stopped;
} ort_writer;

#define ORT_WRITER_BYTES ((size_t)1 << 16)

ORT_API void ort_write(ort_writer *writer, const char *bytes, size_t length);
ORT_API void ort_write_text(ort_writer *writer, const char *text);
ORT_API void ort_write_number(ort_writer *writer, uint64_t number);
/* In canonical N-Triples syntax; with visible set, what could confuse a terminal or a reader's eye is escaped too. */
ORT_API void ort_write_term(ort_writer *writer, const ort_run *run, uint32_t id, int visible);
/* What stands before a blank node's label; returns its length. */
#define ORT_BLANK_PREFIX 20
ORT_API size_t ort_blank_prefix(const ort_record *record, char *out);
/* UTF-8 with everything escaped that a terminal could act upon. */
ORT_API void ort_write_visible(ort_writer *writer, const char *text);
ORT_API void ort_write_flush(ort_writer *writer);

/* ---- a whole run ---- */

ORT_API ort_status ort_run_open(ort_run *run, const ort_program *program, const ort_allocator *allocator);
ORT_API ort_status ort_run_read(ort_run *run, int format, const ort_input *input);

/* An N-Triples document of known size, of which several threads may ask for bytes at once: read stores at most capacity of those
   from offset on and their number, 0 only at the end. */
typedef struct ort_pieces {
  uint64_t size;
  ort_status (*read)(void *context, uint64_t offset, char *buffer, size_t capacity, size_t *length);
  void *context;
} ort_pieces;

/* As ort_run_read, by as many threads as ort_run.threads says; the allocator is then called by all of them. */
ORT_API ort_status ort_run_read_pieces(ort_run *run, const ort_pieces *pieces);

/* The steps of reading: a run for a part of another's newest document; the beginning of a document; its text or a part of it. */
ORT_API ort_status ort_run_open_part(ort_run *part, const ort_run *whole);
ORT_API ort_status ort_run_begin(ort_run *run);
ORT_API ort_status ort_run_read_part(ort_run *run, int format, const ort_input *input);
ORT_API ort_status ort_run_validate(ort_run *run, int (*emit)(void *context, const ort_run *run, const ort_result *result),
                                    void *context);
/* The same without taking the time; emit: NULL when results are only to be counted. */
ORT_API ort_status ort_run_check(ort_run *run, int (*emit)(void *context, const ort_run *run, const ort_result *result),
                                 void *context);
/* As after opening, but that limits, details and threads stay as they were set: whatever happened before, what was read is
   forgotten. Costs as much as was read since the last time. */
ORT_API void ort_run_reset(ort_run *run);
/* The same, but that documents, statistics and failures stay. */
ORT_API void ort_run_forget(ort_run *run);
/* A reset, a document and its check. */
ORT_API ort_status ort_run_document(ort_run *run, int format, const ort_input *input,
                                    int (*emit)(void *context, const ort_run *run, const ort_result *result), void *context);
/* A result as a line for machines, or for people when documents' names are given. */
ORT_API void ort_write_result(ort_writer *writer, const char *const *names, const ort_run *run, const ort_result *result);
/* All of them, and for machines what was counted. */
ORT_API ort_status ort_run_write(ort_run *run, const char *const *names,
                                 int (*write)(void *context, const char *bytes, size_t length), void *context);
/* Reads a document from any place: stores at most capacity bytes and their number, 0 at the end; returns 0 when it went well. */
typedef int (*ort_read_at)(void *context, uint32_t document, uint64_t offset, char *buffer, size_t capacity, size_t *length);
/* The report for people: how it is to look, and where it goes. */
typedef struct ort_page {
  const char *texts; /* what was prepared, and its length */
  size_t length;
  const char *const *names;    /* of the documents, as people know them */
  const char *const *switches; /* what is noted at the end; NULL ends them */
  uint64_t most;               /* as many results are shown */
  int colour;                  /* ANSI colours are welcome */
  ort_read_at read;
  int (*write)(void *context, const char *bytes, size_t length); /* not 0: nobody reads any more */
  void *context;
} ort_page;

/* Checks what was read and writes the report. With any other answer than ORT_OK nothing was written, unless memory ran out in the
   second of two checks. gravest: 0 no result, 1 info, 2 warning, 3 violation or a severity of the user's own. */
ORT_API ort_status ort_run_report(ort_run *run, const ort_page *page, uint32_t *gravest);

/* ---- more data than memory ---- */

/* A place for bytes that grows as it is written to; functions return 0, or another number when they failed. */
typedef struct ort_disk {
  int (*read)(void *context, uint64_t offset, char *bytes, size_t length);
  int (*write)(void *context, uint64_t offset, const char *bytes, size_t length);
  void *context;
} ort_disk;

typedef enum ort_way {
  ORT_WAY_MEMORY = 0, /* what the shapes look at is kept until all was read */
  ORT_WAY_ONCE = 1,   /* subjects are checked and forgotten as they end; ORT_UNGROUPED when one comes again */
  ORT_WAY_DISK = 2    /* triples are grouped on disk by subject, and so many checked at once as there is memory for */
} ort_way;

/* Whether what is in memory was grouped on disk. */
ORT_API int ort_scale_is_grouped(const ort_run *run);
/* Why a way does not suit the program, given how results are explained; NULL: it does. */
ORT_API const char *ort_scale_obstacle(const ort_run *run, ort_way way);
/* Before the first document: how all are validated, in so many bytes of memory (0: no bound). Results are then asked for by
   ort_run_write with the same names. */
ORT_API ort_status ort_scale_open(ort_run *run, ort_way way, const char *const *names, const ort_disk *disk, size_t bound);
ORT_API void ort_scale_close(ort_run *run);
/* The sink of the readers. */
ORT_API ort_status ort_scale_triple(void *run, const ort_term *subject, const ort_term *predicate, const ort_term *object);
/* Of all nodes that targets find in what is in memory: whether this one, found in a row, is to be checked now. */
ORT_API int ort_scale_wants(ort_run *run, uint32_t node, uint32_t row);
/* Begins with a target, an entry's first one, or a class of it. */
ORT_API void ort_scale_target(ort_run *run, int first);
/* What is reported from now on is about the focus node at an index, for an entry. */
ORT_API void ort_scale_focus(ort_run *run, uint32_t entry, uint32_t index);
/* The document of a row of what was grouped on disk. */
ORT_API uint32_t ort_scale_document(const ort_run *run, uint32_t row);
ORT_API ort_status ort_scale_write(ort_run *run, ort_writer *writer);

/* A sentence without a full stop about a failure. */
ORT_API const char *ort_run_message(ort_status status);
ORT_API void ort_run_close(ort_run *run);

/* ---- several threads ---- */

/* How many may work at once. */
ORT_API uint32_t ort_run_threads(const ort_run *run);
/* A run for another thread, over the graph of one that is indexed: it reads what is shared and has marks, scratch memory and
   numbers of its own. To be closed even when it cannot be opened. */
ORT_API ort_status ort_worker_open(ort_run *worker, const ort_run *run);
ORT_API void ort_worker_close(ort_run *worker, ort_run *run);

/* Nanoseconds of some clock. */
ORT_API uint64_t ort_clock(void);

#endif
