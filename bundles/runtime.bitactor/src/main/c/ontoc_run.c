/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ontoc-run IMAGE FILE...: validates RDF graphs by a bytecode image, with the options and the output of a compiled validator. One
 * binary runs all images:
 *   cc -std=c99 -O2 -pthread -o ontoc-run ontoc_run.c
 */
#if !defined(_XOPEN_SOURCE) && (defined(__unix__) || defined(__APPLE__))
#define _XOPEN_SOURCE 700
#endif
#if defined(__GNUC__)
#define ORT_UNUSED __attribute__((unused))
#else
#define ORT_UNUSED
#endif
#define ORT_API static ORT_UNUSED

#include "ort_all.c"
#include "bitactor_graph.c"
#include "bitactor_graph_load.c"
#include "bitactor_graph_terms.c"
#include "bitactor_graph_automata.c"
#include "bitactor_graph_handlers.c"
#include "bitactor_graph_references.c"

/* ---- what the command line asks of a validator ---- */

typedef struct ontoc_run_error {
  int status;
  const char *message;
  uint32_t document;
  uint32_t line;
  uint32_t column;
  uint64_t offset;
} ontoc_run_error;

typedef struct ontoc_run_statistics {
  uint64_t triples;
  uint64_t kept;
  uint64_t focus_nodes;
  uint64_t results;
  uint64_t read_nanos;
  uint64_t check_nanos;
} ontoc_run_statistics;

typedef struct ontoc_run_validator {
  ort_run run;
  ontoc_run_error error;
  ontoc_run_statistics statistics;
} ontoc_run_validator;

/* Copies what the run says to where the caller may look at it. */
static int oc_finish(ontoc_run_validator *validator) {
  const ort_run *run = &validator->run;
  validator->error.status = (int)run->status;
  validator->error.message = run->error.message != NULL ? run->error.message : ort_run_message(run->status);
  validator->error.document = run->document == 0 ? 0 : run->document - 1;
  validator->error.line = run->error.at.line;
  validator->error.column = run->error.at.column;
  validator->error.offset = run->error.offset;
  validator->statistics.triples = run->statistics.triples;
  validator->statistics.kept = run->graph.kept;
  validator->statistics.focus_nodes = run->statistics.focus_nodes;
  validator->statistics.results = run->statistics.results;
  validator->statistics.read_nanos = run->statistics.read_nanos;
  validator->statistics.check_nanos = run->statistics.check_nanos;
  return (int)run->status;
}

static const ort_program *oc_program; /* of the image that this process runs */

static ontoc_run_validator *ontoc_run_create(const void *allocator) {
  ontoc_run_validator *validator = (ontoc_run_validator *)malloc(sizeof *validator);
  (void)allocator;
  if (validator == NULL) return NULL;
  ort_run_open(&validator->run, oc_program, NULL);
  oc_finish(validator);
  return validator;
}

static void ontoc_run_limit(ontoc_run_validator *validator, size_t line_bytes) { validator->run.limits.token_bytes = line_bytes; }

static void ontoc_run_detail(ontoc_run_validator *validator, uint32_t depth, uint32_t results) {
  ort_caller_detail(&validator->run, depth, results);
}

static int ontoc_run_read_stream(ontoc_run_validator *validator, int format, const char *base,
                                 int (*read)(void *context, char *buffer, size_t capacity, size_t *length), void *context) {
  ort_caller_read(&validator->run, format, base, read, context);
  return oc_finish(validator);
}

static ORT_UNUSED void ontoc_run_threads(ontoc_run_validator *validator, uint32_t count) { validator->run.threads = count; }

static ORT_UNUSED int ontoc_run_read_pieces(ontoc_run_validator *validator, uint64_t size,
                                            int (*read)(void *context, uint64_t offset, char *buffer, size_t capacity,
                                                        size_t *length),
                                            void *context) {
  ort_caller_read_pieces(&validator->run, size, read, context);
  return oc_finish(validator);
}

static int ontoc_run_validate_human(ontoc_run_validator *validator, const char *const *names,
                                    int (*write)(void *context, const char *bytes, size_t length), void *context) {
  ort_run_write(&validator->run, names, write, context);
  return oc_finish(validator);
}

static int ontoc_run_validate_text(ontoc_run_validator *validator,
                                   int (*write)(void *context, const char *bytes, size_t length), void *context) {
  return ontoc_run_validate_human(validator, NULL, write, context);
}

typedef ort_page ontoc_run_page;

static ORT_UNUSED int ontoc_run_report(ontoc_run_validator *validator, const ontoc_run_page *page, uint32_t *gravest) {
  ort_run_report(&validator->run, page, gravest);
  return oc_finish(validator);
}

typedef ort_disk ontoc_run_disk;

static const char *ontoc_run_obstacle(const ontoc_run_validator *validator, int way) {
  return ort_scale_obstacle(&validator->run, (ort_way)way);
}

static int ontoc_run_way(ontoc_run_validator *validator, int way, const char *const *names, const ontoc_run_disk *disk,
                         size_t bytes) {
  ort_scale_open(&validator->run, (ort_way)way, names, disk, bytes);
  return oc_finish(validator);
}

static void ontoc_run_reset(ontoc_run_validator *validator) { ort_run_reset(&validator->run); }

static const ontoc_run_error *ontoc_run_last_error(const ontoc_run_validator *validator) { return &validator->error; }

static const ontoc_run_statistics *ontoc_run_last_statistics(const ontoc_run_validator *validator) {
  return &validator->statistics;
}

static void ontoc_run_destroy(ontoc_run_validator *validator) {
  ort_run_close(&validator->run);
  free(validator);
}

#define ORT_PROGRAM(symbol) ontoc_run_##symbol
#define ORT_PROGRAM_NAME "ontoc-run IMAGE"
#define ORT_OWN_MAIN
#include "ort_main.c"

/* ---- the image ---- */

enum { OC_MOST_BYTES = 1 << 28 };

/* The bytes of a file, one more than OC_MOST_BYTES at most; NULL when it cannot be read, which errno explains. */
static uint8_t *oc_bytes(const char *path, size_t *length) {
  size_t capacity = (size_t)1 << 16;
  uint8_t *bytes = (uint8_t *)malloc(capacity);
  FILE *file = fopen(path, "rb");
  *length = 0;
  while (bytes != NULL && file != NULL) {
    uint8_t *more;
    *length += fread(bytes + *length, 1, capacity - *length, file);
    if (*length < capacity || capacity > OC_MOST_BYTES) break;
    more = (uint8_t *)realloc(bytes, capacity *= 2);
    if (more == NULL) free(bytes);
    bytes = more;
  }
  if (file == NULL || ferror(file)) {
    free(bytes);
    bytes = NULL;
  }
  if (file != NULL) fclose(file);
  return bytes;
}

int main(int count, char **arguments) {
  bit_graph graph;
  const char *fault;
  size_t length;
  uint8_t *bytes;
  int status;
  if (count < 2) return mn_usage("no image is named", "");
  bytes = oc_bytes(arguments[1], &length);
  if (bytes == NULL) {
    fprintf(stderr, "%s: error: %s\n", arguments[1], strerror(errno));
    return MN_USAGE;
  }
  fault = bit_graph_load(&graph, bytes, length, NULL);
  if (fault != NULL) {
    fprintf(stderr, "%s: error: %s\n", arguments[1], fault);
    status = MN_SYNTAX;
  } else {
    oc_program = &graph.program;
    status = mn_main(count - 1, arguments + 1);
  }
  bit_graph_close(&graph);
  free(bytes);
  return status;
}
