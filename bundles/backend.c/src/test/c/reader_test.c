/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of the readers: no output and exit status 0 when all is well. Meant to run under -fsanitize=address,undefined. */
#include "ort_chars.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

#define CHECK(condition, ...)                                  \
  do {                                                         \
    if (!(condition)) {                                        \
      failures++;                                              \
      fprintf(stderr, "%s:%d: %s: ", __FILE__, __LINE__, #condition); \
      fprintf(stderr, __VA_ARGS__);                            \
      fputc('\n', stderr);                                     \
    }                                                          \
  } while (0)

/* ---- an allocator that counts what is live and can fail ---- */

typedef struct heap {
  size_t live;
  size_t calls;
  size_t fail_at; /* this allocation fails; 0: none */
  size_t peak;
} heap;

static void *heap_resize(void *context, void *block, size_t bytes) {
  heap *h = (heap *)context;
  void *result;
  if (bytes == 0) {
    if (block != NULL) h->live--;
    free(block);
    return NULL;
  }
  if (++h->calls == h->fail_at) return NULL;
  if (bytes > h->peak) h->peak = bytes;
  result = realloc(block, bytes);
  if (result == NULL) abort();
  if (block == NULL) h->live++;
  return result;
}

/* ---- a run: a document, how it is delivered, and all that came out as text ---- */

typedef struct run {
  int turtle;
  const char *data;
  size_t size;
  size_t chunk;         /* 0: in memory */
  size_t at;
  size_t fail_read_at;  /* reads from this offset on fail; 0: none */
  size_t stop_after;    /* triples; 0: never */
  int counts_only;      /* of triples: events stays empty */
  const char *base;
  ort_limits limits;
  heap memory;
  ort_error error;
  ort_status status;
  size_t triples;
  char *events;
  size_t length;
  size_t capacity;
} run;

static void put(run *r, const char *text, size_t length) {
  if (r->length + length + 1 > r->capacity) {
    r->capacity = (r->length + length + 1) * 2;
    r->events = (char *)realloc(r->events, r->capacity);
    if (r->events == NULL) abort();
  }
  memcpy(r->events + r->length, text, length);
  r->length += length;
  r->events[r->length] = '\0';
}

static void put_term(run *r, const ort_term *term, const char *after) {
  char at[64];
  put(r, term->kind == ORT_IRI ? "<" : term->kind == ORT_BLANK ? "_:" : "\"", term->kind == ORT_BLANK ? 2 : 1);
  put(r, term->text, term->text_length);
  if (term->kind == ORT_LITERAL) put(r, "^", 1);
  if (term->kind == ORT_LANG_LITERAL) put(r, "@", 1);
  if (term->qualifier_length > 0) put(r, term->qualifier, term->qualifier_length);
  snprintf(at, sizeof at, " %lu:%lu%s", (unsigned long)term->at.line, (unsigned long)term->at.column, after);
  put(r, at, strlen(at));
}

static ort_status on_triple(void *context, const ort_term *subject, const ort_term *predicate, const ort_term *object) {
  run *r = (run *)context;
  r->triples++;
  if (!r->counts_only) {
    put_term(r, subject, " | ");
    put_term(r, predicate, " | ");
    put_term(r, object, "\n");
  }
  return r->triples == r->stop_after ? ORT_STOPPED : ORT_OK;
}

static ort_status on_checkpoint(void *context, uint32_t line, uint64_t offset) {
  run *r = (run *)context;
  char text[64];
  snprintf(text, sizeof text, "line %lu at %lu\n", (unsigned long)line, (unsigned long)offset);
  put(r, text, strlen(text));
  return ORT_OK;
}

static ort_status on_read(void *context, char *buffer, size_t capacity, size_t *length) {
  run *r = (run *)context;
  size_t n = r->size - r->at;
  if (r->fail_read_at > 0 && r->at >= r->fail_read_at) return ORT_IO;
  if (n > r->chunk) n = r->chunk;
  if (n > capacity) n = capacity;
  memcpy(buffer, r->data + r->at, n);
  r->at += n;
  *length = n;
  return ORT_OK;
}

static run run_of(int turtle, const char *data, size_t size, size_t chunk) {
  run r;
  memset(&r, 0, sizeof r);
  r.turtle = turtle;
  r.data = data;
  r.size = size;
  r.chunk = chunk;
  r.base = "http://b/";
  return r;
}

/* Reads from a block of the document's exact size, so that a sanitizer sees every byte too many; appends the outcome. */
static void execute(run *r) {
  ort_sink sink = {on_triple, on_checkpoint, NULL, NULL};
  ort_allocator allocator = {heap_resize, NULL};
  ort_input input = {NULL, 0, NULL, NULL, NULL, 0, NULL};
  char *exact = (char *)malloc(r->size == 0 ? 1 : r->size);
  char outcome[128];
  if (exact == NULL) abort();
  memcpy(exact, r->data, r->size);
  r->data = exact;
  sink.context = r;
  allocator.context = &r->memory;
  input.base = r->base;
  if (r->chunk == 0) {
    input.data = exact;
    input.size = r->size;
  } else {
    input.read = on_read;
    input.context = r;
  }
  r->status = (r->turtle ? ort_read_turtle : ort_read_ntriples)(&input, &sink, &r->limits, &allocator, &r->error);
  CHECK(r->memory.live == 0, "%lu blocks leak", (unsigned long)r->memory.live);
  CHECK((r->error.message == NULL) == (r->status == ORT_OK), "status %d", (int)r->status);
  snprintf(outcome, sizeof outcome, "%d %lu:%lu+%lu %s", (int)r->status, (unsigned long)r->error.at.line,
           (unsigned long)r->error.at.column, (unsigned long)r->error.offset, r->error.message == NULL ? "" : r->error.message);
  if (r->status != ORT_OK || r->counts_only) put(r, outcome, strlen(outcome));
  else put(r, "", 0);
  free(exact);
}

/* The document in memory and in pieces must come out the same. */
static void same_in_pieces(int turtle, const char *data, size_t size, const size_t *chunks, size_t count) {
  run whole = run_of(turtle, data, size, 0);
  size_t i;
  execute(&whole);
  for (i = 0; i < count; i++) {
    run pieces = run_of(turtle, data, size, chunks[i]);
    execute(&pieces);
    CHECK(strcmp(whole.events, pieces.events) == 0, "in pieces of %lu:\n%.*s\n-- whole:\n%s\n-- pieces:\n%s",
          (unsigned long)chunks[i], (int)size, data, whole.events, pieces.events);
    free(pieces.events);
  }
  free(whole.events);
}

static void gives(int turtle, const char *document, const char *expected) {
  static const size_t chunks[] = {1, 2, 3, 7, 64};
  run r = run_of(turtle, document, strlen(document), 0);
  execute(&r);
  CHECK(strcmp(r.events, expected) == 0, "%s\n-- expected:\n%s\n-- was:\n%s", document, expected, r.events);
  free(r.events);
  same_in_pieces(turtle, document, strlen(document), chunks, sizeof chunks / sizeof *chunks);
}

/* ---- samples ---- */

#define XSD "http://www.w3.org/2001/XMLSchema#"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

static const char *const samples[2][5] = {
    {"<http://a/s> <http://a/p> <http://a/o> .\n_:b.1 <http://a/p> _:c . # caf\xC3\xA9\r\n\r\r\n"
     "<http://a/\xC3\xA9> <http://a/p\\u00E9> \"\xF0\x9F\x98\x80 \\\"q\\\" \\U0001F600\"@en-GB .",
     "\xEF\xBB\xBF# signature\n<urn:a><urn:b>\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>.\n  \t\n_:a <urn:b>\"\".\n",
     "<http://a/s> <http://a/p> \"a literal of more than eight bytes\\tand an escape\\\\\" .\r"
     "<urn:x> <urn:y> _:\xC3\xA9\xC2\xB7 .\r",
     "<http://example.org/a/rather/long/iri#fragment> <http://example.org/p> \"\xE2\x82\xAC\" .\n\n\n# end", ""},
    {"@prefix : <http://a/> . @base <x/y> .\nPREFIX \xC3\xA9.x: <#>\nBaSe <../z>\n"
     ":s a :o , \xC3\xA9.x:p.q\\~%20 ; :p -1 , +.5 , 1.e3 , 1.5 , true ; ; .\n<> <\\u0070> ( 1 ( ) [ ] ( :x ) ) .\n",
     "_:a.b <p> [ <q> [ <r> \"x\"@en , 'y'^^<d> , "
     "\"\"\"a\n\"b\"\"\\n\r\n\xE2\x82\xAC\"\"\" ] ; <s> '''''' ] . # \xC3\xA9\n[ <a> () ] .\r[] a <c>.",
     "( <a> \"\" '' ) <p> [] , ( ( ( ) ) ) . "
     "prefix p: <http://p/> p:: p:1-x p:1.2.p:a.b ; <q> 1 . <s> <p> false.",
     "@prefix a: <http://a/> .\r\n\r\na:b a:c '\\u00E9\\t' ; a:d\t_:x , 1.0E-5 . a:b a:c \"\xF0\x9F\x98\x80\" , a:\xC3\xA9 .",
     ""}};

static const size_t all_chunks[] = {1, 2, 3, 7, 64};

static void test_samples(void) {
  size_t turtle, i;
  for (turtle = 0; turtle < 2; turtle++) {
    for (i = 0; i < 5; i++) {
      run r = run_of((int)turtle, samples[turtle][i], strlen(samples[turtle][i]), 0);
      execute(&r);
      CHECK(r.status == ORT_OK, "%s", r.events);
      free(r.events);
      same_in_pieces((int)turtle, samples[turtle][i], strlen(samples[turtle][i]), all_chunks, 5);
    }
  }
}

static void test_truncated(void) {
  size_t turtle, i, n;
  for (turtle = 0; turtle < 2; turtle++) {
    for (i = 0; i < 5; i++) {
      for (n = 0; n < strlen(samples[turtle][i]); n++) same_in_pieces((int)turtle, samples[turtle][i], n, all_chunks, 4);
    }
  }
}

static void test_bit_flips(void) {
  size_t turtle, i, n, bit;
  for (turtle = 0; turtle < 2; turtle++) {
    for (i = 0; i < 5; i++) {
      size_t size = strlen(samples[turtle][i]);
      char *copy = (char *)malloc(size + 1);
      if (copy == NULL) abort();
      memcpy(copy, samples[turtle][i], size);
      for (n = 0; n < size; n++) {
        for (bit = 0; bit < 8; bit++) {
          copy[n] = (char)((unsigned char)copy[n] ^ (1u << bit));
          same_in_pieces((int)turtle, copy, size, all_chunks, 3);
          copy[n] = (char)((unsigned char)copy[n] ^ (1u << bit));
        }
      }
      free(copy);
    }
  }
}

static void test_failing_memory(void) {
  size_t turtle, i, chunk, n;
  for (turtle = 0; turtle < 2; turtle++) {
    for (i = 0; i < 5; i++) {
      for (chunk = 0; chunk < 2; chunk++) {
        for (n = 1; n < 1000; n++) {
          run r = run_of((int)turtle, samples[turtle][i], strlen(samples[turtle][i]), chunk);
          size_t calls;
          r.memory.fail_at = n;
          execute(&r);
          calls = r.memory.calls;
          CHECK(calls < n || r.status == ORT_MEMORY, "allocation %lu: %s", (unsigned long)n, r.events);
          free(r.events);
          if (calls < n) break;
        }
      }
    }
  }
}

/* ---- positions ---- */

static void test_ntriples(void) {
  gives(0, "<urn:a> <urn:b> \"x\" .\n", "<urn:a 1:1 | <urn:b 1:9 | \"x^" XSD "string 1:17\n");
  gives(0, "\n  _:a\t<urn:\xC3\xA9> _:\xC3\xA9.#\r\n<urn:c><urn:d>'", "_:a 2:3 | <urn:\xC3\xA9 2:7 | _:\xC3\xA9 2:15\n"
        "1 3:15+38 a literal in N-Triples stands in double quotes");
  gives(0, "<urn:a> <urn:\\u00e9\\U0001F600> \"\\t\\b\\n\\r\\f\\\"\\'\\\\\\u0041\"@en .",
        "<urn:a 1:1 | <urn:\xC3\xA9\xF0\x9F\x98\x80 1:9 | \"\t\b\n\r\f\"'\\A@en 1:32\n");
  gives(0, "_:a <urn:p> _:b.c..",
        "_:a 1:1 | <urn:p 1:5 | _:b.c 1:13\n1 1:19+18 only a comment may follow the '.' of a triple on its line");
  gives(0, "\xEF\xBB\xBF<a", "1 1:1+3 this IRI is not closed by '>' on its line");
  gives(0, "<urn:a> <urn:p> <urn:o\xC3> .", "1 1:23+22 " ORT_BAD_UTF8);
  gives(0, "# \xED\xA0\x80", "1 1:3+2 " ORT_BAD_UTF8);
  gives(0, "\"a\" <urn:p> <urn:o> .", "1 1:1+0 a literal may not be a subject");
  gives(0, "<urn:\xC3\xA9> <urn:p> \"\xC3\xA9\xFF\" .", "1 1:19+20 " ORT_BAD_UTF8);
  gives(0, "_:a <urn:p> \"\\uD800\" .", "1 1:14+13 this escape does not stand for a Unicode character");
  gives(0, "_:a <urn:p> \"\" ", "1 1:16+15 a triple must end with '.'");
  gives(0, "\r\r\n\n<", "1 4:1+4 this IRI is not closed by '>' on its line");
}

static void test_turtle(void) {
  gives(1, "@prefix p: <http://p/> .\n p:a  a p:\xC3\xA9 , 1 .",
        "<http://p/a 2:2 | <" RDF "type 2:7 | <http://p/\xC3\xA9 2:9\n"
        "<http://p/a 2:2 | <" RDF "type 2:7 | \"1^" XSD "integer 2:15\n");
  gives(1, "<s> <p> ( 1\n [ <q> 2 ] ) .",
        "<http://b/s 1:1 | <http://b/p 1:5 | _:.1 1:9\n_:.1 1:9 | <" RDF "first 1:11 | \"1^" XSD "integer 1:11\n"
        "_:.1 1:9 | <" RDF "rest 2:2 | _:.3 2:2\n_:.3 2:2 | <" RDF "first 2:2 | _:.2 2:2\n"
        "_:.2 2:2 | <http://b/q 2:4 | \"2^" XSD "integer 2:8\n_:.3 2:2 | <" RDF "rest 2:12 | <" RDF "nil 2:12\n");
  gives(1, "[] <p> () .", "_:.1 1:1 | <http://b/p 1:4 | <" RDF "nil 1:8\n");
  gives(1, "<s> <p> '''\n\r\n\xC3\xA9''' , 'x' .", "<http://b/s 1:1 | <http://b/p 1:5 | \"\n\r\n\xC3\xA9^" XSD "string 1:9\n"
        "<http://b/s 1:1 | <http://b/p 1:5 | \"x^" XSD "string 3:8\n");
  gives(1, "<s> <p> \"x\" # c\n @en .", "<http://b/s 1:1 | <http://b/p 1:5 | \"x@en 1:9\n");
  gives(1, "@base <http://x/y/z?q#f> . <../a> <?r> <//h/./g>.",
        "<http://x/a 1:28 | <http://x/y/z?r 1:35 | <http://h/g 1:40\n");
  gives(1, "<s> <p> true.<s> <p> 1.", "<http://b/s 1:1 | <http://b/p 1:5 | \"true^" XSD "boolean 1:9\n"
        "<http://b/s 1:14 | <http://b/p 1:18 | \"1^" XSD "integer 1:22\n");
  gives(1, "<s> <p> \"\"\"\n\xC3\xA9\\x\"\"\" .", "1 2:2+14 this is not an escape of a literal");
  gives(1, "<s> <p> '''\nx", "1 1:9+8 this literal is not closed by its quote");
  gives(1, "<s> <p> [\n<q> 1", "<http://b/s 1:1 | <http://b/p 1:5 | _:.1 1:9\n"
        "_:.1 1:9 | <http://b/q 2:1 | \"1^" XSD "integer 2:5\n1 2:6+15 the document ends inside a statement");
  gives(1, "p:a <p> 1 .", "1 1:1+0 this prefix is not declared");
  gives(1, "# \xC3", "1 1:3+2 " ORT_BAD_UTF8);
  gives(1, "# \xC3\xA9\xF0\x9F\x98\x80 \xFF", "1 1:6+9 " ORT_BAD_UTF8);
  gives(1, "1 <p> 1 .", "1 1:1+0 a literal may not be a subject");
}

static void test_base(void) {
  run r = run_of(1, "<s> <p> 1 .", 11, 0);
  r.base = NULL;
  execute(&r);
  CHECK(strcmp(r.events, "1 1:1+0 this IRI is relative, and there is no base IRI") == 0, "%s", r.events);
  free(r.events);
}

/* ---- limits and interruptions ---- */

static char *repeat(const char *before, const char *text, size_t times, const char *middle, const char *after, size_t *size) {
  size_t length = strlen(text), tail = strlen(after), i;
  char *out = (char *)malloc(strlen(before) + times * (length + tail) + strlen(middle) + 3);
  char *p = out;
  if (out == NULL) abort();
  p += strlen(strcpy(p, before));
  for (i = 0; i < times; i++, p += length) memcpy(p, text, length);
  p += strlen(strcpy(p, middle));
  for (i = 0; i < times; i++, p += tail) memcpy(p, after, tail);
  p += strlen(strcpy(p, " ."));
  *size = (size_t)(p - out);
  return out;
}

static void nested(const char *open, const char *middle, const char *close, uint32_t depth, ort_status status, size_t triples) {
  size_t size;
  char *document = repeat("<urn:s> <urn:p> ", open, 1000000, middle, close, &size);
  run r = run_of(1, document, size, 65536);
  r.limits.depth = depth;
  r.counts_only = 1;
  execute(&r);
  CHECK(r.status == status, "%s: %s", open, r.events);
  if (status == ORT_OK) CHECK(r.triples == triples, "%lu triples", (unsigned long)r.triples);
  free(document);
  free(r.events);
}

static void test_depth(void) {
  nested("(", "1", ")", 0, ORT_LIMIT, 0);
  nested("(", "1", ")", 999999, ORT_LIMIT, 0);
  nested("(", "1", ")", 1000000, ORT_OK, 2000001);
  nested("[<urn:q>", "1", "]", 0, ORT_LIMIT, 0);
  nested("[<urn:q>", "1", "]", 1000000, ORT_OK, 1000001);
  nested("[<urn:q>(", "1", "]", 2000000, ORT_SYNTAX, 0);
}

static ort_status limited(int turtle, const char *document, size_t token_bytes, size_t chunk) {
  run r = run_of(turtle, document, strlen(document), chunk);
  r.limits.token_bytes = token_bytes;
  execute(&r);
  free(r.events);
  return r.status;
}

static void test_token_limit(void) {
  size_t chunk;
  for (chunk = 0; chunk < 3; chunk++) {
    CHECK(limited(0, "<urn:a> <urn:b> <urn:c> .\n", 25, chunk) == ORT_OK, "chunk %lu", (unsigned long)chunk);
    CHECK(limited(0, "<urn:a> <urn:b> <urn:c> .\n", 24, chunk) == ORT_LIMIT, "chunk %lu", (unsigned long)chunk);
    CHECK(limited(0, "<urn:a> <urn:b> <urn:c> .", 24, chunk) == ORT_LIMIT, "chunk %lu", (unsigned long)chunk);
    CHECK(limited(0, "#2345678\n", 7, chunk) == ORT_LIMIT, "chunk %lu", (unsigned long)chunk);
    CHECK(limited(0, "#234567\r\n", 7, chunk) == ORT_OK, "chunk %lu", (unsigned long)chunk);
    CHECK(limited(1, "<urn:a> <urn:b> 'abcde' .# a long comment", 7, chunk) == ORT_OK, "chunk %lu", (unsigned long)chunk);
    CHECK(limited(1, "<urn:a> <urn:b> 'abcdef' .", 7, chunk) == ORT_LIMIT, "chunk %lu", (unsigned long)chunk);
  }
}

static void test_bounded_memory(void) {
  size_t turtle, size;
  for (turtle = 0; turtle < 2; turtle++) {
    char *document = repeat("", "<urn:a> <urn:b> \"abc\" .# comment\n", 100000, "<urn:a> <urn:b> <urn:c>", "", &size);
    run r = run_of((int)turtle, document, size, 1000);
    r.counts_only = 1;
    execute(&r);
    CHECK(r.status == ORT_OK && r.triples == 100001, "%s", r.events);
    CHECK(r.memory.peak <= 131072, "peak %lu", (unsigned long)r.memory.peak);
    free(document);
    free(r.events);
  }
}

static void test_siblings(void) {
  size_t size;
  char *document = repeat("<urn:a> <urn:b> ", "[ <urn:c> ( 1 [] ) ] , ", 100000, "1", "", &size);
  run r = run_of(1, document, size, 1000);
  r.counts_only = 1;
  execute(&r);
  CHECK(r.status == ORT_OK && r.triples == 600001, "%s", r.events);
  CHECK(r.memory.peak <= 131072, "peak %lu", (unsigned long)r.memory.peak);
  free(document);
  free(r.events);
}

static void test_prefixes(void) {
  char document[16384];
  size_t size = 0;
  unsigned i;
  run r;
  for (i = 0; i < 200; i++) {
    size += (size_t)sprintf(document + size, "@prefix p%u: <urn:%u:> . p%u:s p%u:p p0:o .\n", i, i, i, i / 2);
  }
  sprintf(document + size, "@prefix p7: <urn:again:> . p7:s p199:p p:o .");
  r = run_of(1, document, strlen(document), 0);
  execute(&r);
  CHECK(r.triples == 200, "%lu", (unsigned long)r.triples);
  CHECK(strstr(r.events, "<urn:199:s 200:28 | <urn:99:p 200:35 | <urn:0:o 200:41\n") != NULL, "%s", r.events);
  CHECK(strstr(r.events, "1 201:40+") != NULL, "%s", r.events);
  free(r.events);
}

static void test_interruptions(void) {
  size_t turtle, chunk;
  const char *document = "<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> <urn:d> .\n";
  for (turtle = 0; turtle < 2; turtle++) {
    for (chunk = 0; chunk < 2; chunk++) {
      run stopped = run_of((int)turtle, document, strlen(document), chunk);
      run failed = run_of((int)turtle, document, strlen(document), 1);
      stopped.stop_after = 1;
      execute(&stopped);
      CHECK(stopped.status == ORT_STOPPED && stopped.triples == 1, "%s", stopped.events);
      failed.fail_read_at = 30;
      execute(&failed);
      CHECK(failed.status == ORT_IO && failed.triples == 1, "%s", failed.events);
      free(stopped.events);
      free(failed.events);
    }
  }
}

static void checkpoints(int turtle, size_t lines, const char *expected, const char *expected_of_one_more) {
  size_t chunk, size;
  for (chunk = 0; chunk < 8; chunk += 7) {
    char *document = repeat("", "#\r\n", lines, "", "", &size);
    run r = run_of(turtle, document, size - 2, chunk); /* one more line does not start */
    execute(&r);
    CHECK(strcmp(r.events, expected) == 0, "%s", r.events);
    free(r.events);
    document[size - 2] = '#';
    r = run_of(turtle, document, size - 1, chunk);
    execute(&r);
    CHECK(strcmp(r.events, expected_of_one_more) == 0, "%s", r.events);
    free(r.events);
    free(document);
  }
}

static void test_checkpoints(void) {
  checkpoints(1, 8191, "line 4096 at 12285\n", "line 4096 at 12285\nline 8192 at 24573\n");
  checkpoints(0, 349525, "line 174764 at 524289\n", "line 174764 at 524289\n");
  checkpoints(0, 349526, "line 174764 at 524289\n", "line 174764 at 524289\nline 349527 at 1048578\n");
  gives(1, "", "");
}

/* ---- IRIs and characters ---- */

static void resolves(const char *base, const char *reference, const char *expected) {
  char out[256];
  size_t length = ort_iri_resolve(base, strlen(base), reference, strlen(reference), out);
  CHECK(length == strlen(expected) && memcmp(out, expected, length) == 0, "%s + %s: %.*s", base, reference, (int)length, out);
}

static void test_iris(void) {
  resolves("http://a/b/c/d;p?q", "", "http://a/b/c/d;p?q");
  resolves("http://a/b/c/d;p?q", "../../../g", "http://a/g");
  resolves("http://a/b/c/d;p?q", "g;x=1/../y", "http://a/b/c/y");
  resolves("http://a/b/c/d;p?q", "http:g", "http:g");
  resolves("http://a/b/c/d;p?q", "http://x/../y", "http://x/../y");
  resolves("http://a", "g", "http://a/g");
  resolves("http://a?q", "#f", "http://a?q#f");
  resolves("http://a/b/..", ".", "http://a/b/");
  resolves("urn:x", "a/../b", "urn:/b");
  resolves("urn:x", "...", "urn:...");
  resolves("file:///a/b", "/c/./d/..", "file:///c/");
  CHECK(ort_iri_scheme("a+b-c.1:", 8) == 8, "scheme");
  CHECK(ort_iri_scheme("1a:", 3) == 0 && ort_iri_scheme("a/b:", 4) == 0 && ort_iri_scheme("a", 1) == 0, "no scheme");
}

static void test_characters(void) {
  static const char ill_formed[][5] = {"\xC0\x80  ", "\xC1\xBF  ", "\xE0\x9F\xBF ", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
                                       "\xF5\x80\x80\x80", "\x80   ",     "\xC3   ",       "\xE2\x82  "};
  uint32_t code, back;
  for (code = 0; code <= 0x10FFFF; code++) {
    char out[4];
    size_t length = ort_utf8_encode(code, out);
    size_t decoded = ort_utf8_decode(out, out + length, &back);
    if (code >= 0xD800 && code <= 0xDFFF) CHECK(decoded == 0, "surrogate %lx", (unsigned long)code);
    else CHECK(decoded == length && back == code && ort_code_points(out, length) == 1, "%lx", (unsigned long)code);
    if (length > 1 && decoded > 0) CHECK(ort_utf8_decode(out, out + length - 1, &back) == ORT_CUT, "%lx", (unsigned long)code);
  }
  for (code = 0; code < sizeof ill_formed / sizeof *ill_formed; code++) {
    CHECK(ort_utf8_decode(ill_formed[code], ill_formed[code] + 4, &back) == 0, "ill-formed %lu", (unsigned long)code);
  }
  CHECK(ort_code_points("a\xC3\xA9\xF0\x9F\x98\x80", 7) == 3, "code points");
}

int main(void) {
  test_samples();
  test_truncated();
  test_bit_flips();
  test_failing_memory();
  test_ntriples();
  test_turtle();
  test_base();
  test_depth();
  test_token_limit();
  test_bounded_memory();
  test_siblings();
  test_prefixes();
  test_interruptions();
  test_checkpoints();
  test_iris();
  test_characters();
  if (failures > 0) fprintf(stderr, "%d failures\n", failures);
  return failures > 0;
}
