// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The check of a record over columns. Tests set bits of words as wide as what they compare, which
 * are narrowed to the result once; whether their fields are there is a mask that is made once, too.
 * So the loop becomes vector instructions, and few of them. A processor's widest are found when it
 * runs.
 */
final class CColumns {
  private final String plan;
  private final RecordSpec record;
  private final String name;
  private final String result;
  private final String presence;
  private final CExpression expression;
  private final StringBuilder out;

  CColumns(String plan, RecordSpec record, StringBuilder out) {
    this.plan = plan;
    this.record = record;
    this.out = out;
    name = plan + "_" + record.name();
    result = word(record.bits());
    presence = word(record.fields().size());
    expression = new CExpression(plan, record.fields(), true);
  }

  /** The smallest type with that many bits. */
  static String word(int bits) {
    return bits <= 8 ? "uint8_t" : bits <= 16 ? "uint16_t" : bits <= 32 ? "uint32_t" : "uint64_t";
  }

  /** What says whether versions for wider vectors are compiled, once in a source. */
  static String widths(String plan) {
    return """
    /* Versions for wider vectors, of which the processor's is chosen when it runs. */
    #if defined(__x86_64__) && defined(__GNUC__) && !defined(%1$s_NARROW)
    #define %1$s_WIDE(features) __attribute__((target(features)))
    #define %1$s_INLINE static inline __attribute__((always_inline))
    #else
    #define %1$s_INLINE static
    #endif

    """
        .formatted(plan.toUpperCase(java.util.Locale.ROOT));
  }

  String signature() {
    return "void " + name + "_check_columns" + parameters();
  }

  private String parameters() {
    return "(const " + name + "_columns *columns, size_t n, " + result + " *violated)";
  }

  void write() {
    String macros = plan.toUpperCase(java.util.Locale.ROOT);
    line(macros + "_INLINE void " + name + "_by_column" + parameters() + " {");
    columns(false);
    loop();
    line("}", "");
    line("#ifdef " + macros + "_WIDE");
    version(macros, "avx2", "avx2");
    version(macros, "avx512", "avx512f,avx512bw,avx512dq,avx512vl");
    line("#endif", "");
    line(signature() + " {");
    boolean texts = record.rules().stream().anyMatch(rule -> expression.readsText(rule.violated()));
    if (texts) columns(true);
    line("#ifdef " + macros + "_WIDE");
    line("  if (__builtin_cpu_supports(\"avx512bw\") && __builtin_cpu_supports(\"avx512dq\") &&");
    line("      __builtin_cpu_supports(\"avx512vl\"))");
    line("    " + name + "_by_column_avx512(columns, n, violated);");
    line("  else if (__builtin_cpu_supports(\"avx2\"))");
    line("    " + name + "_by_column_avx2(columns, n, violated);", "  else", "#endif");
    line("    " + name + "_by_column(columns, n, violated);");
    if (texts) textLoop();
    line("}", "");
  }

  private void version(String macros, String suffix, String features) {
    line(macros + "_WIDE(\"" + features + "\")");
    line("static void " + name + "_by_column_" + suffix + parameters() + " {");
    line("  " + name + "_by_column(columns, n, violated);", "}");
  }

  private void columns(boolean texts) {
    line("  const " + presence + " *restrict const present = columns->present;");
    for (FieldSpec field : record.fields())
      if (record.rules().stream()
          .map(Rule::violated)
          .anyMatch(it -> expression.readsText(it) == texts && expression.reads(it, field)))
        line(
            "  const %1$s *restrict const %2$s = columns->%2$s;"
                .formatted(type(field), field.name()));
    line("  " + result + " *restrict const out = violated;", "  size_t i;");
  }

  private void loop() {
    Map<Long, Long> gates = new LinkedHashMap<>();
    Map<String, StringBuilder> words = new TreeMap<>();
    StringBuilder others = new StringBuilder();
    for (int i = 0; i < record.rules().size(); i++) {
      Value value = record.rules().get(i).violated();
      int bit = record.firstBit() + i;
      if (expression.readsText(value)) continue;
      if (value instanceof Value.Op op && CExpression.isTest(op.opcode())) {
        gates.merge(expression.fieldsTested(op), 1L << bit, (one, two) -> one | two);
        int width = 8 * expression.width(op);
        String word = "w" + width + "_" + bit / width;
        words
            .computeIfAbsent(word, _ -> new StringBuilder())
            .append("    %1$s = (uint%2$d_t)(%1$s | ".formatted(word, width))
            .append(selected(expression.test(op), "uint" + width + "_t", 1L << bit % width))
            .append(");\n");
      } else
        others.append(
            "    bits = (%1$s)(bits | (%1$s)((%1$s)(%2$s) << %3$d));\n"
                .formatted(result, expression.of(value), bit));
    }
    line("  for (i = 0; i < n; i++) {", "    const " + presence + " p = present[i];");
    line(
        "    %1$s bits = (%1$s)(%2$s & (uint64_t)~(uint64_t)p);"
            .formatted(result, required(record)));
    if (!words.isEmpty()) tests(gates, words);
    out.append(others);
    line("    out[i] = bits;", "  }");
  }

  private void tests(Map<Long, Long> gates, Map<String, StringBuilder> words) {
    line("    " + result + " there = " + constant(result, gates.getOrDefault(0L, 0L)) + ";");
    gates.forEach(
        (fields, bits) -> {
          if (fields == 0) return;
          String set = constant(presence, fields);
          String test = "(p & " + set + ") == " + set;
          line("    there = (%s)(there | %s);".formatted(result, selected(test, result, bits)));
        });
    words.forEach(
        (word, tests) -> {
          line("    " + type(word) + " " + word + " = 0;");
          out.append(tests);
        });
    String all =
        words.keySet().stream()
            .map(word -> "(" + result + ")((" + result + ")" + word + " << " + shift(word) + ")")
            .collect(Collectors.joining(" | "));
    line("    bits = (%1$s)(bits | (there & (%2$s)));".formatted(result, all));
  }

  private static String type(String word) {
    return "uint" + word.substring(1, word.indexOf('_')) + "_t";
  }

  /** Where the first bit of a word is in the result. */
  private static int shift(String word) {
    int line = word.indexOf('_');
    return Integer.parseInt(word.substring(1, line)) * Integer.parseInt(word.substring(line + 1));
  }

  private static String selected(String test, String type, long bits) {
    return "(" + test + " ? " + constant(type, bits) + " : (" + type + ")0)";
  }

  private static String constant(String type, long bits) {
    return "(" + type + ")UINT64_C(" + Long.toUnsignedString(bits) + ")";
  }

  private void textLoop() {
    line("  for (i = 0; i < n; i++) {", "    const " + presence + " p = present[i];");
    line("    " + result + " bits = out[i];");
    for (int i = 0; i < record.rules().size(); i++) {
      Value value = record.rules().get(i).violated();
      if (!expression.readsText(value)) continue;
      line(
          "    bits = (%1$s)(bits | (%1$s)((%1$s)(%2$s) << %3$d));"
              .formatted(result, expression.of(value), record.firstBit() + i));
    }
    line("    out[i] = bits;", "  }");
  }

  static String required(RecordSpec record) {
    int count = record.requiredFields();
    long mask = count == 64 ? ~0L : (1L << count) - 1;
    return "UINT64_C(" + Long.toUnsignedString(mask) + ")";
  }

  static String type(FieldSpec field) {
    return switch (field.type()) {
      case BOOL, U8 -> "uint8_t";
      case I8 -> "int8_t";
      case I16 -> "int16_t";
      case I32 -> "int32_t";
      case I64, TIME -> "int64_t";
      case U16, ENUM -> "uint16_t";
      case U32 -> "uint32_t";
      case U64 -> "uint64_t";
      case F32 -> "float";
      case F64 -> "double";
      case TEXT -> "char";
    };
  }

  private void line(String... lines) {
    for (String line : lines) out.append(line).append('\n');
  }
}
