// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.lang.classfile.CodeBuilder;

/** The local variables of compiled methods. */
final class Slots {
  static final int EVALUATION = 0;
  static final int FOCUS = 1;

  /** Of a method about all value nodes. */
  static final int NODES = 2;

  static final int ROWS = 3;
  static final int FROM = 4;
  static final int END = 5;

  /** Of a loop; of a method about one value node. */
  static final int VALUE = 6;

  static final int ROW = 7;
  static final int INDEX = 8;

  /** Free for a check. */
  static final int FREE = 9;

  private Slots() {}

  /** Pushes the value nodes, without their rows. */
  static void values(CodeBuilder code) {
    code.aload(NODES).iload(FROM).iload(END);
  }

  /** Pushes the value nodes and their rows. */
  static void valuesAndRows(CodeBuilder code) {
    code.aload(NODES).aload(ROWS).iload(FROM).iload(END);
  }
}
