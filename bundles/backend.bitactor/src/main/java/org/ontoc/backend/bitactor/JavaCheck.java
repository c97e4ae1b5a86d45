// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.runtime.bitactor.Image;
import org.ontoc.runtime.bitactor.Opcode;

/**
 * The check of a record in Java. It looks at the bytes where they lie, as bytecode and C do, so
 * that all come to the same bits, also for bytes that are no text.
 */
final class JavaCheck {
  /** A string in a class file has at most 65,535 bytes, and a character at most three. */
  private static final int MOST_CHARACTERS = 16_000;

  private final Plan plan;
  private final RecordSpec record;
  private final Map<String, Integer> texts = new LinkedHashMap<>();

  JavaCheck(Plan plan, RecordSpec record) {
    this.plan = plan;
    this.record = record;
  }

  /** Members of the generated record. */
  String members() {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < record.rules().size(); i++)
      rules.append(
          "    if (%s) violated |= 1L << %d;%n"
              .formatted(test(record.rules().get(i).violated()), record.firstBit() + i)
              .replace("\r", ""));
    int required = record.requiredFields();
    long mask = required == 64 ? ~0L : (1L << required) - 1;
    return """

          /** The bits of the violated checks of a record in memory: those of C and of bytecode. */
          public static long check(MemorySegment segment, long at) {
            long present = segment.get(LONG, at);
            long violated = %1$dL & ~present;
        %2$s    return violated;
          }

          /** The bits of the violated checks. */
          public long check() {
            MemorySegment segment = MemorySegment.ofArray(new byte[%3$d]);
            write(segment, 0);
            return check(segment, 0);
          }
        """
            .formatted(mask, rules, record.size())
        + helpers(rules.toString());
  }

  private String helpers(String rules) {
    StringBuilder out = new StringBuilder();
    TreeSet<Integer> automata = new TreeSet<>();
    for (Rule rule : record.rules()) CSource.collect(rule.violated(), automata);
    for (int number : automata) automaton(number, out);
    texts.forEach((text, number) -> text(number, text, out));
    if (rules.contains("same(")) out.append(SAME);
    if (rules.contains("outside(")) out.append(OUTSIDE);
    if (!automata.isEmpty()) out.append(MATCHES);
    return out.toString();
  }

  // ---- expressions

  /** An expression that is true when a value is not 0. */
  private String test(Value value) {
    return switch (value) {
      case Value.Op op when CExpression.isTest(op.opcode()) -> {
        Value a = op.operands().get(0);
        Value b = op.operands().get(1);
        yield present(a) + present(b) + compared(op.opcode(), a, b);
      }
      case Value.Outside it ->
          present(it.field())
              + "outside(%s, %dL, %dL)".formatted(place(it.field()), it.low(), it.high());
      case Value.Mismatch it ->
          present(it.field())
              + "!matches(NEXT_%1$d, CLASS_OF_%1$d, ACCEPTING_%1$d, %2$d, %3$d, %4$s)"
                  .formatted(
                      it.automaton(),
                      dfa(it.automaton()).classes(),
                      dfa(it.automaton()).start(),
                      place(it.field()));
      case Value.Op _, Value.Field _, Value.Presence _, Value.Word _, Value.Real _, Value.Text _ ->
          word(value) + " != 0L";
    };
  }

  private String compared(Opcode opcode, Value a, Value b) {
    return switch (opcode) {
      case CMPEQ -> word(a) + " == " + word(b);
      case CMPNE -> word(a) + " != " + word(b);
      case CMPLT -> word(a) + " < " + word(b);
      case CMPLE -> word(a) + " <= " + word(b);
      case CMPLTU -> "Long.compareUnsigned(" + word(a) + ", " + word(b) + ") < 0";
      case CMPLEU -> "Long.compareUnsigned(" + word(a) + ", " + word(b) + ") <= 0";
      case CMPNLTF -> "!(" + real(a) + " < " + real(b) + ")";
      case CMPNLEF -> "!(" + real(a) + " <= " + real(b) + ")";
      case CMPEQT -> "same(" + place(a) + ", " + place(b) + ")";
      default -> throw new IllegalArgumentException("not made by this compiler: " + opcode);
    };
  }

  private String word(Value value) {
    return switch (value) {
      case Value.Op op when !CExpression.isTest(op.opcode()) -> {
        String sign =
            switch (op.opcode()) {
              case ADD -> "+";
              case AND -> "&";
              case OR -> "|";
              default -> "^";
            };
        yield "("
            + word(op.operands().get(0))
            + " "
            + sign
            + " "
            + word(op.operands().get(1))
            + ")";
      }
      case Value.Op _, Value.Outside _, Value.Mismatch _ -> "(" + test(value) + " ? 1L : 0L)";
      case Value.Presence _ -> "present";
      case Value.Word word -> word.value() + "L";
      case Value.Field field -> word(record.fields().get(field.number()));
      case Value.Real _, Value.Text _ -> throw new IllegalArgumentException("no word: " + value);
    };
  }

  private static String word(FieldSpec field) {
    String get = JavaSource.get(field);
    return switch (field.type()) {
      case BOOL -> "(" + get + " != 0 ? 1L : 0L)";
      case U8 -> "(" + get + " & 0xFFL)";
      case U16, ENUM -> "(" + get + " & 0xFFFFL)";
      case U32 -> "(" + get + " & 0xFFFFFFFFL)";
      case I8, I16, I32 -> "(long) " + get;
      case I64, U64, TIME -> get;
      case F32, F64, TEXT -> throw new IllegalArgumentException("no word: " + field.type());
    };
  }

  private String real(Value value) {
    return switch (value) {
      case Value.Field field -> JavaSource.get(record.fields().get(field.number()));
      case Value.Real real -> "Double.longBitsToDouble(" + real.bits() + "L)";
      default -> throw new IllegalArgumentException("no number: " + value);
    };
  }

  /** Segment, beginning and most bytes of a text. */
  private String place(Value value) {
    return switch (value) {
      case Value.Field field -> {
        FieldSpec spec = record.fields().get(field.number());
        yield "segment, at + " + spec.offset() + ", " + spec.width();
      }
      case Value.Text text -> {
        int number = texts.computeIfAbsent(text.value(), _ -> texts.size());
        int length = text.value().getBytes(StandardCharsets.UTF_8).length;
        yield "TEXT_" + number + ", 0, " + length;
      }
      default -> throw new IllegalArgumentException("no text: " + value);
    };
  }

  /** Ends with an operator: what follows counts only when the field is there. */
  private static String present(Value value) {
    if (!(value instanceof Value.Field field)) return "";
    return "(present >>> " + field.number() + " & 1) != 0 && ";
  }

  // ---- constants

  private Image.Dfa dfa(int number) {
    return Pool.dfa(plan.automata().get(number));
  }

  private void automaton(int number, StringBuilder out) {
    Image.Dfa dfa = dfa(number);
    char[] classes = new char[256];
    for (int i = 0; i < classes.length; i++) classes[i] = (char) (dfa.classOf()[i] & 0xFF);
    char[] accepting = new char[dfa.states()];
    for (int i = 0; i < accepting.length; i++) accepting[i] = (char) dfa.accepting()[i];
    table("NEXT_" + number, dfa.next(), out);
    table("CLASS_OF_" + number, classes, out);
    table("ACCEPTING_" + number, accepting, out);
  }

  private static void table(String name, char[] values, StringBuilder out) {
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < values.length; from += MOST_CHARACTERS) {
      StringBuilder part = new StringBuilder();
      for (int i = from; i < Math.min(values.length, from + MOST_CHARACTERS); i++)
        part.append(String.format(values[i] < 256 ? "\\%03o" : "\\u%04x", (int) values[i]));
      parts.add('"' + part.toString() + '"');
    }
    String all = String.join(",\n              ", parts);
    out.append("\n  private static final String %s =\n".formatted(name))
        .append("      String.join(\"\",\n              %s);\n".formatted(all));
  }

  private static void text(int number, String text, StringBuilder out) {
    List<String> bytes = new ArrayList<>();
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) bytes.add(Byte.toString(unit));
    out.append("\n  private static final MemorySegment TEXT_%d =\n".formatted(number))
        .append(
            "      MemorySegment.ofArray(new byte[] {%s});\n".formatted(String.join(", ", bytes)));
  }

  private static final String SAME =
      """

        private static boolean same(
            MemorySegment a, long atA, int mostA, MemorySegment b, long atB, int mostB) {
          int length = length(a, atA, mostA);
          return length == length(b, atB, mostB)
              && MemorySegment.mismatch(a, atA, atA + length, b, atB, atB + length) < 0;
        }
      """;
  private static final String OUTSIDE =
      """

        private static boolean outside(MemorySegment segment, long at, int most, long low, long high) {
          int length = length(segment, at, most);
          long characters = 0;
          for (int i = 0; i < length; i++)
            if ((segment.get(BYTE, at + i) & 0xC0) != 0x80) characters++;
          return characters < low || characters > high;
        }
      """;
  private static final String MATCHES =
      """

        private static boolean matches(
            String next,
            String classOf,
            String accepting,
            int classes,
            int start,
            MemorySegment segment,
            long at,
            int most) {
          int state = start;
          byte unit;
          for (int i = 0; i < most && (unit = segment.get(BYTE, at + i)) != 0; i++)
            state = next.charAt(state * classes + classOf.charAt(unit & 0xFF));
          return accepting.charAt(state) != 0;
        }
      """;
}
