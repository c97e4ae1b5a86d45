/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Validation of more data than there is memory for: in one pass when it is grouped by subject, or grouped on disk first. Private to
 * the runtime. docs/decisions/0021-larger-than-memory.md says why it is so.
 */
#ifndef ORT_SCALE_H
#define ORT_SCALE_H

#include "ort_key.h"

/* ---- bytes on disk ---- */

/* The largest block. */
#ifndef ORT_SPOOL_BLOCK
#define ORT_SPOOL_BLOCK 65536u
#endif

typedef struct ort_spool {
  ort_disk disk;
  ort_memory *memory;
  uint32_t block_bytes;
  uint32_t blocks;  /* that the disk has */
  ort_vector free;  /* those that nobody needs */
} ort_spool;

/* Bytes that are appended, later read from the beginning. */
typedef struct ort_stream {
  ort_vector blocks;
  char *buffer; /* of the block that is being filled */
  size_t filled;
  uint64_t bytes;
} ort_stream;

typedef struct ort_cursor {
  const ort_stream *stream;
  char *buffer;
  size_t capacity;
  size_t at;
  size_t end;
  uint32_t block; /* the next one */
  int last;       /* nobody will read the stream again: its blocks can be used for others */
} ort_cursor;

ORT_API void ort_spool_open(ort_spool *spool, ort_memory *memory, const ort_disk *disk, size_t bound);
ORT_API void ort_spool_close(ort_spool *spool);
ORT_API ort_status ort_stream_write(ort_spool *spool, ort_stream *stream, const void *bytes, size_t length);
/* Nothing more will be written. */
ORT_API ort_status ort_stream_end(ort_spool *spool, ort_stream *stream);
/* Gives back the blocks from one on; those before it were. */
ORT_API void ort_stream_free(ort_spool *spool, ort_stream *stream, uint32_t from);
ORT_API void ort_cursor_open(ort_cursor *cursor, const ort_stream *stream, int last);
/* The next bytes, in one piece until the next call; NULL at the end. */
ORT_API ort_status ort_cursor_take(ort_spool *spool, ort_cursor *cursor, size_t length, const char **bytes);
ORT_API void ort_cursor_close(ort_spool *spool, ort_cursor *cursor);

/* ---- records in order ---- */

#define ORT_RUNS 32u
#define ORT_KEYS 4u

typedef struct ort_sorter {
  ort_spool *spool;
  unsigned keys;   /* numbers that records are sorted by */
  int multiple;    /* records with the same key stay */
  size_t most;     /* bytes in memory */
  char *buffer;
  uint32_t capacity;
  uint32_t filled;
  uint32_t *places; /* of the records in the buffer, in units of 8 bytes */
  uint32_t place_capacity;
  uint32_t count;
  const uint32_t *sorted; /* the places in order, when nothing was written to disk */
  uint32_t next;
  ort_stream run[ORT_RUNS];
  uint32_t runs;
  ort_cursor cursors[ORT_RUNS];
  const char *fronts[ORT_RUNS]; /* the next record of each run */
  uint32_t taken;               /* the run whose front was handed out */
  uint64_t last[ORT_KEYS];
  int last_known;
} ort_sorter;

typedef struct ort_sorted {
  const char *record; /* begins with the keys; NULL: there is none */
  const char *text;
  size_t length;
  int repeated; /* the key is that of the one before */
} ort_sorted;

ORT_API void ort_sorter_open(ort_sorter *sorter, ort_spool *spool, unsigned keys, size_t capacity);
ORT_API ort_status ort_sorter_add(ort_sorter *sorter, const uint64_t *keys, const char *text, size_t length);
/* A new run, to be written with records that are in order. */
ORT_API ort_status ort_sorter_run(ort_sorter *sorter, ort_stream **run);
/* After the last record: those that follow are read. */
ORT_API ort_status ort_sorter_read(ort_sorter *sorter);
ORT_API ort_status ort_sorter_next(ort_sorter *sorter, ort_sorted *found);
ORT_API void ort_sorter_close(ort_sorter *sorter);

/* ---- subjects that were there ---- */

/* Hashes, in a table whose order is theirs but for collisions; when it is full it is written to disk. */
typedef struct ort_seen {
  uint64_t *slots; /* 0: free */
  uint32_t bits;
  uint32_t most_bits;
  uint32_t count;
  ort_sorter sorter;
} ort_seen;

ORT_API void ort_seen_open(ort_seen *seen, ort_spool *spool, size_t capacity);
/* ORT_UNGROUPED: it was there. */
ORT_API ort_status ort_seen_add(ort_seen *seen, uint64_t hash);
/* ORT_UNGROUPED: one was there twice. */
ORT_API ort_status ort_seen_finish(ort_seen *seen);
ORT_API void ort_seen_close(ort_seen *seen);

/* ---- triples on disk ---- */

/* A triple on disk, or, with this as its predicate, the beginning of a stretch of them; so many bytes follow: an origin and the
   subject's text, or the texts of the object, of its qualifier and of a predicate without an id. */
#define ORT_BEGINS UINT32_MAX
typedef struct ort_packed {
  uint32_t bytes;
  uint32_t predicate;
  uint32_t kind; /* of the object or the subject */
  uint32_t length;
  uint32_t qualifier_length;
  ort_position at;
} ort_packed;

typedef struct ort_origin {
  uint64_t number;
  uint64_t hash;
  uint32_t document;
  uint32_t spare;
} ort_origin;

/* Triples whose subjects' hashes begin alike, and copies of others that those need. */
typedef struct ort_part {
  ort_stream own;
  ort_stream types; /* of their objects; shared by the parts that this one is divided into */
  uint64_t stretch; /* the last one that was written, counted from 1 */
  uint64_t least;   /* of the subjects' hashes */
  uint64_t most;
  uint32_t document; /* of the one with the least, counted from 1 */
  ort_position at;   /* where that is */
} ort_part;

/* Where a stretch was read. */
typedef struct ort_stretch_of {
  uint64_t number;
  uint32_t document; /* counted from 1 */
  uint32_t spare;
} ort_stretch_of;

typedef struct ort_grouping {
  ort_part *parts;
  uint32_t bits;   /* of the hash tell the parts from each other */
  uint64_t number; /* of the stretch that is written or read, counted from 1 */
  uint64_t hash;   /* of its subject */
  ort_vector text; /* of that */
  size_t length;
  ort_kind kind;
  uint32_t document; /* counted from 1 */
  ort_position at;
  ort_sorter wanted; /* hash of an object, part that needs its types */
  ort_sorter types;  /* hash of a node, number of what was kept: one of its types, or its first triple in a stretch */
  uint64_t told;     /* the last stretch that is among those */
  ort_stretch_of *numbers; /* by stretch in memory */
  uint32_t number_count;
  uint32_t number_capacity;
  int stuck; /* more memory cannot be had by dividing */
} ort_grouping;

struct ort_scale {
  ort_way way;
  size_t bound;
  const char *const *names; /* of the documents, for people; NULL: for machines */
  ort_spool spool;
  ort_sorter results; /* by entry and target, stretch, place, number among those of the focus node */
  ort_writer writer;  /* of one line, to be kept */
  ort_vector line;
  size_t line_length;
  ort_vector orders; /* by focus node: the target that found it */
  uint32_t order;
  uint32_t entry;
  uint32_t focus; /* which of those that were collected */
  uint64_t number; /* of its results */
  uint8_t *targets; /* by constant: 1 for a node that is a target, 2 when it was checked */
  int last;         /* what is left of those is checked */
  uint64_t stretches; /* before those in memory */
  uint64_t kept;
  uint32_t bits;   /* a node is checked when its hash begins with so many bits that are */
  uint64_t prefix; /* these */
  ort_seen seen;
  ort_grouping grouping;
};

/* Checks what is in memory. */
ORT_API ort_status ort_scale_check(ort_run *run);
/* Forgets triples and terms, but neither results nor statistics. */
ORT_API ort_status ort_scale_forget(ort_run *run);
/* Checks the nodes that are targets and have no triples. */
ORT_API ort_status ort_scale_rest(ort_run *run);
/* A hash that depends on the term only. */
ORT_API uint64_t ort_scale_hash(ort_run *run, uint32_t node);
/* One pass. */
ORT_API ort_status ort_once_triple(void *run, const ort_term *subject, const ort_term *predicate, const ort_term *object);
ORT_API ort_status ort_once_finish(ort_run *run);
/* Grouping on disk. */
ORT_API ort_status ort_group_open(ort_run *run);
ORT_API ort_status ort_group_triple(void *run, const ort_term *subject, const ort_term *predicate, const ort_term *object);
/* After the last triple: parts can be read. */
ORT_API ort_status ort_group_end(ort_run *run);
/* Sets the subject's text. */
ORT_API ort_status ort_group_subject(ort_run *run, const char *text, size_t length);
/* Appends a triple of the current subject to a part. */
ORT_API ort_status ort_group_put(ort_run *run, ort_part *part, int own, const ort_packed *packed, const char *const *texts);
/* Checks all parts. */
ORT_API ort_status ort_group_finish(ort_run *run);
ORT_API void ort_group_close(ort_run *run);

#endif
