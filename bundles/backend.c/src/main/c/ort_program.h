/* SPDX-License-Identifier: Apache-2.0 */
/* A program as tables: what it reads, whom it checks. The generated code fills them, the engine interprets them. */
#ifndef ORT_PROGRAM_H
#define ORT_PROGRAM_H

#include "ort.h"

#ifndef ORT_UNUSED
#if defined(__GNUC__)
#define ORT_UNUSED __attribute__((unused))
#else
#define ORT_UNUSED
#endif
#endif
#define ORT_INLINE static inline ORT_UNUSED
/* What happens for results only. */
#if defined(__GNUC__)
#define ORT_COLD __attribute__((cold, noinline))
#else
#define ORT_COLD
#endif

/* A term that the program names; the constant at index i has id i + 1. */
typedef struct ort_constant {
  const char *text;
  size_t length;
  const char *qualifier; /* as in ort_term */
  size_t qualifier_length;
  ort_kind kind;
} ort_constant;

typedef struct ort_run ort_run;

enum { ORT_ROLE_FORWARD = 1, ORT_ROLE_INVERSE = 2 };

typedef enum ort_target_kind { ORT_TARGET_NODE, ORT_TARGET_CLASS, ORT_TARGET_SUBJECTS, ORT_TARGET_OBJECTS } ort_target_kind;

typedef struct ort_target {
  ort_target_kind kind;
  uint32_t what; /* a constant's id; for a class its index among the program's classes */
} ort_target;

/* Whether a node conforms to a shape. */
typedef int (*ort_test)(ort_run *run, uint32_t node);
/* Reports the results of a shape for a focus node. */
typedef void (*ort_shape_report)(ort_run *run, uint32_t focus);

/* A shape that refers to itself, be it by way of others; shapes of one component refer to each other. */
typedef struct ort_recursive {
  ort_test test; /* asks for the other shapes of the component by ort_conforms */
  ort_shape_report report;
  uint32_t component;
  uint32_t shape; /* what an interpreter calls it */
} ort_recursive;

typedef struct ort_entry {
  ort_shape_report report;
  const ort_target *targets;
  uint32_t target_count;
  uint32_t shape; /* what an interpreter calls it */
} ort_entry;

/* Stands for the functions of shapes in a program that has none. */
typedef struct ort_interpreter {
  void (*report)(ort_run *run, uint32_t shape, uint32_t focus); /* of an entry */
  int (*test_recursive)(ort_run *run, uint32_t shape, uint32_t node);
  void (*report_recursive)(ort_run *run, uint32_t shape, uint32_t focus);
} ort_interpreter;

/* What people are told about a check; UTF-8. */
typedef struct ort_check {
  const char *shape;
  const char *path; /* empty for a node shape */
  const char *severity;
  const char *component[2]; /* by variant */
  const char *message;
} ort_check;

typedef struct ort_edge {
  uint32_t from;
  uint32_t to;
} ort_edge;

/* What of the graph the check of a focus node looks at, besides its own triples; texts say what does and where, NULL: nothing. */
typedef struct ort_reach {
  const char *types;   /* the types of its value nodes */
  const char *details; /* where the triples of its value nodes begin, to explain its results */
  const char *graph;   /* more */
  const uint8_t *valued; /* by id of a predicate: whether its objects are such value nodes */
} ort_reach;

typedef struct ort_program {
  const ort_constant *constants;
  uint32_t constant_count;
  const uint32_t *predicates; /* hash table of ids of the constants that are read as predicates; 0: free */
  uint32_t predicate_mask;
  const uint8_t *roles;       /* by id: how a predicate is looked up */
  uint32_t everything;        /* triples with other predicates are kept too */
  uint32_t lists;             /* some target needs the subjects or objects of a predicate */
  uint32_t type;              /* the id of rdf:type; 0: not read */
  uint32_t sub_class_of;      /* the id of rdfs:subClassOf; 0: not read */
  const uint32_t *classes;
  uint32_t class_count;
  const ort_edge *hierarchy; /* subclass, superclass */
  uint32_t hierarchy_count;
  const ort_entry *entries;
  uint32_t entry_count;
  const ort_check *checks;
  const ort_recursive *recursive;
  uint32_t recursive_count;
  const ort_interpreter *interpreter; /* NULL: shapes have functions */
  const ort_test *passing; /* by id of a predicate: whether one of its objects need not be known any closer; NULL: none is so */
  const ort_reach *reach; /* NULL: any part of the graph */
} ort_program;

/* The hash of the table of predicates; computed by the compiler too. */
ORT_API uint32_t ort_predicate_hash(const char *text, size_t length);

#endif
