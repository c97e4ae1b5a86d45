/* SPDX-License-Identifier: Apache-2.0 */
/* What was read, as rows, and what is made of them. */
#ifndef ORT_GRAPH_H
#define ORT_GRAPH_H

#include "ort_terms.h"

/* ---- graph ---- */

#define ORT_NO_ROW UINT32_MAX

/* The node of an object that satisfies whatever the program asks of objects of its predicate, so that nothing but which of them
   are the same matters: this bit and its number among such objects. Ids of terms are less. */
#define ORT_PASSED ((uint32_t)1 << 31)

typedef struct ort_checkpoint {
  uint64_t offset;
  uint32_t document;
  uint32_t line;
} ort_checkpoint;

/* Triples that were read one after another and have the same subject: the rows from this one to the next stretch's. Few of them
   are sorted by predicate, first occurrence first, without repetitions; many are left as they came. */
typedef struct ort_stretch {
  uint32_t subject;
  uint32_t row;
  ort_position at; /* where the subject stands */
} ort_stretch;

/* Where a row's object stands: lines below where its stretch began, then the column in 16 bits; or this bit and a number among the
   places that do not fit. */
#define ORT_FAR ((uint32_t)1 << 31)

/* The longest stretch that is sorted as soon as it was read. */
#define ORT_SHORT_STRETCH 24u

/* Rows of one subject, by predicate, then first occurrence, each triple once. */
typedef struct ort_extent {
  uint32_t from;
  uint32_t to;
} ort_extent;

/* Entries by object, then predicate, then first occurrence. */
typedef struct ort_index {
  uint32_t *first; /* by term: its first entry; one more at the end */
  uint32_t *predicate; /* NULL: all entries have this one */
  uint32_t only;
  uint32_t *node; /* the subject */
  uint32_t *row;
  uint32_t count; /* entries that there is room for */
} ort_index;

/* A row and its subject. */
typedef struct ort_listed {
  uint32_t row;
  uint32_t subject;
} ort_listed;

typedef struct ort_graph {
  uint16_t *predicate; /* by row, when all that the program keeps have ids that are so short, else */
  uint32_t *wide_predicate;
  uint32_t predicate_capacity;
  uint32_t *node; /* the object */
  uint32_t node_capacity;
  uint32_t *places; /* of the objects: see ort_place */
  uint32_t place_capacity;
  ort_position *far; /* places that are not near their stretch's beginning */
  uint32_t far_count;
  uint32_t far_capacity;
  uint64_t *passed; /* by number of an object that passed: its hash */
  uint32_t passed_count;
  uint32_t passed_capacity;
  uint32_t count;     /* rows that were read; copies follow them */
  uint32_t *source;   /* by number of a copy: the row that it is one of */
  uint32_t copies;
  uint32_t *next; /* by stretch, while the index is made: the subject's next one */
  uint8_t *has;       /* by constant: whether there are rows with it as their predicate */
  uint64_t kept;      /* triples, with those that were said before */
  ort_stretch *stretches;
  uint32_t stretch_count;
  uint32_t stretch_capacity;
  ort_checkpoint *checkpoints;
  uint32_t checkpoint_count;
  uint32_t checkpoint_capacity;
  ort_vector documents; /* the first row of each */
  uint32_t subject;     /* of the last row; 0: none of this document */
  uint32_t line;        /* where that one's stretch begins */
  uint32_t terms;       /* how many there were when the indexes were made */
  ort_extent *by_subject; /* by term */
  ort_index by_object;
  ort_listed *order; /* rows by predicate; NULL when nothing asks for them */
  uint32_t *order_first; /* by constant */
  uint32_t listed;
} ort_graph;

typedef struct ort_classes {
  uint32_t *number; /* by term: a class's number, counted from 1; 0: no class of interest */
  uint32_t capacity;
  int plain;        /* all that is known is what the program says, whatever the data */
  ort_vector found; /* members of each class of the program: the class and its subclasses */
  ort_vector first; /* by class of the program: where its members start */
  uint32_t count;
  uint32_t words; /* per set */
  uint32_t *sets;
} ort_classes;

#endif
