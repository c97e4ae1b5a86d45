// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.runtime.bitactor.FieldType;
import org.ontoc.runtime.bitactor.Opcode;

/** The four bounds of SHACL on a field. An absent field violates none. */
final class Bounds {
  private static final String HINT = "give the bound the datatype of the field";

  private Bounds() {}

  /**
   * When a field violates a bound; empty when no value can.
   *
   * @param lower whether values must be above
   */
  static Optional<Value> violated(
      FieldSpec field, int number, Literal bound, boolean lower, boolean inclusive, Origin at)
      throws Misfit {
    Value.Field operand = new Value.Field(number);
    return switch (field.type().kind()) {
      case REAL -> Optional.of(real(field, operand, bound, lower, inclusive, at));
      case WORD -> word(field, operand, bound, lower, inclusive, at);
      case TEXT -> throw incomparable(field, at);
    };
  }

  private static Misfit incomparable(FieldSpec field, Origin at) {
    return Misfit.of(at, "the field " + field.name() + " cannot be compared with this bound", HINT);
  }

  private static Value real(
      FieldSpec field,
      Value.Field operand,
      Literal bound,
      boolean lower,
      boolean inclusive,
      Origin at)
      throws Misfit {
    double limit =
        Numbers.real(bound, field.type() == FieldType.F32)
            .orElseThrow(() -> incomparable(field, at));
    Value constant = Value.Real.of(limit);
    Opcode opcode = inclusive ? Opcode.CMPNLEF : Opcode.CMPNLTF;
    return lower ? Value.Op.of(opcode, constant, operand) : Value.Op.of(opcode, operand, constant);
  }

  private static Optional<Value> word(
      FieldSpec field,
      Value.Field operand,
      Literal bound,
      boolean lower,
      boolean inclusive,
      Origin at)
      throws Misfit {
    BigDecimal limit = exact(field, bound).orElseThrow(() -> incomparable(field, at));
    RoundingMode mode = lower ? RoundingMode.CEILING : RoundingMode.FLOOR;
    BigInteger edge = limit.setScale(0, mode).toBigIntegerExact();
    boolean onEdge = limit.compareTo(new BigDecimal(edge)) == 0;
    if (!inclusive && onEdge)
      edge = lower ? edge.add(BigInteger.ONE) : edge.subtract(BigInteger.ONE);
    return outside(field, operand, edge, lower);
  }

  /** When a field is below an edge, or above it; empty when it cannot be. */
  static Optional<Value> outside(
      FieldSpec field, Value.Field operand, BigInteger edge, boolean lower) {
    FieldType type = field.type();
    BigInteger nearest = lower ? Numbers.lowest(type) : Numbers.highest(type);
    BigInteger farthest = lower ? Numbers.highest(type) : Numbers.lowest(type);
    int sign = lower ? 1 : -1;
    if (edge.compareTo(nearest) * sign <= 0) return Optional.empty();
    if (edge.compareTo(farthest) * sign > 0)
      return Optional.of(Value.Op.of(Opcode.CMPEQ, operand, operand));
    Value constant = new Value.Word(edge.longValue());
    Opcode opcode = type == FieldType.U64 ? Opcode.CMPLTU : Opcode.CMPLT;
    return Optional.of(
        lower ? Value.Op.of(opcode, operand, constant) : Value.Op.of(opcode, constant, operand));
  }

  private static Optional<BigDecimal> exact(FieldSpec field, Literal bound) {
    return switch (field.type()) {
      case BOOL -> Numbers.truth(bound);
      case TIME -> Numbers.nanoseconds(bound);
      case I8, I16, I32, I64, U8, U16, U32, U64 -> Numbers.exact(bound);
      case ENUM, F32, F64, TEXT -> Optional.empty();
    };
  }
}
