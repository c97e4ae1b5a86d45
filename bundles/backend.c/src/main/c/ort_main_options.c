/* SPDX-License-Identifier: Apache-2.0 */
/* The command line of a stand-alone validator. A part of ort_main.c. */

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

static int mn_usage(const char *problem, const char *what) {
  fprintf(stderr, "%s: %s%s\n", ORT_PROGRAM_NAME, problem, what);
  fprintf(stderr,
          "usage: %s [--machine] [--frames] [--max-line-bytes N] [--threads N] [--detail-depth N] [--detail-results N]\n"
          "       [--memory SIZE] [--way memory|once|disk] [--temporary DIR]\n"
          "       [--report FILE [--colour] [--max-results N] [--fail-on violation|warning|info|never]]\n"
          "       [--base IRI] [--format nt|ttl] [--name DISPLAY] FILE|- ...\n"
          "Validates the files, read as one graph; - is standard input. Base, format and name are those of the next file.\n"
          "With --report it writes what 'ontoc validate' would, which prepared the file, or nothing with exit status 125.\n"
          "With --memory it needs no more than that (1M is the least, 4G is 4 GiB) and a file in DIR (default: TMPDIR or /tmp).\n"
          "A result is explained by at most N others (64; with --machine 0), in chains of at most N (16).\n"
          "Exit status: 0 conforms, 1 results, 2 usage or a file that cannot be read, 3 data does not parse, 5 internal or out\n"
          "of memory, 124 a limit was exceeded.\n",
          ORT_PROGRAM_NAME);
  return MN_USAGE;
}

static int mn_ends_with(const char *text, const char *end) {
  const size_t length = strlen(text);
  const size_t end_length = strlen(end);
  return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

/* The document that is described by the options so far. */
static void mn_add(mn_options *options, mn_document *next, const char *path) {
  mn_document document = *next;
  document.path = path;
  if (document.name == NULL) document.name = strcmp(path, "-") == 0 ? "<stdin>" : path;
  if (document.format < 0) document.format = mn_ends_with(path, ".ttl") ? 1 : 0;
  options->names[options->count] = document.name;
  options->documents[options->count++] = document;
  next->name = next->base = NULL;
  next->format = -1;
}

static int mn_number(const char *text, size_t *number) {
  size_t value = 0;
  if (*text == '\0') return 0;
  for (; *text >= '0' && *text <= '9'; text++) {
    const size_t digit = (size_t)(*text - '0');
    if (value > (SIZE_MAX - digit) / 10) return 0;
    value = value * 10 + digit;
  }
  *number = value;
  return *text == '\0';
}

static int mn_fail_on(mn_options *options, const char *word) {
  static const char *const switches[] = {"fail-on=info", "fail-on=warning", "fail-on=violation", "fail-on=never"};
  uint32_t i;
  for (i = 0; i < 4 && strcmp(switches[i] + 8, word) != 0; i++) continue;
  if (i == 4) return 0;
  options->least = i + 1;
  if (options->least != MN_FAIL_ON_VIOLATION) options->fail_on = switches[i]; /* what is usual is not noted */
  return 1;
}

static int mn_max_results(mn_options *options, const char *value) {
  const int good = mn_number(value, &options->most_results);
  snprintf(options->max_results, sizeof options->max_results, "max-results=%lu", (unsigned long)options->most_results);
  return good;
}

/* An option with a value; 0: it is not one, or its value is none. */
static int mn_valued(mn_options *options, mn_document *next, const char *option, const char *value) {
  if (strcmp(option, "--name") == 0) {
    next->name = value;
  } else if (strcmp(option, "--base") == 0) {
    next->base = value;
  } else if (strcmp(option, "--format") == 0) {
    next->format = strcmp(value, "ttl") == 0;
    return next->format == 1 || strcmp(value, "nt") == 0;
  } else if (strcmp(option, "--threads") == 0) {
    return mn_number(value, &options->threads);
  } else if (strcmp(option, "--report") == 0) {
    options->report = value;
  } else if (strcmp(option, "--fail-on") == 0) {
    return mn_fail_on(options, value);
  } else if (strcmp(option, "--max-results") == 0) {
    return mn_max_results(options, value);
  } else if (strcmp(option, "--memory") == 0) {
    return mn_size(value, &options->memory);
  } else if (strcmp(option, "--way") == 0) {
    return mn_way(value, &options->way);
  } else if (strcmp(option, "--temporary") == 0) {
    options->disk.folder = value;
  } else if (strcmp(option, "--detail-depth") == 0) {
    return mn_number(value, &options->detail_depth);
  } else if (strcmp(option, "--detail-results") == 0) {
    return mn_number(value, &options->detail_results);
  } else {
    return strcmp(option, "--max-line-bytes") == 0 && mn_number(value, &options->max_line_bytes) && options->max_line_bytes > 0;
  }
  return 1;
}

static int mn_parse(int count, char **arguments, mn_options *options) {
  mn_document next = {NULL, NULL, NULL, -1};
  int files_only = 0;
  int i;
  for (i = 1; i < count; i++) {
    const char *argument = arguments[i];
    if (files_only || argument[0] != '-' || argument[1] == '\0') {
      mn_add(options, &next, argument);
    } else if (strcmp(argument, "--") == 0) {
      files_only = 1;
    } else if (strcmp(argument, "--machine") == 0) {
      options->machine = 1;
    } else if (strcmp(argument, "--frames") == 0) {
      options->frames = 1;
    } else if (strcmp(argument, "--colour") == 0) {
      options->colour = 1;
    } else if (i + 1 < count && mn_valued(options, &next, argument, arguments[i + 1])) {
      i++;
    } else {
      return mn_usage("not understood: ", argument);
    }
  }
  if (options->detail_results == MN_NO_NUMBER) options->detail_results = options->machine ? 0 : 64;
  return options->count == 0 ? mn_usage("no file is named", "") : MN_OK;
}
