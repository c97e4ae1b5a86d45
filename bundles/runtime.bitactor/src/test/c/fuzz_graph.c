/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Loads mutations of a graph image, and validates random graphs by those that are accepted: fuzz_graph IMAGE SEED COUNT. The class
 * GraphMutations in Java does the same, so that both print the same line.
 */
#define main ontoc_run_main
#include "ontoc_run.c"
#undef main

#include <inttypes.h>

enum { FZ_TRIPLES = 40, FZ_CODE_ROW = BL_SECTION_TABLE + 16 * BS_CODE };

typedef struct fz_terms {
  ort_term *terms;
  size_t count;
} fz_terms;

typedef struct fz_fuzzer {
  const uint8_t *base;
  size_t length;
  uint8_t *mutated;
  uint64_t state;
  fz_terms nodes;
  fz_terms values;
  fz_terms predicates;
  uint64_t accepted;
  uint64_t results;
  uint64_t digest;
} fz_fuzzer;

/* xorshift64* */
static uint64_t fz_next(fz_fuzzer *fuzzer) {
  uint64_t *state = &fuzzer->state;
  *state ^= *state >> 12;
  *state ^= *state << 25;
  *state ^= *state >> 27;
  return *state * UINT64_C(2685821657736338717);
}

static size_t fz_below(fz_fuzzer *fuzzer, uint64_t bound) { return (size_t)(fz_next(fuzzer) % bound); }

static void fz_put(uint8_t *at, uint64_t value, int bytes) {
  int i;
  for (i = 0; i < bytes; i++) at[i] = (uint8_t)(value >> 8 * i);
}

/* Half of the edits are in the code. */
static size_t fz_place(fz_fuzzer *fuzzer) {
  const uint32_t code = bl_u32(fuzzer->base + FZ_CODE_ROW + 4);
  const uint32_t bytes = bl_u32(fuzzer->base + FZ_CODE_ROW + 8);
  if (fz_below(fuzzer, 2) == 0 || bytes == 0) return fz_below(fuzzer, fuzzer->length);
  return code + fz_below(fuzzer, bytes);
}

static size_t fz_edit(fz_fuzzer *fuzzer, size_t size) {
  const size_t at = fz_place(fuzzer);
  uint8_t *image = fuzzer->mutated;
  switch (fz_below(fuzzer, 5)) {
    case 0: image[at] = (uint8_t)fz_next(fuzzer); break;
    case 1: image[at] ^= (uint8_t)(1u << fz_below(fuzzer, 8)); break;
    case 2: fz_put(image + at / 4 * 4, fz_below(fuzzer, 64), 4); break;
    case 3: return fz_below(fuzzer, 8) == 0 && at < size ? at : size;
    default: memmove(image + at / 8 * 8, image + fz_place(fuzzer) / 8 * 8, 8);
  }
  return size;
}

static size_t fz_mutate(fz_fuzzer *fuzzer) {
  uint8_t *image = fuzzer->mutated;
  size_t size = fuzzer->length;
  size_t edits;
  memcpy(image, fuzzer->base, size);
  for (edits = 1 + fz_below(fuzzer, 3); edits > 0; edits--) size = fz_edit(fuzzer, size);
  if (size >= BL_SECTION_TABLE && fz_below(fuzzer, 16) != 0) {
    fz_put(image + 8, size, 4);
    fz_put(image + 16,
           bl_checksum(bl_checksum(UINT64_C(0xCBF29CE484222325), image, 16), image + BL_SECTION_TABLE, size - BL_SECTION_TABLE),
           8);
  }
  return size;
}

/* ---- random graphs of the image's own terms ---- */

static void fz_add(fz_terms *terms, const ort_term *term) { terms->terms[terms->count++] = *term; }

static ort_term fz_term(ort_kind kind, const char *text, size_t length) {
  ort_term term;
  memset(&term, 0, sizeof term);
  term.kind = kind;
  term.text = text;
  term.text_length = length;
  return term;
}

static void fz_collect(fz_fuzzer *fuzzer, const bit_graph *graph) {
  static const char *const BLANKS[] = {"b0", "b1", "b2", "b3"};
  const ort_program *program = &graph->program;
  ort_term term;
  uint32_t i;
  size_t j;
  for (i = 0; i < program->constant_count; i++) {
    const ort_constant *it = &program->constants[i];
    term = fz_term(it->kind, it->text, it->length);
    term.qualifier = it->qualifier;
    term.qualifier_length = it->qualifier_length;
    fz_add(it->kind >= ORT_LITERAL ? &fuzzer->values : &fuzzer->nodes, &term);
    if ((fuzzer->base[bl_u32(fuzzer->base + BL_SECTION_TABLE + 16 * BS_CONSTANTS + 4) + 12 * i + 1] & BIT_ROLE_READ) != 0) {
      fz_add(&fuzzer->predicates, &term);
    }
  }
  for (i = 0; i < 4; i++) {
    term = fz_term(ORT_BLANK, BLANKS[i], 2);
    fz_add(&fuzzer->nodes, &term);
  }
  for (j = 0; j < fuzzer->nodes.count; j++) fz_add(&fuzzer->values, &fuzzer->nodes.terms[j]);
  term = fz_term(ORT_IRI, "urn:p", 5);
  if (fuzzer->predicates.count == 0) fz_add(&fuzzer->predicates, &term);
}

static const ort_term *fz_one(fz_fuzzer *fuzzer, const fz_terms *terms) {
  return &terms->terms[fz_below(fuzzer, terms->count)];
}

static int fz_result(void *context, const ort_run *run, const ort_result *result) {
  fz_fuzzer *fuzzer = (fz_fuzzer *)context;
  (void)run;
  fuzzer->results++;
  fuzzer->digest = (fuzzer->digest ^ result->check ^ (uint64_t)result->depth << 32) * UINT64_C(0x100000001B3);
  return 0;
}

static ort_status fz_execute(fz_fuzzer *fuzzer, const bit_graph *graph) {
  ort_run run;
  ort_status status = ort_run_open(&run, &graph->program, NULL);
  int i;
  run.details.deepest = 4;
  run.details.most = 16;
  if (status == ORT_OK) status = ort_run_begin(&run);
  for (i = 0; i < FZ_TRIPLES && status == ORT_OK; i++) {
    const ort_term *subject = fz_one(fuzzer, &fuzzer->nodes);
    const ort_term *predicate = fz_one(fuzzer, &fuzzer->predicates);
    status = ort_graph_triple(&run, subject, predicate, fz_one(fuzzer, &fuzzer->values));
  }
  if (status == ORT_OK) status = ort_graph_end(&run);
  if (status == ORT_OK) status = ort_run_validate(&run, fz_result, fuzzer);
  ort_run_close(&run);
  return status;
}

/* Of exactly so many bytes, so that a sanitizer sees what is read behind them. */
static int fz_try(fz_fuzzer *fuzzer, size_t size) {
  uint8_t *exact = (uint8_t *)malloc(size == 0 ? 1 : size);
  ort_status status = ORT_OK;
  bit_graph graph;
  if (exact == NULL) return 0;
  memcpy(exact, fuzzer->mutated, size);
  if (bit_graph_load(&graph, exact, size, NULL) == NULL) {
    fuzzer->accepted++;
    status = fz_execute(fuzzer, &graph);
  }
  bit_graph_close(&graph);
  free(exact);
  return status == ORT_OK;
}

int main(int count, char **arguments) {
  static fz_fuzzer fuzzer;
  bit_graph graph;
  uint64_t i, all;
  size_t room;
  if (count != 4) return 2;
  fuzzer.base = oc_bytes(arguments[1], &fuzzer.length);
  if (fuzzer.base == NULL || bit_graph_load(&graph, fuzzer.base, fuzzer.length, NULL) != NULL) return 2;
  room = 2 * ((size_t)graph.program.constant_count + 8);
  fuzzer.mutated = (uint8_t *)malloc(fuzzer.length);
  fuzzer.nodes.terms = (ort_term *)calloc(room, sizeof *fuzzer.nodes.terms);
  fuzzer.values.terms = (ort_term *)calloc(room, sizeof *fuzzer.values.terms);
  fuzzer.predicates.terms = (ort_term *)calloc(room, sizeof *fuzzer.predicates.terms);
  if (fuzzer.mutated == NULL || fuzzer.nodes.terms == NULL || fuzzer.values.terms == NULL || fuzzer.predicates.terms == NULL) return 2;
  fz_collect(&fuzzer, &graph);
  fuzzer.state = strtoull(arguments[2], NULL, 10);
  all = strtoull(arguments[3], NULL, 10);
  for (i = 0; i < all; i++) {
    if (!fz_try(&fuzzer, fz_mutate(&fuzzer))) return fprintf(stderr, "an accepted image failed\n"), 1;
  }
  printf("%" PRIu64 " mutations, %" PRIu64 " accepted, %" PRIu64 " results, digest %016" PRIx64 "\n", all, fuzzer.accepted,
         fuzzer.results, fuzzer.digest);
  bit_graph_close(&graph);
  free((void *)fuzzer.base);
  free(fuzzer.mutated);
  free(fuzzer.nodes.terms);
  free(fuzzer.values.terms);
  free(fuzzer.predicates.terms);
  return 0;
}
