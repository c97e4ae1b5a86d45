/* SPDX-License-Identifier: Apache-2.0 */
/* How a stand-alone validator goes about data that may be larger than memory. The rest of ort_main.c, which includes it. */

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
  if (status != MN_OK) return status;
  return mn_validate(validator, options);
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
