// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import static org.ontoc.backend.jvm.Symbols.EVALUATION;
import static org.ontoc.backend.jvm.Symbols.INT;
import static org.ontoc.backend.jvm.Symbols.INTS;
import static org.ontoc.backend.jvm.Symbols.type;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.MethodTypeDesc;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Term;

/**
 * Counts the value nodes that conform to the qualified value shape and to no sibling shape; the
 * minimum and the maximum are two checks.
 */
record Qualified(int check, Constraint.QualifiedValueShape constraint, Calls calls, int explaining)
    implements Piece {
  private static final MethodTypeDesc COUNT = type(INT, EVALUATION, INTS, INT, INT);

  // the count method's variables; the value is where Calls expects it
  private static final int NODES = 1;
  private static final int AT = 2;
  private static final int END = 3;
  private static final int CONFORMING = 4;

  @Override
  public Place place() {
    return Place.SET;
  }

  private String name() {
    return "count_" + check;
  }

  @Override
  public void declare(ClassBuilder type) {
    type.withMethodBody(
        name(), COUNT, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC, this::countMethod);
  }

  private void countMethod(CodeBuilder code) {
    Label top = code.newLabel();
    Label next = code.newLabel();
    Label done = code.newLabel();
    code.iconst_0().istore(CONFORMING);
    code.labelBinding(top).iload(AT).iload(END).if_icmpge(done);
    code.aload(NODES).iload(AT).iaload().istore(Slots.VALUE);
    calls.test(code, constraint.shape());
    code.ifeq(next);
    for (Term sibling : constraint.siblings()) {
      calls.test(code, sibling);
      code.ifne(next);
    }
    code.iinc(CONFORMING, 1);
    code.labelBinding(next).iinc(AT, 1).goto_(top);
    code.labelBinding(done).iload(CONFORMING).ireturn();
  }

  private void count(CodeBuilder code) {
    code.aload(Slots.EVALUATION);
    Slots.values(code);
    code.invokestatic(calls.self(), name(), COUNT).istore(Slots.FREE);
  }

  /** Goes to a label when there are too few, or too many. */
  private static void unless(CodeBuilder code, long bound, boolean least, Label violated) {
    code.iload(Slots.FREE).i2l().loadConstant(bound).lcmp();
    if (least) code.iflt(violated);
    else code.ifgt(violated);
  }

  @Override
  public void test(CodeBuilder code, Label fail) {
    count(code);
    constraint.min().ifPresent(min -> unless(code, min, true, fail));
    constraint.max().ifPresent(max -> unless(code, max, false, fail));
  }

  @Override
  public void report(CodeBuilder code) {
    count(code);
    constraint.min().ifPresent(min -> report(code, min, true));
    constraint.max().ifPresent(max -> report(code, max, false));
  }

  private void report(CodeBuilder code, long bound, boolean least) {
    Label violated = code.newLabel();
    Label holds = code.newLabel();
    unless(code, bound, least, violated);
    code.goto_(holds);
    code.labelBinding(violated);
    Calls.result(code, check, least ? 0 : 1);
    if (least && explaining >= 0) Calls.explainEach(code, explaining);
    code.labelBinding(holds);
  }
}
