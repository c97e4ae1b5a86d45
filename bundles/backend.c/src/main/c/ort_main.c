/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The command line of a stand-alone validator. main.c is three lines that name the program (ORT_PROGRAM, ORT_PROGRAM_NAME, its
 * header), followed by this file and ort_report_main.c.
 */
#if !defined(_XOPEN_SOURCE) && (defined(__unix__) || defined(__APPLE__))
#define _XOPEN_SOURCE 700
#endif

#ifndef ORT_PROGRAM
#include "demo.h" /* this file by itself: any generated header does */
#define ORT_PROGRAM(name) demo_##name
#define ORT_PROGRAM_NAME "demo"
#endif

#include "ort_temporary.c"
#if defined(__unix__) || defined(__APPLE__)
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#endif

enum { MN_CONFORMS = 0, MN_RESULTS = 1, MN_USAGE = 2, MN_SYNTAX = 3, MN_INTERNAL = 5, MN_LIMIT = 124, MN_LEFT = 125 };
enum { MN_MOST_THREADS = 64, MN_FAIL_ON_VIOLATION = 3 };
enum { MN_OK = 0, MN_STATUS_SYNTAX = 1, MN_STATUS_MEMORY = 2, MN_STATUS_LIMIT = 3, MN_STATUS_IO = 5 };
enum { MN_STATUS_UNGROUPED = 6, MN_STATUS_DISK = 7 };
/* What is kept: all until everything was read, a subject until it ends, or all on disk. */
enum { MN_MEMORY = 0, MN_ONCE = 1, MN_DISK = 2, MN_ANY_WAY = 3 };
enum { MN_NO_FILE = -2, MN_AGAIN = -1 }; /* another way is to be tried */

#define MN_NO_NUMBER ((size_t)-1)

/* A process that ends gives its memory back at once; only who looks for leaks wants it freed piece by piece. */
#if defined(ORT_FREE_AT_EXIT) || defined(__SANITIZE_ADDRESS__)
#define MN_FREES 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MN_FREES 1
#endif
#endif
#ifndef MN_FREES
#define MN_FREES 0
#endif

typedef struct mn_document {
  const char *path;
  const char *name; /* as people are to see it */
  const char *base;
  int format; /* 0 N-Triples, 1 Turtle */
} mn_document;

typedef struct mn_options {
  int machine;
  int frames;
  size_t max_line_bytes;
  size_t threads; /* 0: one for each processor */
  size_t detail_depth;
  size_t detail_results;
  size_t memory; /* 0: as much as there is */
  int way;       /* that is gone */
  int turns;     /* whether there is another one */
  tf_file disk;
  mn_document *documents;
  const char **names;
  size_t count;
  const char *report; /* the file with what was prepared for a report; NULL: none is wanted */
  int colour;
  size_t most_results;
  uint32_t least; /* the gravest result must be as grave for exit status 1 */
  const char *fail_on;     /* what is noted of these two; empty: nothing */
  char max_results[40];
} mn_options;

/* A file, or one framed document on standard input. */
typedef struct mn_reader {
  FILE *file;
  int framed;
  size_t frame; /* bytes left of the current frame */
  int ended;
} mn_reader;

static int mn_choose(ORT_PROGRAM(validator) * validator, mn_options *options);

/* Reads the length of the next frame. */
static int mn_next_frame(mn_reader *reader) {
  unsigned char bytes[4];
  if (fread(bytes, 1, sizeof bytes, reader->file) != sizeof bytes) return MN_STATUS_IO;
  reader->frame = (size_t)bytes[0] | (size_t)bytes[1] << 8 | (size_t)bytes[2] << 16 | (size_t)bytes[3] << 24;
  reader->ended = reader->frame == 0;
  return MN_OK;
}

static int mn_read(void *context, char *buffer, size_t capacity, size_t *length) {
  mn_reader *reader = (mn_reader *)context;
  *length = 0;
  if (reader->framed) {
    if (reader->ended) return MN_OK;
    if (reader->frame == 0 && mn_next_frame(reader) != MN_OK) return MN_STATUS_IO;
    if (reader->ended) return MN_OK;
    if (capacity > reader->frame) capacity = reader->frame;
  }
  *length = fread(buffer, 1, capacity, reader->file);
  if (reader->framed) {
    reader->frame -= *length;
    return *length == 0 ? MN_STATUS_IO : MN_OK;
  }
  return *length == 0 && ferror(reader->file) ? MN_STATUS_IO : MN_OK;
}

static int mn_failure(const mn_options *options, int status) {
  if (status == MN_STATUS_SYNTAX) return MN_SYNTAX;
  if (status == MN_STATUS_LIMIT || status == MN_STATUS_DISK) return MN_LIMIT;
  if (status == MN_STATUS_IO || status == MN_STATUS_UNGROUPED) return MN_USAGE;
  return options->memory > 0 ? MN_LIMIT : MN_INTERNAL;
}

static const char *mn_kind(const mn_options *options, int status) {
  if (status == MN_STATUS_SYNTAX) return "syntax";
  if (status == MN_STATUS_LIMIT) return "limit";
  if (status == MN_STATUS_DISK) return "disk";
  if (status == MN_STATUS_IO || status == MN_STATUS_UNGROUPED) return "io";
  return options->memory > 0 ? "bound" : "memory";
}

static int mn_fail(const mn_options *options, const ORT_PROGRAM(error) * error) {
  const int status = error->status;
  const int disk = status == MN_STATUS_DISK;
  const int known = error->document < options->count && !disk;
  const char *reason = disk && options->disk.failure != 0 ? strerror(options->disk.failure) : "";
  const char *before = reason[0] == '\0' ? "" : ": ";
  const int turning = status == MN_STATUS_UNGROUPED || status == MN_STATUS_MEMORY || disk;
  if (options->turns && turning) return MN_AGAIN;
  if (options->machine) {
    printf("E\t%s\t%lu\t%lu\t%lu\t%llu\t%s%s%s\n", mn_kind(options, status), (unsigned long)error->document,
           (unsigned long)error->line, (unsigned long)error->column, (unsigned long long)error->offset, error->message, before,
           reason);
  } else if (known && error->line > 0) {
    fprintf(stderr, "%s:%lu:%lu: error: %s\n", options->names[error->document], (unsigned long)error->line,
            (unsigned long)error->column, error->message);
  } else {
    fprintf(stderr, "%s: error: %s%s%s\n", known ? options->names[error->document] : ORT_PROGRAM_NAME, error->message, before,
            reason);
  }
  return mn_failure(options, status);
}

static int mn_refuse(const mn_options *options, int status, size_t document, const char *message) {
  ORT_PROGRAM(error) error;
  memset(&error, 0, sizeof error);
  error.status = status;
  error.document = (uint32_t)document;
  error.message = message;
  return mn_fail(options, &error);
}

#if defined(__unix__) || defined(__APPLE__)
static int mn_read_piece(void *context, uint64_t offset, char *buffer, size_t capacity, size_t *length) {
  ssize_t got;
  do got = pread(*(const int *)context, buffer, capacity, (off_t)offset);
  while (got < 0 && errno == EINTR);
  *length = got < 0 ? 0 : (size_t)got;
  return got < 0 ? MN_STATUS_IO : MN_OK;
}

static uint32_t mn_threads(const mn_options *options) {
  const long processors = sysconf(_SC_NPROCESSORS_ONLN);
  const size_t threads = options->threads > 0 ? options->threads : processors > 0 ? (size_t)processors : 1;
  return (uint32_t)(threads > MN_MOST_THREADS ? (size_t)MN_MOST_THREADS : threads);
}

/* Reads a file of N-Triples by several threads. */
static int mn_read_file(ORT_PROGRAM(validator) * validator, const mn_options *options, size_t i) {
  const mn_document *document = &options->documents[i];
  struct stat about;
  int status = MN_NO_FILE;
  int file = document->format == 0 && strcmp(document->path, "-") != 0 ? open(document->path, O_RDONLY) : -1;
  if (file < 0) return MN_NO_FILE;
  if (fstat(file, &about) == 0 && S_ISREG(about.st_mode)) {
    ORT_PROGRAM(threads)(validator, mn_threads(options));
    status = ORT_PROGRAM(read_pieces)(validator, (uint64_t)about.st_size, mn_read_piece, &file);
    if (status != MN_OK) status = mn_fail(options, ORT_PROGRAM(last_error)(validator));
  }
  close(file);
  return status;
}
#else
static int mn_read_file(ORT_PROGRAM(validator) * validator, const mn_options *options, size_t i) {
  (void)validator;
  (void)options;
  (void)i;
  return MN_NO_FILE;
}
#endif

static int mn_read_document(ORT_PROGRAM(validator) * validator, const mn_options *options, size_t i) {
  const mn_document *document = &options->documents[i];
  const int is_stdin = strcmp(document->path, "-") == 0;
  mn_reader reader;
  int status = options->way == MN_MEMORY ? mn_read_file(validator, options, i) : MN_NO_FILE;
  if (status != MN_NO_FILE) return status;
  memset(&reader, 0, sizeof reader);
  reader.framed = is_stdin && options->frames;
  reader.file = is_stdin ? stdin : fopen(document->path, "rb");
  if (reader.file == NULL) return mn_refuse(options, MN_STATUS_IO, i, strerror(errno));
  if (!is_stdin) setvbuf(reader.file, NULL, _IONBF, 0); /* reads are large: straight into the parser's window */
  status = ORT_PROGRAM(read_stream)(validator, document->format, document->base, mn_read, &reader);
  if (!is_stdin) fclose(reader.file);
  return status == MN_OK ? MN_OK : mn_fail(options, ORT_PROGRAM(last_error)(validator));
}

/* From here on there is no other way. */
static int mn_write(void *context, const char *bytes, size_t length) {
  ((mn_options *)context)->turns = 0;
  return fwrite(bytes, 1, length, stdout) != length;
}

static void mn_summary(const ORT_PROGRAM(statistics) * statistics) {
  fprintf(stderr, "%llu results for %llu focus nodes; %llu triples, %llu kept, read in %.3f s; checked in %.3f s",
          (unsigned long long)statistics->results, (unsigned long long)statistics->focus_nodes,
          (unsigned long long)statistics->triples, (unsigned long long)statistics->kept,
          (double)statistics->read_nanos / 1e9, (double)statistics->check_nanos / 1e9);
#if defined(__unix__)
  {
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) == 0) fprintf(stderr, "; %.1f MiB", (double)usage.ru_maxrss / 1024);
  }
#endif
  fputc('\n', stderr);
}

static int mn_validate(ORT_PROGRAM(validator) * validator, mn_options *options) {
  const ORT_PROGRAM(statistics) * statistics;
  const int status = options->machine ? ORT_PROGRAM(validate_text)(validator, mn_write, options)
                                      : ORT_PROGRAM(validate_human)(validator, options->names, mn_write, options);
  if (status != MN_OK) return mn_fail(options, ORT_PROGRAM(last_error)(validator));
  if (fflush(stdout) != 0) return MN_INTERNAL;
  statistics = ORT_PROGRAM(last_statistics)(validator);
  if (!options->machine) mn_summary(statistics);
  return statistics->results > 0 ? MN_RESULTS : MN_CONFORMS;
}

static int mn_run_report(ORT_PROGRAM(validator) * validator, const mn_options *options);

static uint32_t mn_small(size_t number) { return number > UINT32_MAX ? UINT32_MAX : (uint32_t)number; }

static int mn_run(mn_options *options) {
  ORT_PROGRAM(validator) *validator = ORT_PROGRAM(create)(NULL);
  int status;
  if (validator == NULL) return mn_refuse(options, MN_STATUS_MEMORY, options->count, "there is not enough memory");
  ORT_PROGRAM(limit)(validator, options->max_line_bytes);
  ORT_PROGRAM(detail)(validator, mn_small(options->detail_depth), mn_small(options->detail_results));
  if (options->report != NULL) options->way = MN_MEMORY;
  status = options->report != NULL ? mn_run_report(validator, options) : mn_choose(validator, options);
  fflush(stdout);
  tf_close(&options->disk);
  if (MN_FREES) ORT_PROGRAM(destroy)(validator);
  return status;
}

#include "ort_main_options.c"

static int mn_main(int count, char **arguments) {
  mn_options options;
  int status;
  memset(&options, 0, sizeof options);
  options.detail_depth = 16;
  options.detail_results = options.most_results = MN_NO_NUMBER;
  options.least = MN_FAIL_ON_VIOLATION;
  options.way = MN_ANY_WAY;
  options.disk.folder = tf_folder();
  options.documents = (mn_document *)calloc((size_t)count + 1, sizeof *options.documents);
  options.names = (const char **)calloc((size_t)count + 1, sizeof *options.names);
  if (options.documents == NULL || options.names == NULL) {
    status = MN_INTERNAL;
  } else {
    status = mn_parse(count, arguments, &options);
    if (status == MN_OK) status = mn_run(&options);
  }
  free(options.documents);
  free((void *)options.names);
  return status;
}

#include "ort_report_main.c"

#ifndef ORT_OWN_MAIN
int main(int count, char **arguments) { return mn_main(count, arguments); }
#endif

#include "ort_ways.c"
