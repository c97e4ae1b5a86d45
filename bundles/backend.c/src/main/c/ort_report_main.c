/* SPDX-License-Identifier: Apache-2.0 */
/*
 * --report: what the launcher asks for instead of starting a JVM (docs/decisions/0014-start-without-a-jvm.md). A part of ort_main.c.
 */
#if defined(__unix__) || defined(__APPLE__)
typedef struct mn_report {
  const mn_options *options;
  int open; /* a document, and which one */
  uint32_t document;
  int written;
} mn_report;

static int mn_report_write(void *context, const char *bytes, size_t length) {
  ((mn_report *)context)->written = 1;
  return fwrite(bytes, 1, length, stdout) != length;
}

static int mn_report_read(void *context, uint32_t document, uint64_t offset, char *buffer, size_t capacity, size_t *length) {
  mn_report *report = (mn_report *)context;
  *length = 0;
  if (report->open < 0 || report->document != document) {
    if (report->open >= 0) close(report->open);
    report->open = open(report->options->documents[document].path, O_RDONLY);
    report->document = document;
  }
  return report->open < 0 ? MN_STATUS_IO : mn_read_piece(&report->open, offset, buffer, capacity, length);
}

/* What is held as a whole for a report; for more a JVM's start is nothing, and the platform may have a way that takes less memory. */
#define MN_MOST_REPORTED ((uint64_t)1 << 30)

/* Whether the documents are files, each another one, since the platform reads none twice, and not too large. */
static int mn_are_files(const mn_options *options) {
  struct stat *about = (struct stat *)calloc(options->count, sizeof *about);
  int good = about != NULL;
  uint64_t bytes = 0;
  size_t i, j;
  for (i = 0; i < options->count && good; i++) {
    good = stat(options->documents[i].path, &about[i]) == 0 && S_ISREG(about[i].st_mode);
    bytes += good ? (uint64_t)about[i].st_size : 0;
    for (j = 0; j < i && good; j++) good = about[i].st_ino != about[j].st_ino || about[i].st_dev != about[j].st_dev;
  }
  free(about);
  return good && bytes <= MN_MOST_REPORTED;
}

/* The bytes of a small file; NULL when it cannot be read. */
static char *mn_bytes(const char *path, size_t *length) {
  struct stat about;
  char *bytes = NULL;
  const int file = open(path, O_RDONLY);
  *length = 0;
  if (file >= 0 && fstat(file, &about) == 0 && (bytes = (char *)malloc((size_t)about.st_size + 1)) != NULL) {
    const ssize_t got = read(file, bytes, (size_t)about.st_size);
    if (got > 0) *length = (size_t)got;
  }
  if (file >= 0) close(file);
  return bytes;
}

/* With anything but MN_CONFORMS, MN_RESULTS and MN_INTERNAL nothing was written. */
static int mn_write_report(ORT_PROGRAM(validator) * validator, const mn_options *options) {
  ORT_PROGRAM(page) page;
  mn_report report;
  const char *switches[3] = {NULL, NULL, NULL};
  char *texts;
  uint32_t gravest = 0;
  int status;
  memset(&report, 0, sizeof report);
  report.options = options;
  report.open = -1;
  texts = mn_bytes(options->report, &page.length);
  page.texts = texts;
  page.names = options->names;
  page.switches = switches;
  if (options->fail_on != NULL) *switches = options->fail_on;
  if (options->max_results[0] != '\0') switches[options->fail_on != NULL] = options->max_results;
  page.most = options->most_results;
  page.colour = options->colour;
  page.read = mn_report_read;
  page.write = mn_report_write;
  page.context = &report;
  signal(SIGPIPE, SIG_IGN); /* who has read enough still gets the exit status */
  status = texts == NULL ? MN_STATUS_IO : ORT_PROGRAM(report)(validator, &page, &gravest);
  fflush(stdout);
  if (report.open >= 0) close(report.open);
  free(texts);
  if (status != MN_OK) return report.written ? MN_INTERNAL : MN_LEFT;
  return gravest >= options->least && gravest > 0 ? MN_RESULTS : MN_CONFORMS;
}

static int mn_run_report(ORT_PROGRAM(validator) * validator, const mn_options *options) {
  size_t i;
  if (!mn_are_files(options)) return MN_LEFT;
  for (i = 0; i < options->count; i++) {
    if (mn_read_document(validator, options, i) != MN_OK) return MN_LEFT;
  }
  return mn_write_report(validator, options);
}
#else
static int mn_run_report(ORT_PROGRAM(validator) * validator, const mn_options *options) {
  (void)validator;
  (void)options;
  return MN_LEFT;
}
#endif
