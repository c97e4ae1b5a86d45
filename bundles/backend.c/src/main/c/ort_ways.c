/* SPDX-License-Identifier: Apache-2.0 */
/* How a stand-alone validator goes about data that may be larger than memory. The rest of ort_main.c, which includes it. */

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

/* A size such as 1048576, 512M, 4GiB; a unit is a power of 1,024. */
static int mn_size(const char *text, size_t *size) {
  static const char units[] = "KMGTkmgt";
  const size_t digits = strspn(text, "0123456789");
  const char *unit = text[digits] == '\0' ? NULL : strchr(units, text[digits]);
  const char *rest = text + digits + (unit != NULL);
  size_t i;
  *size = 0;
  for (i = 0; i < digits && i < 10; i++) *size = *size * 10 + (size_t)(text[i] - '0');
  for (i = 0; unit != NULL && i <= (size_t)(unit - units) % 4; i++) {
    if (*size > SIZE_MAX / 1024) return 0;
    *size *= 1024;
  }
  if (*rest == 'i') rest++;
  if (*rest == 'B' || *rest == 'b') rest++;
  return digits > 0 && digits < 10 && *rest == '\0' && *size >= 1000000;
}

static int mn_way(const char *word, int *way) {
  static const char *const words[] = {"memory", "once", "disk"};
  for (*way = 0; *way < MN_ANY_WAY; ++*way) {
    if (strcmp(word, words[*way]) == 0) return 1;
  }
  return 0;
}

/* Whether a document can be read more than once. */
static int mn_is_file(const char *path) {
#if defined(__unix__) || defined(__APPLE__)
  struct stat about;
  return strcmp(path, "-") != 0 && stat(path, &about) == 0 && S_ISREG(about.st_mode);
#else
  (void)path;
  return 0;
#endif
}

/* All in one way. */
static int mn_go(ORT_PROGRAM(validator) * validator, mn_options *options) {
  ORT_PROGRAM(disk) disk;
  int status;
  size_t i;
  disk.read = tf_read;
  disk.write = tf_write;
  disk.context = &options->disk;
  status = ORT_PROGRAM(way)(validator, options->way, options->machine ? NULL : options->names, &disk, options->memory);
  if (status != MN_OK) return mn_fail(options, ORT_PROGRAM(last_error)(validator));
  for (i = 0; i < options->count && status == MN_OK; i++) status = mn_read_document(validator, options, i);
  return status == MN_OK ? mn_validate(validator, options) : status;
}

/* What the shapes cannot do without. */
static int mn_obstacle(const mn_options *options, const char *obstacle) {
  if (options->machine) {
    printf("E\tgraph\t0\t0\t0\t0\t%s\n", obstacle);
  } else {
    fprintf(stderr, "%s: error: these shapes need the whole graph in memory: %s\n", ORT_PROGRAM_NAME, obstacle);
  }
  return MN_USAGE;
}

/* One pass where shapes and documents let it; if subjects come again, the way that always works. */
static int mn_choose(ORT_PROGRAM(validator) * validator, mn_options *options) {
  const int sure = options->memory > 0 ? MN_DISK : MN_MEMORY;
  int once = ORT_PROGRAM(obstacle)(validator, MN_ONCE) == NULL;
  int status;
  size_t i;
  if (options->way != MN_ANY_WAY) {
    const char *obstacle = ORT_PROGRAM(obstacle)(validator, options->way);
    return obstacle != NULL ? mn_obstacle(options, obstacle) : mn_go(validator, options);
  }
  options->way = sure;
  if (ORT_PROGRAM(obstacle)(validator, sure) != NULL) return mn_obstacle(options, ORT_PROGRAM(obstacle)(validator, sure));
  for (i = 0; i < options->count; i++) once &= mn_is_file(options->documents[i].path);
  if (once) {
    options->way = MN_ONCE;
    options->turns = 1;
    status = mn_go(validator, options);
    if (status != MN_AGAIN) return status;
    ORT_PROGRAM(reset)(validator);
    options->way = sure;
    options->turns = options->disk.failure = 0;
  }
  return mn_go(validator, options);
}
