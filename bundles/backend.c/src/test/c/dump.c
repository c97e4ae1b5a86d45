/* SPDX-License-Identifier: Apache-2.0 */
/*
 * dump nt|ttl BASE [--chunk N] < document: canonical N-Triples on stdout, or "line:column: message" on stderr and exit
 * status 1. --chunk delivers the document N bytes at a time, otherwise it is handed over whole. In Turtle a blank node's
 * label gets a prefix, u for the document's own and g for the reader's, so that the two never meet.
 */
#include "ort.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct document {
  char *data;
  size_t size;
  size_t at;
  size_t chunk;
} document;

static void *resize(void *context, void *block, size_t bytes) {
  (void)context;
  if (bytes > 0) return realloc(block, bytes);
  free(block);
  return NULL;
}

static ort_status read_chunk(void *context, char *buffer, size_t capacity, size_t *length) {
  document *from = (document *)context;
  size_t n = from->size - from->at;
  if (n > from->chunk) n = from->chunk;
  if (n > capacity) n = capacity;
  if (n > 0) memcpy(buffer, from->data + from->at, n);
  from->at += n;
  *length = n;
  return ORT_OK;
}

static void print_string(const char *text, size_t length) {
  size_t i;
  for (i = 0; i < length; i++) {
    switch (text[i]) {
      case '"': fputs("\\\"", stdout); break;
      case '\\': fputs("\\\\", stdout); break;
      case '\n': fputs("\\n", stdout); break;
      case '\r': fputs("\\r", stdout); break;
      default: putchar(text[i]); break;
    }
  }
}

static void print_bytes(const char *before, const char *text, size_t length, const char *after) {
  fputs(before, stdout);
  fwrite(text, 1, length, stdout);
  fputs(after, stdout);
}

static void print_term(const ort_term *term, int turtle) {
  static const char string_type[] = "http://www.w3.org/2001/XMLSchema#string";
  if (term->kind == ORT_IRI) {
    print_bytes("<", term->text, term->text_length, ">");
  } else if (term->kind == ORT_BLANK && turtle && term->text[0] == '.') {
    print_bytes("_:g", term->text + 1, term->text_length - 1, "");
  } else if (term->kind == ORT_BLANK) {
    print_bytes(turtle ? "_:u" : "_:", term->text, term->text_length, "");
  } else {
    putchar('"');
    print_string(term->text, term->text_length);
    putchar('"');
    if (term->kind == ORT_LANG_LITERAL) print_bytes("@", term->qualifier, term->qualifier_length, "");
    else if (term->qualifier_length != sizeof string_type - 1 ||
             memcmp(term->qualifier, string_type, term->qualifier_length) != 0)
      print_bytes("^^<", term->qualifier, term->qualifier_length, ">");
  }
}

static ort_status print_triple(void *context, const ort_term *subject, const ort_term *predicate, const ort_term *object) {
  int turtle = *(const int *)context;
  print_term(subject, turtle);
  putchar(' ');
  print_term(predicate, turtle);
  putchar(' ');
  print_term(object, turtle);
  fputs(" .\n", stdout);
  return ferror(stdout) ? ORT_STOPPED : ORT_OK;
}

static int read_all(document *to) {
  size_t capacity = 0;
  for (;;) {
    size_t n;
    if (to->size == capacity) {
      char *data = (char *)realloc(to->data, capacity = capacity == 0 ? 65536 : capacity * 2);
      if (data == NULL) return 0;
      to->data = data;
    }
    n = fread(to->data + to->size, 1, capacity - to->size, stdin);
    if (n == 0) return !ferror(stdin);
    to->size += n;
  }
}

int main(int argc, char **argv) {
  document from = {NULL, 0, 0, 0};
  ort_input input = {NULL, 0, NULL, NULL, NULL};
  ort_allocator allocator = {resize, NULL};
  int turtle;
  ort_sink sink = {print_triple, NULL, NULL, NULL};
  ort_error error;
  ort_status status;
  if (argc != 3 && !(argc == 5 && strcmp(argv[3], "--chunk") == 0)) {
    fputs("usage: dump nt|ttl BASE [--chunk N] < document\n", stderr);
    return 2;
  }
  if (!read_all(&from)) return 2;
  turtle = strcmp(argv[1], "ttl") == 0;
  sink.context = &turtle;
  input.base = argv[2][0] == '\0' ? NULL : argv[2];
  if (argc == 5) {
    from.chunk = (size_t)strtoul(argv[4], NULL, 10);
    input.read = read_chunk;
    input.context = &from;
  } else { /* a block of just this size, so that a sanitizer sees every byte too many that is read */
    char *exact = (char *)malloc(from.size == 0 ? 1 : from.size);
    if (exact == NULL) return 2;
    memcpy(exact, from.data, from.size);
    free(from.data);
    from.data = exact;
    input.data = exact;
    input.size = from.size;
  }
  status = (turtle ? ort_read_turtle : ort_read_ntriples)(&input, &sink, NULL, &allocator, &error);
  free(from.data);
  if (status == ORT_OK) return 0;
  fflush(stdout);
  fprintf(stderr, "%lu:%lu: %s\n", (unsigned long)error.at.line, (unsigned long)error.at.column, error.message);
  return 1;
}
