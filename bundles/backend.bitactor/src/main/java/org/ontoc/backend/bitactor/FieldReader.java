// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.runtime.bitactor.FieldType;
import org.ontoc.runtime.bitactor.Image;

/** Makes a field of the property shapes that have the same predicate as their path. */
final class FieldReader {
  private final Plan plan;
  private final Iri predicate;
  private final Origin at;
  private final List<Check> checks = new ArrayList<>();

  FieldReader(Plan plan, Iri predicate, List<PlannedShape> shapes) {
    this.plan = plan;
    this.predicate = predicate;
    at = shapes.getFirst().shape().at();
    for (PlannedShape shape : shapes) checks.addAll(shape.checks());
  }

  FieldSpec read() throws Misfit {
    if (find(Constraint.MaxCount.class).filter(most -> most.count() == 1).isEmpty())
      throw misfit("a field has at most one value", "say sh:maxCount 1");
    Optional<Check> required =
        checks.stream()
            .filter(check -> check.constraint() instanceof Constraint.MinCount c && c.count() > 0)
            .findFirst();
    if (required.isPresent() && ((Constraint.MinCount) required.get().constraint()).count() > 1)
      throw misfit("two values are demanded, and a field has at most one", "say sh:minCount 1");
    Optional<Constraint.In> members = find(Constraint.In.class);
    if (members.isPresent()) return field(FieldType.ENUM, 2, members.get().values(), required);
    Iri datatype =
        find(Constraint.Datatype.class)
            .orElseThrow(
                () -> misfit("nothing says how large its values are", "say sh:datatype or sh:in"))
            .datatype();
    FieldType type = type(Numbers.local(datatype));
    int width = type == FieldType.TEXT ? textWidth() : type.width();
    return field(type, width, List.of(), required);
  }

  private FieldSpec field(FieldType type, int width, List<Term> members, Optional<Check> required) {
    Optional<Iri> datatype =
        members.isEmpty()
            ? find(Constraint.Datatype.class).map(Constraint.Datatype::datatype)
            : Optional.empty();
    String name = Names.identifier(predicate);
    return new FieldSpec(name, predicate, type, width, 0, datatype, members, required);
  }

  private FieldType type(String name) throws Misfit {
    return switch (name) {
      case "boolean" -> FieldType.BOOL;
      case "byte" -> FieldType.I8;
      case "short" -> FieldType.I16;
      case "int" -> FieldType.I32;
      case "long" -> FieldType.I64;
      case "unsignedByte" -> FieldType.U8;
      case "unsignedShort" -> FieldType.U16;
      case "unsignedInt" -> FieldType.U32;
      case "unsignedLong" -> FieldType.U64;
      case "float" -> FieldType.F32;
      case "double" -> FieldType.F64;
      case "dateTime", "dateTimeStamp" -> FieldType.TIME;
      case "string" -> FieldType.TEXT;
      default -> {
        if (Numbers.isInteger(name)) yield bounded(name);
        throw misfit(
            "values of its datatype have no fixed size",
            "use xsd:boolean, an integer type, xsd:float, xsd:double, xsd:dateTime or xsd:string");
      }
    };
  }

  /** The bounds of an unbounded type say how large its field is: what is outside violates them. */
  private FieldType bounded(String name) throws Misfit {
    Optional<BigInteger> low = Numbers.lowest(name);
    Optional<BigInteger> high = Numbers.highest(name);
    for (Check check : checks) {
      low = tighter(low, lower(check.constraint()), true);
      high = tighter(high, upper(check.constraint()), false);
    }
    if (low.isPresent() && high.isPresent())
      for (FieldType type : List.of(FieldType.I64, FieldType.U64))
        if (Numbers.lowest(type).compareTo(low.get()) <= 0
            && Numbers.highest(type).compareTo(high.get()) >= 0) return type;
    String hint = "say sh:minInclusive and sh:maxInclusive, or use xsd:long";
    throw misfit(String.format(Locale.ROOT, "xsd:%s has values of any size", name), hint);
  }

  private static Optional<Literal> lower(Constraint constraint) {
    return switch (constraint) {
      case Constraint.MinInclusive c -> Optional.of(c.bound());
      case Constraint.MinExclusive c -> Optional.of(c.bound());
      default -> Optional.empty();
    };
  }

  private static Optional<Literal> upper(Constraint constraint) {
    return switch (constraint) {
      case Constraint.MaxInclusive c -> Optional.of(c.bound());
      case Constraint.MaxExclusive c -> Optional.of(c.bound());
      default -> Optional.empty();
    };
  }

  private static Optional<BigInteger> tighter(
      Optional<BigInteger> known, Optional<Literal> bound, boolean lower) {
    Optional<BigDecimal> exact = bound.flatMap(Numbers::exact);
    if (exact.isEmpty()) return known;
    RoundingMode mode = lower ? RoundingMode.CEILING : RoundingMode.FLOOR;
    BigInteger said = exact.get().setScale(0, mode).toBigIntegerExact();
    if (known.isEmpty()) return Optional.of(said);
    return Optional.of(lower ? known.get().max(said) : known.get().min(said));
  }

  /** Bytes for the longest text: four for a character, or one where a pattern wants ASCII. */
  private int textWidth() throws Misfit {
    Constraint.MaxLength most =
        find(Constraint.MaxLength.class)
            .orElseThrow(() -> misfit("nothing says how long its texts are", "say sh:maxLength"));
    long width = most.length() * (isAscii() ? 1 : 4);
    if (most.length() > Image.MOST_RECORD_BYTES || width > Image.MOST_RECORD_BYTES)
      throw misfit("its texts are too long for a record", "say a smaller sh:maxLength");
    return (int) Math.max(1, width);
  }

  private boolean isAscii() {
    return checks.stream()
        .map(Check::constraint)
        .filter(Constraint.Pattern.class::isInstance)
        .map(Constraint.Pattern.class::cast)
        .flatMap(pattern -> plan.automata().stream().filter(it -> is(it, pattern)))
        .anyMatch(automaton -> automaton instanceof Automaton.Dfa dfa && isAscii(dfa));
  }

  static boolean is(Automaton automaton, Constraint.Pattern pattern) {
    return automaton.regex().equals(pattern.regex()) && automaton.flags().equals(pattern.flags());
  }

  /** Whether no text with a byte that begins a longer character matches. */
  private static boolean isAscii(Automaton.Dfa dfa) {
    if (dfa.dead() < 0) return false;
    for (int state = 0; state < dfa.states(); state++)
      for (int unit = 0xC2; unit <= 0xF4; unit++)
        if (dfa.next()[state * dfa.classes() + dfa.classOf()[unit]] != dfa.dead()) return false;
    return true;
  }

  private <C extends Constraint> Optional<C> find(Class<C> type) {
    return checks.stream()
        .map(Check::constraint)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  private Misfit misfit(String sentence, String hint) {
    return Misfit.of(at, "no field can be made of " + predicate + ": " + sentence, hint);
  }
}
