// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.nio.charset.StandardCharsets;

/** A term as a reader sees it: ranges of bytes that live until the sink returns. */
final class TermView {
  static final byte[] NONE = new byte[0];

  /** Text: the IRI, absolute, escapes resolved. */
  static final byte IRI = 1;

  /** Text: the label; one that starts with '.' was made by the reader. */
  static final byte BLANK = 2;

  /** Text: the lexical form; qualifier: the datatype's IRI. */
  static final byte LITERAL = 3;

  /** Text: the lexical form; qualifier: the language tag as written. */
  static final byte LANG_LITERAL = 4;

  byte kind = IRI;
  byte[] text = NONE;
  int from;
  int to;
  byte[] qualifier = NONE;
  int qualifierFrom;
  int qualifierTo;
  int line;
  int column;

  void text(byte[] bytes, int start, int end) {
    text = bytes;
    from = start;
    to = end;
  }

  void text(byte[] bytes) {
    text(bytes, 0, bytes.length);
  }

  void qualifier(byte[] bytes, int start, int end) {
    qualifier = bytes;
    qualifierFrom = start;
    qualifierTo = end;
  }

  void qualifier(byte[] bytes) {
    qualifier(bytes, 0, bytes.length);
  }

  void at(int atLine, long atColumn) {
    line = atLine;
    column = (int) Math.min(atColumn, Integer.MAX_VALUE);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
