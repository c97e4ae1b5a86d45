/* SPDX-License-Identifier: Apache-2.0 */
/* Constraints that look at one value node (SHACL sections 4.1, 4.3 to 4.5). */
#include "ort_run.h"
#include "ort_threads.h"

ORT_API int ort_look_at_lexical_form(ort_run *run, uint32_t literal) {
  ort_record *record = run->terms.records[literal];
  const int valid = ort_lexical_valid((ort_datatype)record->type, ort_text_of(record), record->length);
  ORT_SHARED_STORE(&record->valid, (uint8_t)(valid ? 1 : 2)); /* each thread that looks finds the same */
  return valid;
}

static int ck_is_literal(const ort_record *record) {
  return record->kind == ORT_LITERAL || record->kind == ORT_LANG_LITERAL;
}

ORT_API ort_order ort_compare_nodes(const ort_run *run, uint32_t a, uint32_t b) {
  const ort_record *left = ort_record_of(run, a);
  const ort_record *right = ort_record_of(run, b);
  if (!ck_is_literal(left) || !ck_is_literal(right)) return ORT_INCOMPARABLE;
  return ort_compare((ort_datatype)left->type, ort_text_of(left), left->length, (ort_datatype)right->type, ort_text_of(right),
                     right->length);
}

ORT_API int ort_is_less(const ort_run *run, uint32_t a, uint32_t b) { return ort_compare_nodes(run, a, b) == ORT_LESS; }

ORT_API int ort_is_at_most(const ort_run *run, uint32_t a, uint32_t b) {
  const ort_order order = ort_compare_nodes(run, a, b);
  return order == ORT_LESS || order == ORT_EQUAL;
}

ORT_API int ort_is_length_at_least(const ort_run *run, uint32_t node, uint64_t length) {
  const ort_record *record = ort_record_of(run, node);
  if (record->kind == ORT_BLANK || record->length < length) return 0; /* a code point is at least one byte */
  return ort_code_points(ort_text_of(record), record->length) >= length;
}

ORT_API int ort_is_length_at_most(const ort_run *run, uint32_t node, uint64_t length) {
  const ort_record *record = ort_record_of(run, node);
  if (record->kind == ORT_BLANK) return 0;
  return record->length <= length || ort_code_points(ort_text_of(record), record->length) <= length;
}

ORT_API int ort_matches_dfa(const ort_run *run, uint32_t node, const ort_dfa *dfa) {
  const ort_record *record = ort_record_of(run, node);
  return record->kind != ORT_BLANK && ort_dfa_matches(dfa, ort_text_of(record), record->length);
}

ORT_API int ort_matches_character_dfa(const ort_run *run, uint32_t node, const ort_character_dfa *dfa) {
  const ort_record *record = ort_record_of(run, node);
  return record->kind != ORT_BLANK && ort_character_dfa_matches(dfa, ort_text_of(record), record->length);
}

ORT_API int ort_matches_nfa(ort_run *run, uint32_t node, const ort_nfa *nfa) {
  const ort_record *record = ort_record_of(run, node);
  const ort_mark mark = ort_scratch_mark(run);
  uint32_t *scratch;
  int matches;
  if (record->kind == ORT_BLANK) return 0;
  scratch = (uint32_t *)ort_scratch_new(run, sizeof *scratch * ORT_NFA_SCRATCH(nfa->length));
  if (scratch == NULL) return 0;
  matches = ort_nfa_matches(nfa, ort_text_of(record), record->length, scratch);
  ort_scratch_release(run, mark);
  return matches;
}

ORT_API int ort_is_language_in(const ort_run *run, uint32_t node, const ort_range *ranges, uint32_t count) {
  const ort_record *record = ort_record_of(run, node);
  const ort_record *tag;
  uint32_t i;
  if (record->kind != ORT_LANG_LITERAL) return 0;
  tag = ort_record_of(run, record->qualifier);
  for (i = 0; i < count; i++) {
    if (ort_language_matches(ort_text_of(tag), tag->length, ranges[i].text, ranges[i].length)) return 1;
  }
  return 0;
}

ORT_API int ort_is_in(uint32_t node, const uint32_t *list, uint32_t count) {
  uint32_t from = 0;
  while (from < count) {
    const uint32_t middle = from + (count - from) / 2;
    if (list[middle] == node) return 1;
    if (list[middle] < node) {
      from = middle + 1;
    } else {
      count = middle;
    }
  }
  return 0;
}

ORT_API uint32_t ort_count_conforming(ort_run *run, uint32_t node, const ort_test *tests, uint32_t count, uint32_t enough) {
  uint32_t conforming = 0;
  uint32_t i;
  for (i = 0; i < count && conforming < enough; i++) conforming += tests[i](run, node) ? 1u : 0u;
  return conforming;
}

ORT_API int ort_conforms_to_all(ort_run *run, uint32_t node, const ort_test *tests, uint32_t count) {
  uint32_t i;
  for (i = 0; i < count; i++) {
    if (!tests[i](run, node)) return 0;
  }
  return 1;
}
