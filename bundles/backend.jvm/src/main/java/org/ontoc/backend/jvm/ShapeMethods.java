// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import static org.ontoc.backend.jvm.Symbols.BOOLEAN;
import static org.ontoc.backend.jvm.Symbols.EVALUATION;
import static org.ontoc.backend.jvm.Symbols.INT;
import static org.ontoc.backend.jvm.Symbols.INTS;
import static org.ontoc.backend.jvm.Symbols.LONG;
import static org.ontoc.backend.jvm.Symbols.VALUES;
import static org.ontoc.backend.jvm.Symbols.VOID;
import static org.ontoc.backend.jvm.Symbols.type;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.List;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.runtime.graph.Evaluation;

/** The methods of one shape: one tests conformance, one reports results. */
final class ShapeMethods {
  /** More checks than this are a method of their own, so that none grows too large to compile. */
  private static final int GROUP = 48;

  private static final int FLAGS = ClassFile.ACC_STATIC;

  /** The arguments of such a method are all variables of the one that calls it. */
  private static final ClassDesc[] ARGUMENTS = {EVALUATION, INT, INTS, INTS, INT, INT, INT, INT};

  private final int number;
  private final PlannedShape planned;
  private final Tables tables;
  private final ClassDesc self;
  private final List<Piece> pieces;

  ShapeMethods(
      int number, PlannedShape planned, Tables tables, ClassDesc self, List<Piece> pieces) {
    this.number = number;
    this.planned = planned;
    this.tables = tables;
    this.self = self;
    this.pieces = pieces;
  }

  void into(ClassBuilder type) {
    pieces.forEach(piece -> piece.declare(type));
    for (Piece.Place place : Piece.Place.values()) groups(type, place);
    type.withMethodBody("test_" + number, Calls.TEST, FLAGS, code -> body(code, true));
    type.withMethodBody("report_" + number, Calls.REPORT, FLAGS, code -> body(code, false));
  }

  private List<Piece> at(Piece.Place place) {
    return pieces.stream().filter(piece -> piece.place() == place).toList();
  }

  private void groups(ClassBuilder type, Piece.Place place) {
    List<Piece> all = at(place);
    if (all.size() <= GROUP) return;
    for (int i = 0; i < all.size(); i += GROUP) {
      List<Piece> group = all.subList(i, Math.min(i + GROUP, all.size()));
      type.withMethodBody(
          name("test", place, i), type(BOOLEAN, ARGUMENTS), FLAGS, code -> tests(code, group));
      type.withMethodBody(
          name("report", place, i),
          type(VOID, ARGUMENTS),
          FLAGS,
          code -> {
            group.forEach(piece -> piece.report(code));
            code.return_();
          });
    }
  }

  private String name(String mode, Piece.Place place, int group) {
    return mode + "_" + number + "_" + place.ordinal() + "_" + group;
  }

  private static void tests(CodeBuilder code, List<Piece> group) {
    Label fail = code.newLabel();
    group.forEach(piece -> piece.test(code, fail));
    code.iconst_1().ireturn();
    code.labelBinding(fail).iconst_0().ireturn();
  }

  private void body(CodeBuilder code, boolean tests) {
    Label fail = code.newLabel();
    if (!pieces.isEmpty()) {
      open(code);
      emit(code, Piece.Place.COUNT, tests, fail);
      if (!at(Piece.Place.VALUE).isEmpty()) values(code, tests, fail);
      emit(code, Piece.Place.SET, tests, fail);
    }
    if (!tests) {
      code.return_();
      return;
    }
    code.iconst_1().ireturn();
    if (!pieces.isEmpty()) code.labelBinding(fail).iconst_0().ireturn();
  }

  private boolean isNodeShape() {
    return planned.path() < 0;
  }

  /** Sets the variables that hold the value nodes. */
  private void open(CodeBuilder code) {
    code.iconst_0().istore(Slots.VALUE).loadConstant(Evaluation.NO_ROW).istore(Slots.ROW);
    if (isNodeShape()) {
      one(code, () -> code.iload(Slots.FOCUS), Slots.NODES);
      one(code, () -> code.loadConstant(Evaluation.NO_ROW), Slots.ROWS);
      code.iconst_0().istore(Slots.FROM).iconst_1().istore(Slots.END);
      return;
    }
    Path path = tables.planPath(planned.path());
    int forward = tables.step(path, false);
    int inverse = tables.step(path, true);
    if (forward != 0) step(code, "object", forward);
    else if (inverse != 0) step(code, "subject", inverse);
    else walk(code, tables.path(planned.path()));
  }

  private void one(CodeBuilder code, Runnable element, int slot) {
    boolean needed = pieces.stream().anyMatch(piece -> piece.place() != Piece.Place.VALUE);
    if (!needed) {
      code.aconst_null().astore(slot);
      return;
    }
    code.iconst_1().newarray(TypeKind.INT).dup().iconst_0();
    element.run();
    code.iastore().astore(slot);
  }

  private static void step(CodeBuilder code, String end, int predicate) {
    code.aload(Slots.EVALUATION).getfield(EVALUATION, end + "Nodes", INTS).astore(Slots.NODES);
    code.aload(Slots.EVALUATION).getfield(EVALUATION, end + "Rows", INTS).astore(Slots.ROWS);
    code.aload(Slots.EVALUATION).iload(Slots.FOCUS).loadConstant(predicate);
    Calls.evaluation(code, end + "s", type(LONG, INT, INT));
    code.dup2().bipush(32).lushr().l2i().istore(Slots.FROM).l2i().istore(Slots.END);
  }

  private static void walk(CodeBuilder code, int path) {
    code.aload(Slots.EVALUATION).loadConstant(path).iload(Slots.FOCUS);
    Calls.evaluation(code, "path", type(VALUES, INT, INT));
    code.dup().invokevirtual(VALUES, "nodes", type(INTS)).astore(Slots.NODES);
    code.invokevirtual(VALUES, "rows", type(INTS)).astore(Slots.ROWS);
    code.iconst_0().istore(Slots.FROM);
    code.aload(Slots.NODES).arraylength().istore(Slots.END);
  }

  /** The checks of each value node, in a loop unless there is one only. */
  private void values(CodeBuilder code, boolean tests, Label fail) {
    if (isNodeShape()) {
      code.iload(Slots.FOCUS).istore(Slots.VALUE);
      emit(code, Piece.Place.VALUE, tests, fail);
      return;
    }
    Label top = code.newLabel();
    Label done = code.newLabel();
    code.iload(Slots.FROM).istore(Slots.INDEX);
    code.labelBinding(top).iload(Slots.INDEX).iload(Slots.END).if_icmpge(done);
    if (!tests) {
      code.aload(Slots.EVALUATION);
      Calls.evaluation(code, "isFull", type(BOOLEAN));
      code.ifne(done);
    }
    code.aload(Slots.NODES).iload(Slots.INDEX).iaload().istore(Slots.VALUE);
    if (!tests) code.aload(Slots.ROWS).iload(Slots.INDEX).iaload().istore(Slots.ROW);
    emit(code, Piece.Place.VALUE, tests, fail);
    code.iinc(Slots.INDEX, 1).goto_(top).labelBinding(done);
  }

  private void emit(CodeBuilder code, Piece.Place place, boolean tests, Label fail) {
    List<Piece> all = at(place);
    if (all.size() > GROUP) {
      for (int i = 0; i < all.size(); i += GROUP) call(code, place, i, tests, fail);
      return;
    }
    for (Piece piece : all) {
      if (tests) piece.test(code, fail);
      else piece.report(code);
    }
  }

  private void call(CodeBuilder code, Piece.Place place, int group, boolean tests, Label fail) {
    code.aload(Slots.EVALUATION).iload(Slots.FOCUS);
    Slots.valuesAndRows(code);
    code.iload(Slots.VALUE).iload(Slots.ROW);
    String mode = tests ? "test" : "report";
    code.invokestatic(self, name(mode, place, group), type(tests ? BOOLEAN : VOID, ARGUMENTS));
    if (tests) code.ifeq(fail);
  }
}
