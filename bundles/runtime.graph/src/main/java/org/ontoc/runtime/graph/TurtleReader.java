// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.util.Arrays;

/**
 * RDF 1.1 Turtle: the statements. Each token takes the reader from one state to the next; what is
 * open around it, {@code [ ]} and {@code ( )}, is a stack of frames. Blank nodes without a label
 * are numbered: ".1", ".2". LF, CR LF and a lone CR each end a line; a UTF-8 signature is skipped.
 */
final class TurtleReader {
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final byte[] TYPE = TermView.utf8(RDF + "type");
  private static final byte[] FIRST = TermView.utf8(RDF + "first");
  private static final byte[] REST = TermView.utf8(RDF + "rest");
  private static final byte[] NIL = TermView.utf8(RDF + "nil");

  private enum State {
    AT_STATEMENT,
    AT_VERB,
    /** After ';'. */
    AT_VERB_OR_END,
    /** After a '[' that was a subject: a statement of its own, or the start of one. */
    AFTER_BRACKET,
    AT_OBJECT,
    AFTER_OBJECT,
    AT_ELEMENT,
    /** After '[' or '(', which may be closed at once. */
    OPENED
  }

  private enum Role {
    SUBJECT,
    OBJECT,
    ELEMENT
  }

  private enum Opening {
    STATEMENT,
    BRACKET,
    LIST
  }

  private static final class Frame {
    final Opening opening;
    final State resume;
    final TermView subject = new TermView();
    final TermView predicate = new TermView();
    boolean elements;

    Frame(Opening opening, State resume) {
      this.opening = opening;
      this.resume = resume;
    }
  }

  private final TurtleTerms terms;
  private final Token token;
  private final Sink sink;
  private final int depth;
  private final TermView term = new TermView();
  private final TermView made = new TermView();
  private final TermView verb = new TermView();
  private final Token opened = new Token();
  private Frame[] frames = new Frame[16];
  private int top;
  private State state = State.AT_STATEMENT;
  private Role role = Role.SUBJECT;
  private long blanks;

  TurtleReader(Window window, Sink sink, Limits limits, String base) {
    this.terms = new TurtleTerms(new TurtleLexer(window, limits), base);
    this.token = terms.token;
    this.sink = sink;
    this.depth = limits.depth();
    frames[0] = new Frame(Opening.STATEMENT, State.AT_STATEMENT);
  }

  void read() throws ReadException {
    terms.lexer.open();
    while (true) {
      terms.advance();
      if (token.kind == Token.Kind.END && state == State.AT_STATEMENT) return;
      step();
    }
  }

  private ReadException syntax(String message) {
    boolean ended = token.kind == Token.Kind.END;
    return TurtleLexer.fail(
        ReadException.Kind.SYNTAX, token, ended ? "the document ends inside a statement" : message);
  }

  private static void iri(TermView view, byte[] iri, Token at) {
    view.kind = TermView.IRI;
    view.text(iri);
    view.at(at.line, at.column);
  }

  /** A new blank node. */
  private void blank(TermView view, int line, long column) {
    view.kind = TermView.BLANK;
    view.text(TermView.utf8("." + ++blanks));
    view.at(line, column);
  }

  /** Keeps a term beyond the token it was made of. */
  private static void keep(TermView kept, TermView from) {
    kept.kind = from.kind;
    int length = from.to - from.from;
    if (kept.text.length < length) kept.text = new byte[Math.max(64, length)];
    System.arraycopy(from.text, from.from, kept.text, 0, length);
    kept.from = 0;
    kept.to = length;
    kept.line = from.line;
    kept.column = from.column;
  }

  private void emit(TermView predicate, TermView object) throws ReadException {
    try {
      sink.triple(frames[top].subject, predicate, object);
    } catch (ReadException full) {
      throw TurtleLexer.fail(full.kind(), token, String.valueOf(full.getMessage()));
    }
  }

  /** The first element goes into the cell that is there, others get one of their own. */
  private void element(TermView element) throws ReadException {
    Frame list = frames[top];
    verb.kind = TermView.IRI;
    verb.line = element.line;
    verb.column = element.column;
    if (list.elements) {
      TermView cell = new TermView();
      blank(cell, element.line, element.column);
      verb.text(REST);
      emit(verb, cell);
      keep(list.subject, cell);
    }
    list.elements = true;
    verb.text(FIRST);
    emit(verb, element);
  }

  /** Puts a node into its place. */
  private void deliver(TermView node) throws ReadException {
    Frame frame = frames[top];
    switch (role) {
      case SUBJECT -> {
        state = State.AT_VERB;
        keep(frame.subject, node);
      }
      case OBJECT -> {
        state = State.AFTER_OBJECT;
        emit(frame.predicate, node);
      }
      case ELEMENT -> {
        state = State.AT_ELEMENT;
        element(node);
      }
    }
  }

  private ReadException noNode() {
    return switch (role) {
      case SUBJECT ->
          syntax("a statement must start with an IRI, a blank node, '[', '(' or a directive");
      case OBJECT -> syntax("an object must be an IRI, a blank node, a literal, '[' or '('");
      case ELEMENT ->
          syntax("an element of a list must be an IRI, a blank node, a literal, '[' or '('");
    };
  }

  private void node(Role as) throws ReadException {
    role = as;
    switch (token.kind) {
      case OPEN_BRACKET, OPEN_LIST -> {
        opened.copy(token);
        state = State.OPENED;
        return;
      }
      case STRING, INTEGER, DECIMAL, DOUBLE, BOOLEAN -> {
        if (as == Role.SUBJECT) throw syntax("a literal may not be a subject");
      }
      case IRI, NAME, LABEL -> {}
      default -> throw noNode();
    }
    terms.term(term);
    deliver(term);
  }

  private void push(Opening opening, State resume, TermView subject) throws ReadException {
    if (top >= depth)
      throw TurtleLexer.fail(
          ReadException.Kind.LIMIT, opened, "'[' and '(' are nested deeper than the limit");
    if (++top == frames.length) frames = Arrays.copyOf(frames, 2 * top);
    frames[top] = new Frame(opening, resume);
    keep(frames[top].subject, subject);
  }

  private void pop() {
    state = frames[top].resume;
    top--;
  }

  /** Decides by the token after '[' or '(' what the node is. */
  private void opened() throws ReadException {
    boolean list = opened.kind == Token.Kind.OPEN_LIST;
    boolean empty = token.kind == (list ? Token.Kind.CLOSE_LIST : Token.Kind.CLOSE_BRACKET);
    TermView node = new TermView();
    if (list && empty) iri(node, NIL, opened);
    else blank(node, opened.line, opened.column);
    deliver(node);
    if (empty) return;
    if (!list && role == Role.SUBJECT) state = State.AFTER_BRACKET;
    push(list ? Opening.LIST : Opening.BRACKET, state, node);
    state = list ? State.AT_ELEMENT : State.AT_VERB;
    terms.peeked = true;
  }

  private void closeList() throws ReadException {
    iri(verb, REST, token);
    iri(made, NIL, token);
    emit(verb, made);
    pop();
  }

  private void verb() throws ReadException {
    switch (token.kind) {
      case A -> iri(made, TYPE, token);
      case IRI, NAME -> terms.term(made);
      case LABEL, OPEN_BRACKET -> throw syntax("a blank node may not be a predicate");
      case STRING -> throw syntax("a literal may not be a predicate");
      default -> throw syntax("a predicate must be an IRI or 'a'");
    }
    keep(frames[top].predicate, made);
    state = State.AT_OBJECT;
  }

  /** The end of predicates and objects: ']' or '.', by what is open. */
  private void end() throws ReadException {
    if (frames[top].opening == Opening.BRACKET) {
      if (token.kind != Token.Kind.CLOSE_BRACKET)
        throw syntax("',', ';' or the ']' of an open '[' must follow here");
      pop();
      return;
    }
    if (token.kind != Token.Kind.DOT)
      throw syntax("',', ';' or the '.' of the statement must follow here");
    state = State.AT_STATEMENT;
  }

  private void afterObject() throws ReadException {
    switch (token.kind) {
      case COMMA -> state = State.AT_OBJECT;
      case SEMICOLON -> state = State.AT_VERB_OR_END;
      default -> end();
    }
  }

  private void statement() throws ReadException {
    switch (token.kind) {
      case PREFIX, BASE, AT -> terms.directive();
      default -> node(Role.SUBJECT);
    }
  }

  private void verbOrEnd() throws ReadException {
    switch (token.kind) {
      case SEMICOLON -> {}
      case DOT, CLOSE_BRACKET -> end();
      default -> verb();
    }
  }

  private void step() throws ReadException {
    switch (state) {
      case AT_STATEMENT -> statement();
      case AT_VERB_OR_END -> verbOrEnd();
      case AFTER_BRACKET -> {
        if (token.kind == Token.Kind.DOT) end();
        else verb();
      }
      case AT_VERB -> verb();
      case AT_OBJECT -> node(Role.OBJECT);
      case AFTER_OBJECT -> afterObject();
      case AT_ELEMENT -> {
        if (token.kind == Token.Kind.CLOSE_LIST) closeList();
        else node(Role.ELEMENT);
      }
      case OPENED -> opened();
    }
  }
}
