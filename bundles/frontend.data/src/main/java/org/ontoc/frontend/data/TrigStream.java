// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * TriG as Turtle: names and braces of graphs are blanked, and a brace stands in for the full stop
 * that the last triple of a graph does not need. Everything else, faults included, is left to the
 * reader of Turtle.
 */
final class TrigStream extends TrigTokens {
  private static final Set<String> DIRECTIVES = Set.of("@prefix", "@base", "prefix", "base");

  private enum State {
    /** Between statements, outside of graphs. */
    START,
    /** After what is a subject or the name of a graph. */
    NAME_OR_SUBJECT,
    BRACKET,
    GRAPH,
    GRAPH_BRACKET,
    GRAPH_NAME,
    STATEMENT,
    PREFIX,
    /** A directive that is ended by its IRI. */
    DIRECTIVE,
    GRAPH_START,
    GRAPH_STATEMENT
  }

  private final Set<String> prefixes = new HashSet<>();
  private State state = State.START;
  private boolean at;
  private String name = "";
  private int nameLine;
  private int nameColumn;
  private int tokenLine;
  private int tokenColumn;
  private int wordLine;
  private int wordColumn;
  private int closedColumn = -1;

  TrigStream(InputStream in, Document document) {
    super(in, document);
  }

  @Override
  void begins() {
    // what follows a brace that became a full stop must not seem to be a part of the name before
    if (closedColumn + 1 == column) put(' ');
    closedColumn = -1;
    tokenLine = line;
    tokenColumn = column;
    if (state == State.START) hold();
    else if (isHolding() && heldBytes() > MOST_HELD) subject();
  }

  /** What was held back is no name of a graph. */
  private void subject() {
    keep();
    state = State.STATEMENT;
  }

  @Override
  void ends(Token token) throws IOException {
    if (token == Token.WORD) {
      wordLine = line;
      wordColumn = column;
    }
    switch (state) {
      case START -> startEnds(token);
      case NAME_OR_SUBJECT -> {
        subject();
        if (token == Token.STOP) state = State.START;
      }
      case BRACKET -> subject();
      case GRAPH -> {
        if (token != Token.WORD && token != Token.IRI) throw noName();
        name();
        state = State.GRAPH_NAME;
      }
      case GRAPH_BRACKET, GRAPH_NAME -> throw expectedBrace();
      case STATEMENT -> {
        if (token == Token.STOP) state = State.START;
      }
      case PREFIX -> {
        if (token == Token.WORD) prefixes.add(word());
        state = at ? State.STATEMENT : State.DIRECTIVE;
      }
      case DIRECTIVE -> {
        if (token == Token.IRI) state = State.START;
      }
      case GRAPH_START -> {
        if (token == Token.WORD && DIRECTIVES.contains(word().toLowerCase(Locale.ROOT)))
          throw atToken("a directive stands inside of a graph", "put it before the graph");
        if (token != Token.STOP) state = State.GRAPH_STATEMENT;
      }
      case GRAPH_STATEMENT -> {
        if (token == Token.STOP) state = State.GRAPH_START;
      }
    }
  }

  private void startEnds(Token token) throws IOException {
    String word = token == Token.WORD ? word().toLowerCase(Locale.ROOT) : "";
    if (word.equals("graph")) {
      state = State.GRAPH;
    } else if (DIRECTIVES.contains(word)) {
      keep();
      at = word.startsWith("@");
      if (word.endsWith("prefix")) state = State.PREFIX;
      else state = at ? State.STATEMENT : State.DIRECTIVE;
    } else if (token == Token.WORD || token == Token.IRI) {
      name();
      state = State.NAME_OR_SUBJECT;
    } else {
      subject();
      if (token == Token.STOP) state = State.START;
    }
  }

  private String word() {
    Optional<String> text = GraphName.decode(text());
    return text.orElse("").replaceFirst("\\.+$", "");
  }

  private void name() {
    name(GraphName.decode(text()).orElse(""));
  }

  private void name(String text) {
    name = text;
    nameLine = tokenLine;
    nameColumn = tokenColumn;
  }

  @Override
  void punctuation(Token token, int b) throws IOException {
    switch (token) {
      case OPEN_GRAPH -> openGraph();
      case CLOSE_GRAPH -> closeGraph();
      case OPEN_BRACKET -> openBracket(b);
      case CLOSE_BRACKET -> closeBracket(b);
      default -> other(b);
    }
  }

  private void openGraph() throws IOException {
    switch (state) {
      case START -> {}
      case NAME_OR_SUBJECT, GRAPH_NAME -> {
        if (!GraphName.isOfTrig(name, prefixes))
          throw document.malformed(
              nameLine,
              nameColumn,
              "not the name of a graph",
              "write an IRI or a blank node, and declare its prefix before");
        document.namedGraph(nameLine, nameColumn, name);
      }
      case GRAPH -> throw noName();
      case GRAPH_BRACKET -> throw expectedBrace();
      case GRAPH_START, GRAPH_STATEMENT ->
          throw malformed("a graph stands inside of a graph", "close the outer one before");
      case BRACKET, STATEMENT, PREFIX, DIRECTIVE ->
          throw malformed(
              "'{' stands where no graph can begin", "end the statement before with ' .'");
    }
    blank(0);
    put(' ');
    state = State.GRAPH_START;
  }

  private void closeGraph() throws IOException {
    switch (state) {
      case GRAPH_START -> put(' ');
      case GRAPH_STATEMENT -> {
        put('.');
        closedColumn = line == wordLine && column == wordColumn ? column : -1;
      }
      default -> throw malformed("'}' stands where no graph is open", "");
    }
    state = State.START;
  }

  private void openBracket(int b) throws IOException {
    put(b);
    switch (state) {
      case START -> {
        name("[]");
        state = State.BRACKET;
      }
      case GRAPH -> {
        name("[]");
        state = State.GRAPH_BRACKET;
      }
      case NAME_OR_SUBJECT, BRACKET -> subject();
      case GRAPH_BRACKET, GRAPH_NAME -> throw expectedBrace();
      case GRAPH_START -> state = State.GRAPH_STATEMENT;
      case STATEMENT, PREFIX, DIRECTIVE, GRAPH_STATEMENT -> {}
    }
  }

  private void closeBracket(int b) throws IOException {
    if (state == State.BRACKET) {
      put(b);
      state = State.NAME_OR_SUBJECT;
    } else if (state == State.GRAPH_BRACKET) {
      put(b);
      state = State.GRAPH_NAME;
    } else {
      other(b);
    }
  }

  private void other(int b) throws IOException {
    put(b);
    switch (state) {
      case START, NAME_OR_SUBJECT, BRACKET -> subject();
      case GRAPH -> throw noName();
      case GRAPH_BRACKET, GRAPH_NAME -> throw expectedBrace();
      case GRAPH_START -> state = State.GRAPH_STATEMENT;
      case STATEMENT, PREFIX, DIRECTIVE, GRAPH_STATEMENT -> {}
    }
  }

  private IOException noName() {
    return atToken("expected the name of a graph", "");
  }

  private IOException expectedBrace() {
    return atToken("expected '{' after the name of the graph", "");
  }

  private IOException atToken(String message, String hint) {
    return document.malformed(tokenLine, tokenColumn, message, hint);
  }

  @Override
  void end() throws IOException {
    super.end();
    switch (state) {
      case GRAPH_START, GRAPH_STATEMENT ->
          throw malformed("the graph is not closed", "write '}' after its last triple");
      case GRAPH -> throw noName();
      case GRAPH_BRACKET, GRAPH_NAME -> throw expectedBrace();
      case START, NAME_OR_SUBJECT, BRACKET, STATEMENT, PREFIX, DIRECTIVE -> {}
    }
  }
}
