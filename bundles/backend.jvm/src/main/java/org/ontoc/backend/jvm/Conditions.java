// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import static org.ontoc.backend.jvm.Symbols.BOOLEAN;
import static org.ontoc.backend.jvm.Symbols.INT;
import static org.ontoc.backend.jvm.Symbols.LONG;
import static org.ontoc.backend.jvm.Symbols.type;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.TermNumbers;

/** Constraints on one value node as code that pushes whether it satisfies them. */
final class Conditions {
  private static final Iri LANG_STRING =
      new Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString");

  /** Calls one after the other up to here; a table of shapes beyond. */
  private static final int FEW = 8;

  /** A switch up to here; a table beyond. */
  private static final int FEW_VALUES = 64;

  private final Tables tables;
  private final TermNumbers ids;
  private final Calls calls;

  Conditions(Tables tables, Calls calls) {
    this.tables = tables;
    this.ids = tables.ids();
    this.calls = calls;
  }

  /** Code that pushes 1 when the value node satisfies the constraint, else 0. */
  Consumer<CodeBuilder> of(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Class c -> asked("isInstance", ids.instanceOf(c.type()));
      case Constraint.Datatype c when c.datatype().equals(LANG_STRING) -> language();
      case Constraint.Datatype c -> asked("hasDatatype", ids.id(c.datatype()));
      case Constraint.NodeKind c -> asked("isKind", c.kind().bits());
      case Constraint.MinExclusive c -> bound("isLess", c.bound(), true);
      case Constraint.MinInclusive c -> bound("isAtMost", c.bound(), true);
      case Constraint.MaxExclusive c -> bound("isLess", c.bound(), false);
      case Constraint.MaxInclusive c -> bound("isAtMost", c.bound(), false);
      case Constraint.MinLength c -> length("isLengthAtLeast", c.length());
      case Constraint.MaxLength c -> length("isLengthAtMost", c.length());
      case Constraint.Pattern c -> asked("matches", tables.automaton(c));
      case Constraint.LanguageIn c -> asked("isLanguageIn", tables.ranges(c.ranges()));
      case Constraint.Not c -> not(c.shape());
      case Constraint.And c -> and(c.shapes());
      case Constraint.Or c -> or(c.shapes());
      case Constraint.Xone c -> xone(c.shapes());
      case Constraint.Node c -> code -> calls.test(code, c.shape());
      case Constraint.In c -> in(c.values());
      case Constraint.MinCount _,
          Constraint.MaxCount _,
          Constraint.HasValue _,
          Constraint.UniqueLang _,
          Constraint.Equals _,
          Constraint.Disjoint _,
          Constraint.LessThan _,
          Constraint.LessThanOrEquals _,
          Constraint.QualifiedValueShape _,
          Constraint.Closed _,
          Constraint.Sparql _,
          Constraint.Property _ ->
          throw new IllegalArgumentException("not about one value node: " + constraint);
    };
  }

  private static Consumer<CodeBuilder> asked(String method, int argument) {
    return code -> {
      code.aload(Slots.EVALUATION).iload(Slots.VALUE).loadConstant(argument);
      Calls.evaluation(code, method, type(BOOLEAN, INT, INT));
    };
  }

  private static Consumer<CodeBuilder> language() {
    return code -> {
      code.aload(Slots.EVALUATION).iload(Slots.VALUE);
      Calls.evaluation(code, "hasLanguage", type(BOOLEAN, INT));
    };
  }

  private static Consumer<CodeBuilder> length(String method, long length) {
    return code -> {
      code.aload(Slots.EVALUATION).iload(Slots.VALUE).loadConstant(length);
      Calls.evaluation(code, method, type(BOOLEAN, INT, LONG));
    };
  }

  private Consumer<CodeBuilder> bound(String method, Literal bound, boolean first) {
    int id = ids.id(bound);
    return code -> {
      code.aload(Slots.EVALUATION);
      if (first) code.loadConstant(id).iload(Slots.VALUE);
      else code.iload(Slots.VALUE).loadConstant(id);
      Calls.evaluation(code, method, type(BOOLEAN, INT, INT));
    };
  }

  private Consumer<CodeBuilder> not(Term shape) {
    return code -> {
      calls.test(code, shape);
      code.iconst_1().ixor();
    };
  }

  private Consumer<CodeBuilder> and(List<Term> shapes) {
    if (shapes.size() > FEW) return asked("conformsToAll", tables.list(calls.numbers(shapes)));
    return code -> {
      Label no = code.newLabel();
      for (Term shape : shapes) {
        calls.test(code, shape);
        code.ifeq(no);
      }
      decide(code, 1, no);
    };
  }

  private Consumer<CodeBuilder> or(List<Term> shapes) {
    if (shapes.size() > FEW) return counted(shapes, 1);
    return code -> {
      Label yes = code.newLabel();
      for (Term shape : shapes) {
        calls.test(code, shape);
        code.ifne(yes);
      }
      decide(code, 0, yes);
    };
  }

  private Consumer<CodeBuilder> xone(List<Term> shapes) {
    if (shapes.size() > FEW) return counted(shapes, 2);
    return code -> {
      code.iconst_0();
      for (Term shape : shapes) {
        calls.test(code, shape);
        code.iadd();
      }
      isOne(code);
    };
  }

  private Consumer<CodeBuilder> counted(List<Term> shapes, int enough) {
    int list = tables.list(calls.numbers(shapes));
    return code -> {
      code.aload(Slots.EVALUATION).iload(Slots.VALUE).loadConstant(list).loadConstant(enough);
      Calls.evaluation(code, "countConforming", type(INT, INT, INT, INT));
      isOne(code);
    };
  }

  private static void isOne(CodeBuilder code) {
    Label no = code.newLabel();
    code.iconst_1().if_icmpne(no);
    decide(code, 1, no);
  }

  /** Pushes the answer, or its opposite for those who jump to the label. */
  private static void decide(CodeBuilder code, int answer, Label otherwise) {
    Label end = code.newLabel();
    code.loadConstant(answer).goto_(end);
    code.labelBinding(otherwise).loadConstant(1 - answer);
    code.labelBinding(end);
  }

  private Consumer<CodeBuilder> in(List<Term> values) {
    int[] members = values.stream().mapToInt(ids::id).sorted().distinct().toArray();
    if (members.length == 0) return CodeBuilder::iconst_0;
    if (members.length > FEW_VALUES) return asked("isIn", tables.set(members));
    return code -> {
      Label yes = code.newLabel();
      Label no = code.newLabel();
      List<SwitchCase> cases =
          Arrays.stream(members).mapToObj(member -> SwitchCase.of(member, yes)).toList();
      code.iload(Slots.VALUE).lookupswitch(no, cases);
      code.labelBinding(yes);
      decide(code, 1, no);
    };
  }
}
