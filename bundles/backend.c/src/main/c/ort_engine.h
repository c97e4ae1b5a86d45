/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The engine of a generated validator: term table, graph, classes, paths, results. One ort_run is one validator; nothing is
 * global. A failure is kept in ort_run.status: from then on nothing is reported and every loop over focus nodes ends.
 */
#ifndef ORT_ENGINE_H
#define ORT_ENGINE_H

#include "ort_program.h"
#include "ort_regex.h"

/* ---- memory ---- */

typedef struct ort_memory {
  ort_allocator allocator;
  size_t used;
  size_t peak;
} ort_memory;

/* realloc with accounting; NULL when there is no memory (or bytes is 0). */
ORT_API void *ort_resize(ort_memory *memory, void *block, size_t old_bytes, size_t bytes);
ORT_API void ort_free(ort_memory *memory, void *block, size_t bytes);

/* Makes room for at least needed elements, doubling; NULL when that fails, and then the block is as it was. */
ORT_API void *ort_grow(ort_memory *memory, void *block, size_t element, uint32_t *capacity, uint32_t needed);

typedef struct ort_vector {
  uint32_t *at;
  uint32_t count;
  uint32_t capacity;
} ort_vector;

ORT_API ort_status ort_vector_push(ort_memory *memory, ort_vector *vector, uint32_t value);
ORT_API void ort_vector_free(ort_memory *memory, ort_vector *vector);

/* A stack of scratch memory whose blocks never move. */
typedef struct ort_block {
  struct ort_block *below;
  size_t capacity;
  size_t used;
} ort_block;

typedef struct ort_mark {
  ort_block *block;
  size_t used;
} ort_mark;

/* ---- terms ---- */

#define ORT_TAG 5 /* a language tag as a record of the term table; its qualifier is the tag in lower case, 0 for one that is */
#define ORT_TYPE_UNKNOWN 255

/* A term; its text follows. Qualifier: the id of a literal's datatype or tag, a blank node's document plus 1, else 0. */
typedef struct ort_record {
  uint32_t length;
  uint32_t qualifier;
  uint8_t kind;  /* ort_kind, or ORT_TAG */
  uint8_t type;  /* ort_datatype of a literal, or of an IRI that is used as a datatype */
  uint8_t valid; /* lexical form: 0 not yet looked at, 1 valid, 2 invalid */
  uint8_t spare;
} ort_record;

typedef struct ort_slot {
  uint32_t hash;
  uint32_t id; /* 0: free */
  ort_record *record;
} ort_slot;

/* A term that is not looked for yet; record: NULL for none. */
typedef struct ort_pending {
  ort_record *record;
  uint32_t hash;
  uint32_t identity;
} ort_pending;

typedef struct ort_terms {
  ort_memory *memory;
  ort_slot *slots;
  size_t slot_count; /* a power of two */
  ort_record **records; /* by id; ids count from 1 */
  uint32_t count;
  uint32_t capacity;
  ort_block *arena;
  uint64_t seed;
  uint64_t keys[3];
  uint32_t datatype; /* the last one seen */
  char *fold;        /* a tag in lower case */
  uint32_t fold_capacity;
  uint32_t kept;     /* as many terms, the constants, outlive a reset; how the table was then */
  size_t kept_slots;
  ort_mark kept_arena;
  ort_block *kept_below; /* other tables' blocks come between */
} ort_terms;

/* The seed only changes where terms lie in the table. Blank nodes among the constants equal no term of the data. */
ORT_API ort_status ort_terms_open(ort_terms *terms, ort_memory *memory, uint64_t seed, const ort_constant *constants,
                                  uint32_t count);
/* The id of a term, added when it is new. */
ORT_API ort_status ort_terms_intern(ort_terms *terms, const ort_term *term, uint32_t document, uint32_t *id);
/* The same in two steps, between which the processor fetches where to look: no other term may be asked for meanwhile. */
ORT_API ort_status ort_terms_begin(ort_terms *terms, const ort_term *term, uint32_t document, ort_pending *pending);
ORT_API ort_status ort_terms_end(ort_terms *terms, ort_pending *pending, uint32_t *id);
/* Adds the terms of another table, in their order, to one with the same seed and constants, and takes over their memory; map
   receives this table's id for each id of the other. */
ORT_API ort_status ort_terms_take(ort_terms *terms, ort_terms *other, uint32_t constants, uint32_t *map);
/* Only terms that are added from now on are forgotten by a reset. */
ORT_API void ort_terms_keep(ort_terms *terms);
ORT_API void ort_terms_close(ort_terms *terms);

ORT_INLINE const char *ort_text_of(const ort_record *record) { return (const char *)(record + 1); }

/* The tag in lower case: what two literals' languages are compared by. */
ORT_INLINE uint32_t ort_tag_identity(const ort_terms *terms, uint32_t tag) {
  const uint32_t folded = terms->records[tag]->qualifier;
  return folded != 0 ? folded : tag;
}

/* ---- graph ---- */

#define ORT_NO_ROW UINT32_MAX

typedef struct ort_triple {
  uint32_t subject;
  uint32_t predicate;
  uint32_t object;
} ort_triple;

typedef struct ort_checkpoint {
  uint64_t offset;
  uint32_t document;
  uint32_t line;
} ort_checkpoint;

/* Where a subject stands whose triples start at a row. */
typedef struct ort_stretch {
  uint32_t row;
  ort_position at;
} ort_stretch;

/* Entries by key, then predicate, then first occurrence. */
typedef struct ort_index {
  uint32_t *first; /* by term: its first entry; one more at the end */
  uint32_t *predicate;
  uint32_t *node;
  uint32_t *row;
  uint32_t count; /* entries that there is room for */
} ort_index;

/* A predicate's id by the token that a reader gave it. */
typedef struct ort_token {
  uint64_t token;
  uint32_t id;
} ort_token;

#define ORT_TOKENS 16

typedef struct ort_graph {
  ort_token tokens[ORT_TOKENS];
  ort_triple *triples;
  uint32_t triple_capacity;
  ort_position *positions; /* of the objects */
  uint32_t position_capacity;
  uint32_t count;
  ort_pending object; /* of the last row */
  ort_stretch *stretches;
  uint32_t stretch_count;
  uint32_t stretch_capacity;
  ort_checkpoint *checkpoints;
  uint32_t checkpoint_count;
  uint32_t checkpoint_capacity;
  ort_vector documents; /* the first row of each */
  uint32_t subject;     /* of the last triple kept; 0: none of this document */
  int fresh;            /* and of the last triple read */
  uint32_t terms;       /* how many there were when the indexes were made */
  ort_index by_subject;
  ort_index by_object;
  uint32_t *order; /* rows by predicate */
  uint32_t *order_first;
} ort_graph;

typedef struct ort_classes {
  uint32_t *number; /* by term: a class's number, counted from 1; 0: no class of interest */
  ort_vector found; /* members of each class of the program: the class and its subclasses */
  ort_vector first; /* by class of the program: where its members start */
  uint32_t count;
  uint32_t words; /* per set */
  uint32_t *sets;
} ort_classes;

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
  const uint32_t *row;
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
};

#endif
