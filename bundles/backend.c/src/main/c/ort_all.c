/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The sources of the runtime, in the order in which generated programs carry them; also one translation unit by itself. Several
 * processors compile it as several units: those of the parts below, of which each may have more than one piece. What is called for
 * each triple is in one part.
 */
/* part 1 */
#include "ort_scan.c"
#include "ort_chars.c"
#include "ort_window.c"
#include "ort_iri.c"
#include "ort_ntriples.c"
/* part 2 */
#include "ort_turtle_tokens.c"
#include "ort_turtle_lexer.c"
#include "ort_turtle_prefixes.c"
#include "ort_turtle_terms.c"
#include "ort_turtle.c"
#include "ort_language.c"
#include "ort_text.c"
#include "ort_big.c"
#include "ort_decimal.c"
#include "ort_float.c"
#include "ort_calendar.c"
#include "ort_duration.c"
#include "ort_datatype.c"
#include "ort_compare.c"
#include "ort_regex.c"
/* part 1 */
#include "ort_memory.c"
#include "ort_threads.c"
#include "ort_terms.c"
#include "ort_graph.c"
#include "ort_ahead.c"
#include "ort_extents.c"
/* part 3 */
#include "ort_index.c"
#include "ort_classes.c"
#include "ort_values.c"
#include "ort_paths.c"
#include "ort_checks.c"
#include "ort_sets.c"
/* part 4 */
#include "ort_results.c"
#include "ort_fixpoint.c"
#include "ort_focus.c"
#include "ort_write.c"
#include "ort_lines.c"
/* part 3 */
#include "ort_texts.c"
#include "ort_names.c"
#include "ort_excerpt.c"
#include "ort_summary.c"
#include "ort_report.c"
/* part 4 */
#include "ort_spool.c"
#include "ort_sorted.c"
#include "ort_seen.c"
#include "ort_scale.c"
#include "ort_once.c"
#include "ort_group.c"
#include "ort_join.c"
#include "ort_part.c"
#include "ort_run.c"
#include "ort_reset.c"
#include "ort_parts.c"
#include "ort_caller.c"
