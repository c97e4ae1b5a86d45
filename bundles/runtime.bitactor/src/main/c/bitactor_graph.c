/* SPDX-License-Identifier: Apache-2.0 */
/* Executes the handlers of graph images, which were verified when they were loaded. */
#include "bitactor_graph.h"

static int in_test_itself(ort_run *run, uint32_t number, uint32_t focus);
static void in_report_itself(ort_run *run, uint32_t number, uint32_t focus);

static const bit_handler *in_handler(const ort_run *run, uint32_t number) {
  return &((const bit_graph *)(const void *)run->program)->handlers[number];
}

static int in_test(ort_run *run, uint32_t number, uint32_t node) {
  const uint32_t recursive = in_handler(run, number)->recursive;
  return recursive != 0 ? ort_conforms(run, recursive - 1, node) : in_test_itself(run, number, node);
}

static void in_report(ort_run *run, uint32_t number, uint32_t focus) {
  const uint32_t recursive = in_handler(run, number)->recursive;
  if (recursive != 0) {
    ort_report_later(run, recursive - 1, focus);
  } else {
    in_report_itself(run, number, focus);
  }
}

static ort_values in_values(ort_run *run, const bit_handler *handler, const uint32_t *focus) {
  switch (handler->source) {
    case BIT_OBJECTS: return ort_objects(run, *focus, handler->predicate);
    case BIT_SUBJECTS: return ort_subjects(run, *focus, handler->predicate);
    case BIT_PATH: return ort_path_values(run, handler->path, *focus);
    default: return ort_only(run, focus);
  }
}

/* How many handlers of a set say yes, counted up to enough. */
static uint32_t in_count(ort_run *run, const bit_instruction *it, uint32_t value, uint32_t enough) {
  uint32_t conforming = 0;
  uint32_t i;
  for (i = 0; i < it->count && conforming < enough; i++) conforming += in_test(run, it->of.set[i], value) ? 1u : 0u;
  return conforming;
}

static int in_all(ort_run *run, const bit_instruction *it, uint32_t value) {
  uint32_t i;
  for (i = 0; i < it->count; i++) {
    if (!in_test(run, it->of.set[i], value)) return 0;
  }
  return 1;
}

/* Whether an instruction of the second place holds for a value node. */
static int in_value_holds(ort_run *run, const bit_instruction *it, uint32_t value) {
  switch (it->opcode) {
    case BIT_CLASS: return ort_is_instance(run, value, it->a);
    case BIT_DATATYPE: return ort_has_datatype(run, value, it->a);
    case BIT_LANGSTRING: return ort_has_language(run, value);
    case BIT_KIND: return ort_is_kind(run, value, it->a);
    case BIT_MINEXCLUSIVE: return ort_is_less(run, it->a, value);
    case BIT_MININCLUSIVE: return ort_is_at_most(run, it->a, value);
    case BIT_MAXEXCLUSIVE: return ort_is_less(run, value, it->a);
    case BIT_MAXINCLUSIVE: return ort_is_at_most(run, value, it->a);
    case BIT_MINLENGTH: return ort_is_length_at_least(run, value, it->of.number);
    case BIT_MAXLENGTH: return ort_is_length_at_most(run, value, it->of.number);
    case BIT_PATTERNB: return ort_matches_dfa(run, value, it->of.bytes);
    case BIT_PATTERNC: return ort_matches_character_dfa(run, value, it->of.characters);
    case BIT_PATTERNP: return ort_matches_nfa(run, value, it->of.program);
    case BIT_LANGUAGEIN: return ort_is_language_in(run, value, it->of.ranges, it->count);
    case BIT_NOT: return !in_test(run, it->a, value);
    case BIT_AND: return in_all(run, it, value);
    case BIT_OR: return in_count(run, it, value, 1) == 1;
    case BIT_XONE: return in_count(run, it, value, 2) == 1;
    case BIT_IN: return ort_is_in(value, it->of.set, it->count);
    case BIT_CLOSED: return ort_is_closed(run, value, it->of.set, it->count);
    default: return in_test(run, it->a, value); /* NODE, PROPERTY */
  }
}

static uint64_t in_qualified(ort_run *run, const bit_qualified *qualified, const ort_values *values) {
  uint64_t count = 0;
  uint32_t i, j;
  for (i = 0; i < values->count; i++) {
    int counts = in_test(run, qualified->handler, values->node[i]);
    for (j = 0; counts && j < qualified->sibling_count; j++) {
      counts = !in_test(run, qualified->siblings[j], values->node[i]);
    }
    if (counts) count++;
  }
  return count;
}

/* Whether an instruction of the first or the third place holds. */
static int in_set_holds(ort_run *run, const bit_instruction *it, const ort_values *values, uint32_t focus) {
  switch (it->opcode) {
    case BIT_MINCOUNT: return ort_is_count_at_least(values->count, it->of.number);
    case BIT_MAXCOUNT: return ort_is_count_at_most(values->count, it->of.number);
    case BIT_HASVALUE: return ort_has_value(values, it->a);
    case BIT_UNIQUELANG: return ort_is_unique_language(run, values);
    case BIT_EQUALS: return ort_is_equal(run, values, focus, it->a);
    case BIT_DISJOINT: return ort_is_disjoint(run, values, focus, it->a);
    case BIT_LESS: return ort_is_all_less(run, values, focus, it->a, 0);
    case BIT_LESSEQUAL: return ort_is_all_less(run, values, focus, it->a, 1);
    default: {
      const uint64_t count = in_qualified(run, it->of.qualified, values);
      return count >= it->of.qualified->minimum && count <= it->of.qualified->maximum;
    }
  }
}

static int in_all_hold(ort_run *run, const bit_instruction *code, uint32_t count, const ort_values *values, uint32_t focus) {
  uint32_t i;
  for (i = 0; i < count; i++) {
    if (!in_set_holds(run, &code[i], values, focus)) return 0;
  }
  return 1;
}

static int in_values_hold(ort_run *run, const bit_handler *handler, const ort_values *values) {
  const bit_instruction *code = handler->code + handler->counts;
  uint32_t i, j;
  if (handler->values == 0) return 1;
  for (i = 0; i < values->count; i++) {
    for (j = 0; j < handler->values; j++) {
      if (!in_value_holds(run, &code[j], values->node[i])) return 0;
    }
  }
  return 1;
}

static int in_test_itself(ort_run *run, uint32_t number, uint32_t focus) {
  const bit_handler *handler = in_handler(run, number);
  const bit_instruction *sets = handler->code + handler->counts + handler->values;
  const ort_mark mark = ort_scratch_mark(run);
  const ort_values values = in_values(run, handler, &focus);
  const int conforms = in_all_hold(run, handler->code, handler->counts, &values, focus) &&
                       in_values_hold(run, handler, &values) && in_all_hold(run, sets, handler->sets, &values, focus);
  if (handler->source == BIT_PATH) ort_scratch_release(run, mark);
  return conforms;
}

/* Explains the last result by the reports of handlers for a value node. */
static void in_explain(ort_run *run, uint32_t value, uint32_t row, const uint32_t *handlers, uint32_t count) {
  ort_explanation outer;
  uint32_t i;
  if (!ort_explain_open(run, row, &outer)) return;
  for (i = 0; i < count && !ort_is_full(run); i++) in_report(run, handlers[i], value);
  ort_explain_close(run, &outer);
}

static void in_report_value(ort_run *run, const bit_instruction *it, uint32_t focus, uint32_t value, uint32_t row) {
  if (it->opcode == BIT_CLOSED) {
    ort_report_closed(run, it->check, focus, value, it->of.set, it->count);
    return;
  }
  if (it->opcode == BIT_PROPERTY) {
    const uint32_t outer = ort_enter(run, row);
    in_report(run, it->a, value);
    ort_leave(run, outer);
    return;
  }
  if (in_value_holds(run, it, value)) return;
  ort_report(run, it->check, 0, focus, value, 0, row);
  if (!it->explained) return;
  if (it->opcode == BIT_NODE) {
    in_explain(run, value, row, &it->a, 1);
  } else if (it->opcode != BIT_XONE || in_count(run, it, value, 1) == 0) {
    in_explain(run, value, row, it->of.set, it->count);
  }
}

static void in_report_qualified(ort_run *run, const bit_instruction *it, uint32_t focus, const ort_values *values) {
  const bit_qualified *qualified = it->of.qualified;
  const uint64_t count = in_qualified(run, qualified, values);
  uint32_t i;
  if (count < qualified->minimum) {
    ort_report(run, it->check, 0, focus, 0, 0, ORT_NO_ROW);
    for (i = 0; it->explained && i < values->count && !ort_is_full(run); i++) {
      in_explain(run, values->node[i], ort_row(values, i), &qualified->handler, 1);
    }
  }
  if (count > qualified->maximum) ort_report(run, it->check, 1, focus, 0, 0, ORT_NO_ROW);
}

static void in_report_set(ort_run *run, const bit_instruction *it, uint32_t focus, const ort_values *values) {
  switch (it->opcode) {
    case BIT_UNIQUELANG: ort_report_unique_language(run, it->check, focus, values); break;
    case BIT_EQUALS: ort_report_equal(run, it->check, focus, values, it->a); break;
    case BIT_DISJOINT: ort_report_disjoint(run, it->check, focus, values, it->a); break;
    case BIT_LESS: ort_report_less(run, it->check, focus, values, it->a, 0); break;
    case BIT_LESSEQUAL: ort_report_less(run, it->check, focus, values, it->a, 1); break;
    case BIT_QUALIFIED: in_report_qualified(run, it, focus, values); break;
    default:
      if (!in_set_holds(run, it, values, focus)) ort_report(run, it->check, 0, focus, 0, 0, ORT_NO_ROW);
  }
}

static void in_report_itself(ort_run *run, uint32_t number, uint32_t focus) {
  const bit_handler *handler = in_handler(run, number);
  const bit_instruction *it = handler->code;
  const ort_mark mark = ort_scratch_mark(run);
  const ort_values values = in_values(run, handler, &focus);
  uint32_t i, j;
  for (j = 0; j < handler->counts; j++) in_report_set(run, it++, focus, &values);
  for (i = 0; handler->values > 0 && i < values.count && !ort_is_full(run); i++) {
    for (j = 0; j < handler->values; j++) in_report_value(run, &it[j], focus, values.node[i], ort_row(&values, i));
  }
  it += handler->values;
  for (j = 0; j < handler->sets; j++) in_report_set(run, it++, focus, &values);
  if (handler->source == BIT_PATH) ort_scratch_release(run, mark);
}

ORT_API const ort_interpreter *bit_graph_interpreter(void) {
  static const ort_interpreter interpreter = {in_report, in_test_itself, in_report_itself};
  return &interpreter;
}
