// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.List;
import org.ontoc.runtime.bitactor.FieldType;
import org.ontoc.runtime.bitactor.Opcode;

/**
 * Values as expressions of C without branches, so that a loop over columns becomes vector
 * instructions. Fields are compared in their own type where a constant fits it.
 */
final class CExpression {
  private final String plan;
  private final List<FieldSpec> fields;
  private final boolean columns;

  /**
   * Expressions over {@code r->field}, or over {@code field[i]}; presence is {@code p}.
   *
   * @param plan the prefix of functions
   */
  CExpression(String plan, List<FieldSpec> fields, boolean columns) {
    this.plan = plan;
    this.fields = List.copyOf(fields);
    this.columns = columns;
  }

  /** Whether a value looks at texts, which no vector instruction does. */
  boolean readsText(Value value) {
    return switch (value) {
      case Value.Op op -> op.operands().stream().anyMatch(this::readsText);
      case Value.Field field -> type(field) == FieldType.TEXT;
      case Value.Outside _, Value.Mismatch _ -> true;
      case Value.Presence _, Value.Word _, Value.Real _, Value.Text _ -> false;
    };
  }

  /** Whether a value is computed from a field. */
  boolean reads(Value value, FieldSpec wanted) {
    return switch (value) {
      case Value.Op op -> op.operands().stream().anyMatch(operand -> reads(operand, wanted));
      case Value.Field field -> fields.get(field.number()).equals(wanted);
      case Value.Outside it -> reads(it.field(), wanted);
      case Value.Mismatch it -> reads(it.field(), wanted);
      case Value.Presence _, Value.Word _, Value.Real _, Value.Text _ -> false;
    };
  }

  String of(Value value) {
    return switch (value) {
      case Value.Op op -> operation(op.opcode(), op.operands().get(0), op.operands().get(1));
      case Value.Outside it ->
          present(it.field())
              + (plan + "_length(" + text(it.field()) + ", " + it.low() + ", " + it.high() + ")");
      case Value.Mismatch it ->
          present(it.field())
              + "!"
              + plan
              + "_match_"
              + it.automaton()
              + "("
              + text(it.field())
              + ")";
      case Value.Presence _ -> "(uint64_t)p";
      case Value.Word word -> "UINT64_C(" + Long.toUnsignedString(word.value()) + ")";
      case Value.Field field -> "(uint64_t)" + access(field);
      case Value.Real _, Value.Text _ -> throw new IllegalArgumentException("no word: " + value);
    };
  }

  /** The presence bits of the fields without which a test is 0. */
  long fieldsTested(Value.Op test) {
    long fields = 0;
    for (Value operand : test.operands())
      if (operand instanceof Value.Field field) fields |= 1L << field.number();
    return fields;
  }

  /** Bytes of what a test compares. */
  int width(Value.Op test) {
    Value a = test.operands().get(0);
    Value b = test.operands().get(1);
    return switch (test.opcode()) {
      case CMPNLTF, CMPNLEF -> isSingle(a) && isSingle(b) ? Float.BYTES : Double.BYTES;
      default -> {
        if (a instanceof Value.Field one && b instanceof Value.Field two)
          yield type(one) == type(two) ? type(one).width() : Long.BYTES;
        if (a instanceof Value.Field one && b instanceof Value.Word) yield type(one).width();
        if (b instanceof Value.Field one && a instanceof Value.Word) yield type(one).width();
        yield Long.BYTES;
      }
    };
  }

  /** A test, whether its fields are there or not. */
  String test(Value.Op test) {
    return test(test.opcode(), test.operands().get(0), test.operands().get(1));
  }

  /** Whether an operation is a test, and not one of words. */
  static boolean isTest(Opcode opcode) {
    return switch (opcode) {
      case ADD, AND, OR, XOR -> false;
      default -> true;
    };
  }

  private String operation(Opcode opcode, Value a, Value b) {
    return switch (opcode) {
      case ADD -> words(a, "+", b);
      case AND -> words(a, "&", b);
      case OR -> words(a, "|", b);
      case XOR -> words(a, "^", b);
      default -> "(" + present(a) + present(b) + test(opcode, a, b) + ")";
    };
  }

  private String test(Opcode opcode, Value a, Value b) {
    return switch (opcode) {
      case CMPEQ -> compare(a, "==", b, true);
      case CMPNE -> compare(a, "!=", b, true);
      case CMPLT -> compare(a, "<", b, true);
      case CMPLE -> compare(a, "<=", b, true);
      case CMPLTU -> compare(a, "<", b, false);
      case CMPLEU -> compare(a, "<=", b, false);
      case CMPNLTF -> "!(" + real(a, b) + " < " + real(b, a) + ")";
      case CMPNLEF -> "!(" + real(a, b) + " <= " + real(b, a) + ")";
      case CMPEQT -> plan + "_same(" + text(a) + ", " + text(b) + ")";
      default -> throw new IllegalArgumentException("not made by this compiler: " + opcode);
    };
  }

  private String words(Value a, String sign, Value b) {
    return "((uint64_t)(" + of(a) + ") " + sign + " (uint64_t)(" + of(b) + "))";
  }

  private String compare(Value a, String sign, Value b, boolean signed) {
    return "(" + side(a, b, signed) + " " + sign + " " + side(b, a, signed) + ")";
  }

  private String side(Value value, Value other, boolean signed) {
    if (value instanceof Value.Field field)
      return other instanceof Value.Word
              || type(field) == FieldType.U64
              || other instanceof Value.Field it && type(it) == type(field)
          ? access(field)
          : "(int64_t)" + access(field);
    if (value instanceof Value.Word word && other instanceof Value.Field field)
      return constant(word.value(), type(field));
    return (signed ? "(int64_t)(" : "(") + of(value) + ")";
  }

  static String constant(long value, FieldType type) {
    return switch (type) {
      case U64 -> "UINT64_C(" + Long.toUnsignedString(value) + ")";
      case I64, TIME -> value == Long.MIN_VALUE ? "INT64_MIN" : "INT64_C(" + value + ")";
      case I32 -> value == Integer.MIN_VALUE ? "INT32_MIN" : Long.toString(value);
      case U32 -> "UINT32_C(" + value + ")";
      case BOOL, I8, I16, U8, U16, ENUM -> Long.toString(value);
      case F32, F64, TEXT -> throw new IllegalArgumentException("no word: " + type);
    };
  }

  /** In single precision when both sides are, so that a vector holds twice as many. */
  private String real(Value value, Value other) {
    boolean single = isSingle(value) && isSingle(other);
    return switch (value) {
      case Value.Field field -> (single ? "" : "(double)") + access(field);
      case Value.Real real -> literal(Double.longBitsToDouble(real.bits()), single);
      default -> throw new IllegalArgumentException("no number: " + value);
    };
  }

  private boolean isSingle(Value value) {
    return switch (value) {
      case Value.Field field -> type(field) == FieldType.F32;
      case Value.Real real -> {
        double number = Double.longBitsToDouble(real.bits());
        yield Double.isNaN(number) || (double) (float) number == number;
      }
      default -> false;
    };
  }

  private static String literal(double value, boolean single) {
    if (Double.isNaN(value)) return "NAN";
    if (Double.isInfinite(value)) return value > 0 ? "INFINITY" : "-INFINITY";
    return Double.toHexString(value) + (single ? "f" : "");
  }

  /** Ends with an operator: what follows counts only when the field is there. */
  private String present(Value value) {
    if (!(value instanceof Value.Field field)) return "";
    return "(p >> " + field.number() + " & 1) & ";
  }

  /** Where a text is and how long it can be. */
  private String text(Value value) {
    return switch (value) {
      case Value.Field field -> {
        FieldSpec spec = fields.get(field.number());
        String at = columns ? spec.name() + " + i * " + spec.width() : "r->" + spec.name();
        yield at + ", " + spec.width();
      }
      case Value.Text text -> {
        byte[] bytes = text.value().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        StringBuilder quoted = new StringBuilder("\"");
        for (byte unit : bytes) quoted.append(String.format("\\%03o", unit & 0xFF));
        yield quoted.append("\", ").append(bytes.length).toString();
      }
      default -> throw new IllegalArgumentException("no text: " + value);
    };
  }

  private FieldType type(Value.Field field) {
    return fields.get(field.number()).type();
  }

  private String access(Value.Field field) {
    String name = fields.get(field.number()).name();
    String access = columns ? name + "[i]" : "r->" + name;
    return type(field) == FieldType.BOOL ? "(" + access + " != 0)" : access;
  }
}
