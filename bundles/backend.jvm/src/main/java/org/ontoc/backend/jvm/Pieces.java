// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import static org.ontoc.backend.jvm.Symbols.BOOLEAN;
import static org.ontoc.backend.jvm.Symbols.INT;
import static org.ontoc.backend.jvm.Symbols.INTS;
import static org.ontoc.backend.jvm.Symbols.VOID;
import static org.ontoc.backend.jvm.Symbols.type;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.List;
import java.util.function.Consumer;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.TermNumbers;

/** Makes each constraint the code that checks it. */
final class Pieces {
  private final Tables tables;
  private final TermNumbers ids;
  private final Calls calls;
  private final Conditions conditions;
  private final boolean explained;

  /** With explained set, results are explained by those of other shapes. */
  Pieces(Tables tables, Calls calls, boolean explained) {
    this.explained = explained;
    this.tables = tables;
    this.ids = tables.ids();
    this.calls = calls;
    this.conditions = new Conditions(tables, calls);
  }

  /** One result for the focus node, or for each value node, when a condition does not hold. */
  private record Simple(
      Place place, Consumer<CodeBuilder> condition, Consumer<CodeBuilder> violated)
      implements Piece {
    @Override
    public void test(CodeBuilder code, Label fail) {
      condition.accept(code);
      code.ifeq(fail);
    }

    @Override
    public void report(CodeBuilder code) {
      Label holds = code.newLabel();
      condition.accept(code);
      code.ifne(holds);
      violated.accept(code);
      code.labelBinding(holds);
    }
  }

  /** A check that reports by itself. */
  private record Own(Place place, Consumer<CodeBuilder> condition, Consumer<CodeBuilder> reporter)
      implements Piece {
    @Override
    public void test(CodeBuilder code, Label fail) {
      condition.accept(code);
      code.ifeq(fail);
    }

    @Override
    public void report(CodeBuilder code) {
      reporter.accept(code);
    }
  }

  Piece of(Check check) {
    int number = check.number();
    return switch (check.constraint()) {
      case Constraint.MinCount c -> counted(number, count(c.count(), true));
      case Constraint.MaxCount c -> counted(number, count(c.count(), false));
      case Constraint.HasValue c -> counted(number, hasValue(ids.id(c.value())));
      case Constraint.UniqueLang _ -> uniqueLanguage(number);
      case Constraint.Equals c -> pair("Equal", number, c.predicate());
      case Constraint.Disjoint c -> pair("Disjoint", number, c.predicate());
      case Constraint.LessThan c -> less(number, c.predicate(), 0);
      case Constraint.LessThanOrEquals c -> less(number, c.predicate(), 1);
      case Constraint.QualifiedValueShape c -> new Qualified(number, c, calls, explaining(c));
      case Constraint.Closed c -> closed(number, c);
      case Constraint.Property c -> property(c.shape());
      case Constraint.Sparql _ -> query(number);
      case Constraint.Class _,
          Constraint.Datatype _,
          Constraint.NodeKind _,
          Constraint.MinExclusive _,
          Constraint.MinInclusive _,
          Constraint.MaxExclusive _,
          Constraint.MaxInclusive _,
          Constraint.MinLength _,
          Constraint.MaxLength _,
          Constraint.Pattern _,
          Constraint.LanguageIn _,
          Constraint.Not _,
          Constraint.And _,
          Constraint.Or _,
          Constraint.Xone _,
          Constraint.Node _,
          Constraint.In _ ->
          value(number, check.constraint());
    };
  }

  private Piece value(int check, Constraint constraint) {
    int shapes = explaining(constraint);
    String how = constraint instanceof Constraint.Xone ? "explainNone" : "explain";
    return new Simple(
        Piece.Place.VALUE,
        conditions.of(constraint),
        code -> {
          Calls.valueResult(code, check);
          if (shapes >= 0) Calls.explain(code, how, shapes);
        });
  }

  /**
   * The number of the list of shapes whose results explain why a constraint is violated (SHACL
   * section 3.6.2.6): those that had to hold and do not; -1 when there are none.
   */
  private int explaining(Constraint constraint) {
    List<Term> shapes =
        switch (constraint) {
          case Constraint.Node it -> List.of(it.shape());
          case Constraint.And it -> it.shapes();
          case Constraint.Or it -> it.shapes();
          case Constraint.Xone it -> it.shapes();
          case Constraint.QualifiedValueShape it when it.min().isPresent() -> List.of(it.shape());
          default -> List.of();
        };
    return !explained || shapes.isEmpty() ? -1 : tables.list(calls.numbers(shapes));
  }

  private static Piece counted(int check, Consumer<CodeBuilder> condition) {
    return new Simple(Piece.Place.COUNT, condition, code -> Calls.result(code, check, 0));
  }

  /** Pushes whether there are as many value nodes as wanted. */
  private static Consumer<CodeBuilder> count(long count, boolean least) {
    if (count > Integer.MAX_VALUE) return code -> code.loadConstant(least ? 0 : 1);
    return code -> {
      Label no = code.newLabel();
      Label end = code.newLabel();
      code.iload(Slots.END).iload(Slots.FROM).isub().loadConstant((int) count);
      if (least) code.if_icmplt(no);
      else code.if_icmpgt(no);
      code.iconst_1().goto_(end).labelBinding(no).iconst_0().labelBinding(end);
    };
  }

  private static Consumer<CodeBuilder> hasValue(int value) {
    return code -> {
      code.aload(Slots.EVALUATION);
      Slots.values(code);
      code.loadConstant(value);
      Calls.evaluation(code, "hasValue", type(BOOLEAN, INTS, INT, INT, INT));
    };
  }

  private static Piece uniqueLanguage(int check) {
    return new Own(
        Piece.Place.SET,
        code -> {
          code.aload(Slots.EVALUATION);
          Slots.values(code);
          Calls.evaluation(code, "isUniqueLanguage", type(BOOLEAN, INTS, INT, INT));
        },
        code -> {
          code.aload(Slots.EVALUATION);
          Slots.valuesAndRows(code);
          code.loadConstant(check).iload(Slots.FOCUS);
          Calls.evaluation(
              code, "reportUniqueLanguage", type(VOID, INTS, INTS, INT, INT, INT, INT));
        });
  }

  private Piece pair(String name, int check, Iri predicate) {
    int id = ids.forward(predicate);
    return new Own(
        Piece.Place.SET,
        code -> {
          code.aload(Slots.EVALUATION);
          Slots.values(code);
          code.iload(Slots.FOCUS).loadConstant(id);
          Calls.evaluation(code, "is" + name, type(BOOLEAN, INTS, INT, INT, INT, INT));
        },
        code -> {
          code.aload(Slots.EVALUATION);
          Slots.valuesAndRows(code);
          code.loadConstant(check).iload(Slots.FOCUS).loadConstant(id);
          Calls.evaluation(code, "report" + name, type(VOID, INTS, INTS, INT, INT, INT, INT, INT));
        });
  }

  private Piece less(int check, Iri predicate, int orEqual) {
    int id = ids.forward(predicate);
    return new Own(
        Piece.Place.SET,
        code -> {
          code.aload(Slots.EVALUATION);
          Slots.values(code);
          code.iload(Slots.FOCUS).loadConstant(id).loadConstant(orEqual);
          Calls.evaluation(code, "isAllLess", type(BOOLEAN, INTS, INT, INT, INT, INT, BOOLEAN));
        },
        code -> {
          code.aload(Slots.EVALUATION);
          Slots.valuesAndRows(code);
          code.loadConstant(check).iload(Slots.FOCUS).loadConstant(id).loadConstant(orEqual);
          Calls.evaluation(
              code, "reportLess", type(VOID, INTS, INTS, INT, INT, INT, INT, INT, BOOLEAN));
        });
  }

  private Piece closed(int check, Constraint.Closed closed) {
    int[] allowed = closed.allowed().stream().mapToInt(ids::id).sorted().toArray();
    int set = tables.set(allowed);
    return new Own(
        Piece.Place.VALUE,
        code -> {
          code.aload(Slots.EVALUATION).iload(Slots.VALUE).loadConstant(set);
          Calls.evaluation(code, "isClosed", type(BOOLEAN, INT, INT));
        },
        code -> {
          code.aload(Slots.EVALUATION).loadConstant(check).iload(Slots.FOCUS);
          code.iload(Slots.VALUE).loadConstant(set);
          Calls.evaluation(code, "reportClosed", type(VOID, INT, INT, INT, INT));
        });
  }

  private Piece property(Term shape) {
    return new Own(
        Piece.Place.VALUE,
        code -> calls.test(code, shape),
        code -> {
          code.aload(Slots.EVALUATION).iload(Slots.ROW);
          Calls.evaluation(code, "enter", type(INT, INT));
          code.istore(Slots.FREE);
          calls.report(code, shape);
          code.aload(Slots.EVALUATION).iload(Slots.FREE);
          Calls.evaluation(code, "leave", type(VOID, INT));
        });
  }

  private static Piece query(int check) {
    return new Own(
        Piece.Place.SET,
        code -> {
          code.aload(Slots.EVALUATION).loadConstant(check).iload(Slots.FOCUS);
          Slots.values(code);
          Calls.evaluation(code, "answers", type(BOOLEAN, INT, INT, INTS, INT, INT));
        },
        code -> {
          code.aload(Slots.EVALUATION).loadConstant(check).iload(Slots.FOCUS);
          Slots.valuesAndRows(code);
          Calls.evaluation(code, "ask", type(VOID, INT, INT, INTS, INTS, INT, INT));
        });
  }
}
