// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/** A token of Turtle; its ranges live until the next one is read. */
final class Token {
  /** What a token is. */
  enum Kind {
    END,
    /** Text: between the brackets, escapes not resolved. */
    IRI,
    /** Text: the prefix; local: what follows its ':'. */
    NAME,
    LABEL,
    /** Text: between the quotes, escapes not resolved. */
    STRING,
    /** Text: the language tag or directive after '@'. */
    AT,
    CARETS,
    INTEGER,
    DECIMAL,
    DOUBLE,
    BOOLEAN,
    A,
    /** SPARQL's, in any case. */
    PREFIX,
    BASE,
    DOT,
    SEMICOLON,
    COMMA,
    OPEN_BRACKET,
    CLOSE_BRACKET,
    OPEN_LIST,
    CLOSE_LIST
  }

  Kind kind = Kind.END;
  boolean escapes;
  int from;
  int to;
  int localFrom;
  int localTo;
  int line;
  long column;
  long offset;

  void copy(Token other) {
    kind = other.kind;
    line = other.line;
    column = other.column;
    offset = other.offset;
  }

  int set(Kind as, int start, int stop) {
    kind = as;
    from = start;
    to = stop;
    return stop;
  }
}
