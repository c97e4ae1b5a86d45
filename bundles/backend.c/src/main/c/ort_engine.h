/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The engine of a generated validator: term table, graph, classes, paths, results. One ort_run is one validator; nothing is
 * global. A failure is kept in ort_run.status: from then on nothing is reported and every loop over focus nodes ends.
 */
#ifndef ORT_ENGINE_H
#define ORT_ENGINE_H

#include "ort_graph.h"
#include "ort_regex.h"

/* ---- paths ---- */

typedef enum ort_move_kind { ORT_MOVE_FORWARD, ORT_MOVE_INVERSE, ORT_MOVE_EMPTY } ort_move_kind;

typedef struct ort_move {
  ort_move_kind kind;
  uint32_t predicate;
  uint32_t to;
} ort_move;

/* A path as an automaton over predicates: starts in state 0. */
typedef struct ort_path {
  const ort_move *moves;
  const uint32_t *first; /* by state, one more at the end */
  uint32_t accept;
} ort_path;

/* A set of value nodes, and the rows whose objects they are (ORT_NO_ROW: the focus node itself). */
typedef struct ort_values {
  const uint32_t *node;
  const uint32_t *row; /* NULL: the rows from first on */
  uint32_t first;
  uint32_t count;
} ort_values;

typedef struct ort_walk {
  uint64_t *queue; /* state and node */
  uint32_t *rows;
  uint32_t queue_capacity;
  uint32_t row_capacity;
  uint32_t count;
  uint64_t *seen;
  size_t seen_capacity;
} ort_walk;

/* ---- recursive shapes ---- */

enum { ORT_PAIR_OPEN, ORT_PAIR_CONFORMS, ORT_PAIR_VIOLATES };

/* A recursive shape and a node. */
typedef struct ort_pair {
  uint32_t shape; /* its index among the recursive ones */
  uint32_t node;
  uint32_t readers; /* the first of those whose value relied on this one's, counted from 1 */
  uint32_t scope;   /* the innermost in which it was reported; 0: none that is open */
  uint8_t value;
  uint8_t queued;
  uint8_t known; /* was in the queue */
} ort_pair;

typedef struct ort_reader {
  uint32_t pair;
  uint32_t next; /* counted from 1 */
} ort_reader;

/* A pair whose results are still to be reported. */
typedef struct ort_later {
  uint32_t pair;
  uint32_t row;
  uint32_t scope; /* what the pair's was */
} ort_later;

typedef struct ort_fixpoint {
  ort_pair *pairs;
  uint32_t pair_count;
  uint32_t pair_capacity;
  uint32_t *slots; /* by hash: a pair's index, counted from 1 */
  size_t slot_count;
  ort_reader *readers;
  uint32_t reader_count;
  uint32_t reader_capacity;
  ort_vector queue;
  uint32_t current; /* the pair that is evaluated, counted from 1; 0: none */
  ort_later *later;
  uint32_t later_count;
  uint32_t later_capacity;
  ort_vector reporting; /* pairs whose report is not at its end, outermost first */
  uint32_t scope; /* how many are open */
} ort_fixpoint;

/* ---- results ---- */

typedef struct ort_result {
  uint32_t check;
  uint32_t variant;
  uint32_t focus;
  uint32_t value; /* 0: none */
  uint32_t path;  /* the offending predicate of a closed shape, else 0 */
  uint32_t depth; /* 0: counted; else it explains the last result before it whose depth is less by one */
  uint32_t document;
  ort_position at;
  uint32_t checkpoint_line;
  uint64_t checkpoint_offset;
} ort_result;

/* The results of other shapes that explain a result (sh:detail): found after it, one deeper than it. */
typedef struct ort_details {
  uint32_t deepest; /* 0: no details */
  uint32_t most;    /* for one counted result */
  uint32_t depth;   /* of what is found now; 0: counted results */
  uint32_t left;    /* how many more the last counted result may have */
  int full;         /* one was left out because of their number */
  int cut;          /* one was left out */
  uint64_t cut_results; /* counted results that lack some */
} ort_details;

typedef struct ort_statistics {
  uint64_t triples;
  uint64_t focus_nodes;
  uint64_t results;
  uint64_t read_nanos;
  uint64_t check_nanos;
} ort_statistics;

typedef struct ort_ahead ort_ahead;
typedef struct ort_scale ort_scale;

struct ort_run {
  const ort_program *program;
  ort_memory memory;
  ort_status status;
  ort_error error;
  uint32_t document; /* how many were begun */
  int indexed;
  uint32_t threads; /* that may read at once; 0 and 1: only the caller's */
  ort_limits limits;
  ort_terms terms;
  ort_graph graph;
  ort_ahead *ahead; /* triples that wait for their terms */
  ort_classes classes;
  uint32_t *marks; /* by term */
  uint32_t stamp;
  ort_vector focus;
  ort_vector focus_rows; /* where the focus nodes were found */
  uint32_t row;          /* where the current focus node was found */
  ort_block *scratch;
  ort_block *spare;
  ort_walk walk;
  ort_details details;
  ort_fixpoint fixpoint;
  int (*emit)(void *context, const ort_run *run, const ort_result *result);
  void *emit_context;
  ort_statistics statistics;
  ort_scale *scale; /* NULL: all that is kept is in memory */
};

#endif
