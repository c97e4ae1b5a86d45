/* SPDX-License-Identifier: Apache-2.0 */
/* The sink of the readers: drops what the program does not look at, keeps the rest as rows of ids with positions. */
#include "ort_run.h"

#include <string.h>

static uint64_t gr_load(const char *p) {
  uint64_t v = 0;
  unsigned i;
  for (i = 0; i < 8; i++) v |= (uint64_t)(unsigned char)p[i] << (8 * i);
  return v;
}

/* IRIs of one vocabulary differ at their end: the last 16 bytes and the length decide where the search starts. */
ORT_API uint32_t ort_predicate_hash(const char *text, size_t length) {
  char tail[16];
  uint64_t h;
  if (length < sizeof tail) {
    memset(tail, 0, sizeof tail);
    if (length > 0) memcpy(tail, text, length);
    text = tail;
  } else {
    text += length - sizeof tail;
  }
  h = (gr_load(text) + length) * UINT64_C(0x9E3779B97F4A7C15);
  h = (h ^ (h >> 29) ^ gr_load(text + 8)) * UINT64_C(0xBF58476D1CE4E5B9);
  return (uint32_t)(h >> 32);
}

/* The id of the predicate when the program reads it, else 0. */
static uint32_t gr_predicate(const ort_program *program, const ort_term *predicate) {
  uint32_t at = ort_predicate_hash(predicate->text, predicate->text_length) & program->predicate_mask;
  uint32_t id;
  while ((id = program->predicates[at]) != 0) {
    const ort_constant *constant = &program->constants[id - 1];
    if (constant->length == predicate->text_length && memcmp(constant->text, predicate->text, constant->length) == 0) break;
    at = (at + 1) & program->predicate_mask;
  }
  return id;
}

/* The same for a predicate that the reader may have given a token. */
static inline uint32_t gr_known_predicate(ort_run *run, const ort_term *predicate) {
  ort_token *known;
  if (predicate->token == 0) return gr_predicate(run->program, predicate);
  known = &run->graph.tokens[predicate->token % ORT_TOKENS];
  if (known->token != predicate->token) {
    known->id = gr_predicate(run->program, predicate);
    known->token = predicate->token;
  }
  return known->id;
}

ORT_API ort_status ort_graph_document(ort_run *run) {
  run->graph.subject = 0;
  run->graph.fresh = 0;
  memset(run->graph.tokens, 0, sizeof run->graph.tokens);
  return ort_vector_push(&run->memory, &run->graph.documents, run->graph.count);
}

/* Begins a stretch of triples with the same subject at a row. */
static ort_status gr_stretch(ort_run *run, uint32_t row, ort_position at) {
  ort_graph *graph = &run->graph;
  ort_stretch *grown;
  if (graph->stretch_count == UINT32_MAX) return ORT_LIMIT;
  grown = (ort_stretch *)ort_grow(&run->memory, graph->stretches, sizeof *grown, &graph->stretch_capacity,
                                  graph->stretch_count + 1);
  if (grown == NULL) return ORT_MEMORY;
  graph->stretches = grown;
  grown[graph->stretch_count].row = row;
  grown[graph->stretch_count++].at = at;
  return ORT_OK;
}

static ort_status gr_new_subject(ort_run *run, const ort_term *subject, uint32_t document) {
  uint32_t id;
  ort_status status = ort_terms_intern(&run->terms, subject, document, &id);
  if (status == ORT_OK) status = gr_stretch(run, run->graph.count, subject->at);
  if (status == ORT_OK) run->graph.subject = id;
  return status;
}

/* Whether the triple's subject is that of the triple before. */
static int gr_is_same_subject(const ort_run *run, const ort_term *subject) {
  const ort_record *last;
  if (run->graph.subject == 0) return 0;
  if (run->graph.fresh) return 1;
  last = run->terms.records[run->graph.subject];
  return last->length == subject->text_length && last->kind == (uint8_t)subject->kind &&
         memcmp(ort_text_of(last), subject->text, subject->text_length) == 0;
}

/* Makes room for more rows. */
static ort_status gr_room(ort_run *run, uint32_t more) {
  ort_graph *graph = &run->graph;
  ort_triple *triples;
  ort_position *positions;
  if (more >= ORT_NO_ROW - graph->count) return ORT_LIMIT;
  triples = (ort_triple *)ort_grow(&run->memory, graph->triples, sizeof *triples, &graph->triple_capacity, graph->count + more);
  if (triples == NULL) return ORT_MEMORY;
  graph->triples = triples;
  positions =
      (ort_position *)ort_grow(&run->memory, graph->positions, sizeof *positions, &graph->position_capacity, graph->count + more);
  if (positions == NULL) return ORT_MEMORY;
  graph->positions = positions;
  return ORT_OK;
}

ORT_API ort_status ort_graph_settle(ort_run *run) {
  ort_graph *graph = &run->graph;
  return graph->object.record == NULL ? ORT_OK
                                      : ort_terms_end(&run->terms, &graph->object, &graph->triples[graph->count - 1].object);
}

/* The triple's subject and predicate as a row; the object follows. */
static ort_status gr_row(ort_run *run, const ort_term *subject, const ort_term *predicate, uint32_t predicate_id) {
  ort_graph *graph = &run->graph;
  const uint32_t document = run->document - 1;
  ort_status status = ort_graph_settle(run);
  ort_triple *row;
  if (predicate_id == 0 && status == ORT_OK) status = ort_terms_intern(&run->terms, predicate, document, &predicate_id);
  if (status == ORT_OK && !gr_is_same_subject(run, subject)) status = gr_new_subject(run, subject, document);
  if (status == ORT_OK && (graph->count >= graph->position_capacity || graph->count >= graph->triple_capacity)) {
    status = gr_room(run, 1);
  }
  if (status != ORT_OK) return status;
  row = &graph->triples[graph->count];
  row->subject = graph->subject;
  row->predicate = predicate_id;
  row->object = 0;
  graph->fresh = 1;
  return ORT_OK;
}

ORT_API ort_status ort_graph_triple(void *context, const ort_term *subject, const ort_term *predicate, const ort_term *object) {
  ort_run *run = (ort_run *)context;
  ort_graph *graph = &run->graph;
  ort_status status;
  uint32_t predicate_id;
  run->statistics.triples++;
  if (!subject->repeated) graph->fresh = 0;
  predicate_id = gr_known_predicate(run, predicate);
  if (predicate_id == 0 && !run->program->everything) return ORT_OK;
  status = gr_row(run, subject, predicate, predicate_id);
  if (status != ORT_OK) return status;
  graph->positions[graph->count++] = object->at;
  return ort_terms_begin(&run->terms, object, run->document - 1, &graph->object);
}

ORT_API ort_status ort_graph_checkpoint(void *context, uint32_t line, uint64_t offset) {
  ort_run *run = (ort_run *)context;
  ort_graph *graph = &run->graph;
  ort_checkpoint *grown;
  if (graph->checkpoint_count == UINT32_MAX) return ORT_LIMIT;
  grown = (ort_checkpoint *)ort_grow(&run->memory, graph->checkpoints, sizeof *grown, &graph->checkpoint_capacity,
                                     graph->checkpoint_count + 1);
  if (grown == NULL) return ORT_MEMORY;
  graph->checkpoints = grown;
  grown[graph->checkpoint_count].offset = offset;
  grown[graph->checkpoint_count].document = run->document - 1;
  grown[graph->checkpoint_count++].line = line;
  return ORT_OK;
}

static ort_position gr_below(ort_position at, uint32_t lines) {
  if (at.line != 0) at.line = at.line > UINT32_MAX - lines ? UINT32_MAX : at.line + lines;
  return at;
}

/* Checkpoints and stretches as one reading would have left them: where the part begins, both may go on from what was before. */
static ort_status gr_take_marks(ort_run *run, const ort_graph *part, uint32_t lines) {
  ort_graph *graph = &run->graph;
  const uint32_t rows = graph->count;
  const int goes_on = rows > 0 && part->count > 0 && graph->subject != 0 && graph->triples[rows].subject == graph->subject;
  ort_status status = ORT_OK;
  uint32_t i;
  for (i = goes_on ? 1 : 0; i < part->stretch_count && status == ORT_OK; i++) {
    status = gr_stretch(run, rows + part->stretches[i].row, gr_below(part->stretches[i].at, lines));
  }
  for (i = 0; i < part->checkpoint_count && status == ORT_OK; i++) {
    const ort_checkpoint *at = &part->checkpoints[i];
    const ort_checkpoint *last = graph->checkpoint_count == 0 ? NULL : &graph->checkpoints[graph->checkpoint_count - 1];
    if (last != NULL && last->document == run->document - 1 && 
        last->offset / ORT_CHECKPOINT_BYTES == at->offset / ORT_CHECKPOINT_BYTES) {
      continue;
    }
    status = ort_graph_checkpoint(run, at->line + lines, at->offset);
  }
  return status;
}

ORT_API ort_status ort_graph_take(ort_run *run, const ort_graph *part, const uint32_t *map, uint32_t lines) {
  ort_graph *graph = &run->graph;
  ort_status status = part->count == 0 ? ORT_OK : gr_room(run, part->count);
  uint32_t i;
  if (status != ORT_OK) return status;
  for (i = 0; i < part->count; i++) {
    ort_triple *row = &graph->triples[graph->count + i];
    row->subject = map[part->triples[i].subject];
    row->predicate = map[part->triples[i].predicate];
    row->object = map[part->triples[i].object];
    graph->positions[graph->count + i] = gr_below(part->positions[i], lines);
  }
  status = gr_take_marks(run, part, lines);
  graph->count += part->count;
  if (part->count > 0) graph->subject = graph->triples[graph->count - 1].subject;
  return status;
}
