// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.runtime.bitactor.FieldType;
import org.ontoc.runtime.bitactor.Opcode;

/**
 * When the value of a field violates a constraint; empty when it never does. The constraints of
 * whole records are {@link Shapes}' business, and so are logical ones.
 */
final class Conditions {
  private final Plan plan;
  private final List<FieldSpec> fields;

  Conditions(Plan plan, List<FieldSpec> fields) {
    this.plan = plan;
    this.fields = List.copyOf(fields);
  }

  Optional<Value> violated(int number, Constraint constraint) throws Misfit {
    FieldSpec field = fields.get(number);
    Origin at = constraint.at();
    Value.Field operand = new Value.Field(number);
    return switch (constraint) {
      case Constraint.MinCount c ->
          c.count() == 0 ? Optional.empty() : Optional.of(Value.absent(number));
      case Constraint.MaxCount c when c.count() > 0 -> Optional.empty();
      case Constraint.MaxCount _ -> Optional.of(Value.not(Value.absent(number)));
      case Constraint.Datatype c -> datatype(field, operand, c);
      case Constraint.NodeKind c -> nodeKind(field, c);
      case Constraint.MinInclusive c -> bound(number, c.bound(), true, true, at);
      case Constraint.MinExclusive c -> bound(number, c.bound(), true, false, at);
      case Constraint.MaxInclusive c -> bound(number, c.bound(), false, true, at);
      case Constraint.MaxExclusive c -> bound(number, c.bound(), false, false, at);
      case Constraint.MinLength c -> length(field, operand, c.length(), Long.MAX_VALUE, at);
      case Constraint.MaxLength c -> length(field, operand, 0, c.length(), at);
      case Constraint.Pattern c -> pattern(field, operand, c);
      case Constraint.UniqueLang _ -> Optional.empty(); // one value has no other
      case Constraint.Equals c ->
          Optional.of(different(number, other(c.predicate(), field, at, true)));
      case Constraint.Disjoint c ->
          Optional.of(same(number, other(c.predicate(), field, at, true)));
      case Constraint.LessThan c ->
          Optional.of(order(number, other(c.predicate(), field, at, false), true));
      case Constraint.LessThanOrEquals c ->
          Optional.of(order(number, other(c.predicate(), field, at, false), false));
      case Constraint.HasValue c -> Optional.of(Value.not(is(field, operand, c.value(), at)));
      case Constraint.In c -> in(field, operand, c);
      case Constraint.Class _,
          Constraint.LanguageIn _,
          Constraint.Not _,
          Constraint.And _,
          Constraint.Or _,
          Constraint.Xone _,
          Constraint.Node _,
          Constraint.Property _,
          Constraint.QualifiedValueShape _,
          Constraint.Closed _,
          Constraint.Sparql _ ->
          throw unsupported(constraint);
    };
  }

  static Misfit unsupported(Constraint constraint) {
    return Misfit.of(
        constraint.at(),
        constraint.component() + " cannot be checked here on a record of fixed layout",
        "leave it to a target that validates graphs");
  }

  /** An ill-typed value is not comparable, and so violates every bound. */
  private Optional<Value> bound(
      int number, Literal bound, boolean lower, boolean inclusive, Origin at) throws Misfit {
    FieldSpec field = fields.get(number);
    Optional<Value> outside = Bounds.violated(field, number, bound, lower, inclusive, at);
    Optional<Value> illTyped = illTyped(field, new Value.Field(number));
    if (outside.isEmpty() || illTyped.isEmpty()) return outside.or(() -> illTyped);
    return Optional.of(Value.Op.of(Opcode.OR, outside.get(), illTyped.get()));
  }

  private static Optional<Value> datatype(
      FieldSpec field, Value.Field operand, Constraint.Datatype constraint) throws Misfit {
    if (field.type() == FieldType.ENUM) {
      for (Term member : field.members())
        if (!(member instanceof Literal it && it.datatype().equals(constraint.datatype())))
          throw Misfit.of(constraint.at(), "a member of sh:in has another datatype", "remove it");
      return Optional.empty();
    }
    if (!field.datatype().equals(Optional.of(constraint.datatype())))
      throw Misfit.of(constraint.at(), "the field has another datatype, too", "keep one of them");
    return illTyped(field, operand);
  }

  /** An integer type may have fewer values than its field. */
  private static Optional<Value> illTyped(FieldSpec field, Value.Field operand) {
    String name = field.datatype().map(Numbers::local).orElse("");
    Optional<BigInteger> low = Numbers.lowest(name);
    Optional<BigInteger> high = Numbers.highest(name);
    Optional<Value> below = low.flatMap(edge -> Bounds.outside(field, operand, edge, true));
    Optional<Value> above = high.flatMap(edge -> Bounds.outside(field, operand, edge, false));
    return below.isPresent() ? below : above;
  }

  private static Optional<Value> nodeKind(FieldSpec field, Constraint.NodeKind constraint)
      throws Misfit {
    List<Term> terms =
        field.type() == FieldType.ENUM ? field.members() : List.of(Literal.string(""));
    if (terms.stream().allMatch(constraint.kind()::accepts)) return Optional.empty();
    throw Misfit.of(
        constraint.at(), "the field has values of another node kind", "remove sh:nodeKind");
  }

  private static Optional<Value> length(
      FieldSpec field, Value.Field operand, long low, long high, Origin at) throws Misfit {
    if (field.type() != FieldType.TEXT)
      throw Misfit.of(at, "lengths can be checked of texts only", "use sh:datatype xsd:string");
    if (low <= 0 && high >= field.width()) return Optional.empty();
    return Optional.of(new Value.Outside(Opcode.VLENGTH, operand, low, high));
  }

  private Optional<Value> pattern(
      FieldSpec field, Value.Field operand, Constraint.Pattern constraint) throws Misfit {
    if (field.type() != FieldType.TEXT)
      throw Misfit.of(
          constraint.at(), "patterns can be checked of texts only", "use sh:datatype xsd:string");
    for (int i = 0; i < plan.automata().size(); i++)
      if (FieldReader.is(plan.automata().get(i), constraint)) {
        if (plan.automata().get(i) instanceof Automaton.Dfa)
          return Optional.of(new Value.Mismatch(operand, i));
        throw Misfit.of(
            constraint.at(),
            "the automaton of this pattern is too large for a record",
            "write a simpler pattern, or raise the option dfa-states");
      }
    throw new IllegalStateException("the plan has no automaton for " + constraint.regex());
  }

  private static Optional<Value> in(FieldSpec field, Value.Field operand, Constraint.In constraint)
      throws Misfit {
    if (!field.members().equals(constraint.values()))
      throw Misfit.of(constraint.at(), "the field is another enumeration, too", "keep one of them");
    int last = field.members().size() - 1;
    if (last < 0) return Optional.of(Value.Op.of(Opcode.CMPEQ, operand, operand));
    return Optional.of(Value.Op.of(Opcode.CMPLTU, new Value.Word(last), operand));
  }

  /** Whether a field is present and holds a term. */
  private static Value is(FieldSpec field, Value.Field operand, Term term, Origin at)
      throws Misfit {
    if (field.type() == FieldType.ENUM && field.members().contains(term))
      return Value.Op.of(Opcode.CMPEQ, operand, new Value.Word(field.members().indexOf(term)));
    boolean typed =
        term instanceof Literal it && field.datatype().equals(Optional.of(it.datatype()));
    if (typed && field.type() == FieldType.TEXT && ((Literal) term).lexical().indexOf('\0') < 0)
      return Value.Op.of(Opcode.CMPEQT, operand, new Value.Text(((Literal) term).lexical()));
    if (typed && field.type() == FieldType.BOOL) {
      Optional<Value> truth =
          Numbers.truth((Literal) term).map(number -> new Value.Word(number.longValue()));
      if (truth.isPresent()) return Value.Op.of(Opcode.CMPEQ, operand, truth.get());
    }
    if (typed && field.datatype().map(Numbers::local).filter(Numbers::isInteger).isPresent()) {
      Optional<Value> number =
          Numbers.exact((Literal) term).map(it -> new Value.Word(it.toBigInteger().longValue()));
      if (number.isPresent()) return Value.Op.of(Opcode.CMPEQ, operand, number.get());
    }
    throw Misfit.of(at, "the field " + field.name() + " cannot hold this value", "remove it");
  }

  private int other(org.ontoc.pipeline.ir.Iri predicate, FieldSpec field, Origin at, boolean term)
      throws Misfit {
    for (int i = 0; i < fields.size(); i++) {
      FieldSpec other = fields.get(i);
      if (!other.predicate().equals(predicate)) continue;
      boolean same =
          other.datatype().equals(field.datatype()) && other.members().equals(field.members());
      boolean typed =
          illTyped(field, new Value.Field(0)).isEmpty()
              && illTyped(other, new Value.Field(0)).isEmpty();
      boolean comparable = term ? same && isExact(field) : typed && areOrdered(field, other);
      if (comparable) return i;
      throw Misfit.of(
          at,
          "the fields of " + field.predicate() + " and " + predicate + " cannot be compared",
          "give both the same datatype");
    }
    throw Misfit.of(at, "the record has no field for " + predicate, "add a property shape for it");
  }

  private static boolean isExact(FieldSpec field) {
    return field.type().kind() != FieldType.Kind.REAL && field.type() != FieldType.TIME;
  }

  private static boolean areOrdered(FieldSpec one, FieldSpec two) {
    return switch (one.type()) {
      case BOOL, TIME, U64 -> one.type() == two.type();
      case F32, F64 -> two.type().kind() == FieldType.Kind.REAL;
      case I8, I16, I32, I64, U8, U16, U32 ->
          two.type().kind() == FieldType.Kind.WORD
              && !List.of(FieldType.BOOL, FieldType.TIME, FieldType.ENUM, FieldType.U64)
                  .contains(two.type());
      case ENUM, TEXT -> false;
    };
  }

  private Value same(int one, int two) {
    boolean text = fields.get(one).type() == FieldType.TEXT;
    Opcode opcode = text ? Opcode.CMPEQT : Opcode.CMPEQ;
    return Value.Op.of(opcode, new Value.Field(one), new Value.Field(two));
  }

  /** Equal are two fields that are both absent, or both there with the same value. */
  private Value different(int one, int two) {
    Value absent = Value.Op.of(Opcode.AND, Value.absent(one), Value.absent(two));
    return Value.not(Value.Op.of(Opcode.OR, absent, same(one, two)));
  }

  /** Whether both are present and the first is not below the second. */
  private Value order(int one, int two, boolean strict) {
    Value a = new Value.Field(one);
    Value b = new Value.Field(two);
    FieldType type = fields.get(one).type();
    if (type.kind() == FieldType.Kind.REAL)
      return Value.Op.of(strict ? Opcode.CMPNLTF : Opcode.CMPNLEF, a, b);
    if (type == FieldType.U64) return Value.Op.of(strict ? Opcode.CMPLEU : Opcode.CMPLTU, b, a);
    return Value.Op.of(strict ? Opcode.CMPLE : Opcode.CMPLT, b, a);
  }
}
