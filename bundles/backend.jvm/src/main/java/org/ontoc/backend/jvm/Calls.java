// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import static org.ontoc.backend.jvm.Symbols.BOOLEAN;
import static org.ontoc.backend.jvm.Symbols.EVALUATION;
import static org.ontoc.backend.jvm.Symbols.INT;
import static org.ontoc.backend.jvm.Symbols.VOID;
import static org.ontoc.backend.jvm.Symbols.type;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.runtime.graph.Evaluation;
import org.ontoc.runtime.graph.Part;

/** Calls of the evaluation and of other shapes. */
final class Calls {
  static final MethodTypeDesc TEST = type(BOOLEAN, EVALUATION, INT);
  static final MethodTypeDesc REPORT = type(VOID, EVALUATION, INT);

  private static final MethodTypeDesc RESULT = type(VOID, INT, INT, INT, INT, INT, INT);

  private final ClassDesc self;
  private final int part;
  private final Map<Term, Integer> shapes;
  private final Tables tables;

  /** For the class that holds a part of the shapes. */
  Calls(ClassDesc self, int part, Map<Term, Integer> shapes, Tables tables) {
    this.tables = tables;
    this.self = self;
    this.part = part;
    this.shapes = shapes;
  }

  int number(Term shape) {
    Integer number = shapes.get(shape);
    if (number == null) throw new IllegalArgumentException("the plan lacks the shape " + shape);
    return number;
  }

  List<Integer> numbers(List<Term> list) {
    return list.stream().map(this::number).toList();
  }

  ClassDesc self() {
    return self;
  }

  /** Recursive shapes are asked for by the evaluation, which keeps what it found. */
  private boolean isNear(Term shape) {
    return number(shape) / Part.SHAPES == part && !tables.isRecursive(shape);
  }

  /** Pushes whether the value node conforms to a shape. */
  void test(CodeBuilder code, Term shape) {
    shape(code, shape, "test", TEST, type(BOOLEAN, INT, INT));
  }

  /** Reports a shape's results for the value node. */
  void report(CodeBuilder code, Term shape) {
    shape(code, shape, "report", REPORT, type(VOID, INT, INT));
  }

  private void shape(
      CodeBuilder code, Term of, String mode, MethodTypeDesc near, MethodTypeDesc far) {
    int shape = number(of);
    code.aload(Slots.EVALUATION);
    if (isNear(of)) {
      code.iload(Slots.VALUE).invokestatic(self, mode + "_" + shape, near);
    } else {
      code.loadConstant(shape).iload(Slots.VALUE).invokevirtual(EVALUATION, mode, far);
    }
  }

  /** Calls the evaluation, which is below the arguments. */
  static void evaluation(CodeBuilder code, String method, MethodTypeDesc type) {
    code.invokevirtual(EVALUATION, method, type);
  }

  /** Reports a result for the focus node. */
  static void result(CodeBuilder code, int check, int variant) {
    code.aload(Slots.EVALUATION)
        .loadConstant(check)
        .loadConstant(variant)
        .iload(Slots.FOCUS)
        .iconst_0()
        .iconst_0()
        .loadConstant(Evaluation.NO_ROW);
    evaluation(code, "report", RESULT);
  }

  /** Explains the result for the value node by a list of shapes. */
  static void explain(CodeBuilder code, String how, int shapes) {
    code.aload(Slots.EVALUATION).iload(Slots.VALUE).iload(Slots.ROW).loadConstant(shapes);
    evaluation(code, how, type(VOID, INT, INT, INT));
  }

  /** Explains the result for the focus node by what a list of shapes says about its value nodes. */
  static void explainEach(CodeBuilder code, int shapes) {
    code.aload(Slots.EVALUATION);
    Slots.valuesAndRows(code);
    code.loadConstant(shapes);
    evaluation(code, "explainEach", type(VOID, Symbols.INTS, Symbols.INTS, INT, INT, INT));
  }

  /** Reports a result for the value node. */
  static void valueResult(CodeBuilder code, int check) {
    code.aload(Slots.EVALUATION)
        .loadConstant(check)
        .iconst_0()
        .iload(Slots.FOCUS)
        .iload(Slots.VALUE)
        .iconst_0()
        .iload(Slots.ROW);
    evaluation(code, "report", RESULT);
  }
}
