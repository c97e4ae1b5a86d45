// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;

/** A check as the code of the methods that test and that report its shape. */
interface Piece {
  /** Where in a method a check stands: the cheap ones first, then the loop over value nodes. */
  enum Place {
    COUNT,
    VALUE,
    SET
  }

  Place place();

  /** Goes on when the check holds, else to the label. */
  void test(CodeBuilder code, Label fail);

  /** Reports what is violated. */
  void report(CodeBuilder code);

  /** Adds what the two need beside them. */
  default void declare(ClassBuilder type) {}
}
