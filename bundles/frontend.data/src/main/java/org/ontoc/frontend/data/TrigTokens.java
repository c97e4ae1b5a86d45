// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.data;

import java.io.IOException;
import java.io.InputStream;

/** The tokens of Turtle and TriG, as far as one has to know them to find the graphs. */
abstract class TrigTokens extends RewritingStream {
  /** Kinds of tokens. */
  enum Token {
    /** Names, keywords, numbers, language tags, datatype marks. */
    WORD,
    IRI,
    STRING,
    STOP,
    OPEN_GRAPH,
    CLOSE_GRAPH,
    OPEN_BRACKET,
    CLOSE_BRACKET,
    OTHER
  }

  private enum State {
    BETWEEN,
    COMMENT,
    IRI,
    WORD,
    WORD_ESCAPE,
    STOP,
    OPENED,
    OPENED_TWICE,
    STRING,
    STRING_ESCAPE
  }

  private State state = State.BETWEEN;
  private int quote;
  private boolean isLong;
  private int quotes;
  private boolean stops;
  private final Bytes text = new Bytes();

  TrigTokens(InputStream in, Document document) {
    super(in, document);
  }

  /** Hears of a token before its first byte is put. */
  abstract void begins();

  /** Hears of a word, an IRI, a string or a full stop after it was put. */
  abstract void ends(Token token) throws IOException;

  /** Hears of a single character and puts it or something else. */
  abstract void punctuation(Token token, int b) throws IOException;

  /** The first bytes of the word or IRI that just ended. */
  final Bytes text() {
    return text;
  }

  @Override
  final void take(int b) throws IOException {
    switch (state) {
      case BETWEEN -> between(b);
      case COMMENT -> {
        put(b);
        if (b == '\n' || b == '\r') state = State.BETWEEN;
      }
      case IRI -> {
        add(b);
        if (b == '>') ended(Token.IRI);
      }
      case WORD -> word(b);
      case WORD_ESCAPE -> {
        add(b);
        state = State.WORD;
      }
      case STOP -> {
        if (b >= '0' && b <= '9') {
          state = State.WORD;
          take(b);
        } else {
          ended(Token.STOP);
          take(b);
        }
      }
      case OPENED, OPENED_TWICE -> opened(b);
      case STRING -> string(b);
      case STRING_ESCAPE -> {
        put(b);
        state = State.STRING;
      }
    }
  }

  private void ended(Token token) throws IOException {
    state = State.BETWEEN;
    ends(token);
  }

  private void add(int b) {
    put(b);
    if (text.size() < MOST_HELD) text.write(b);
  }

  private void between(int b) throws IOException {
    if (b <= ' ') {
      put(b);
      return;
    }
    if (b == '#') {
      put(b);
      state = State.COMMENT;
      return;
    }
    begins();
    text.reset();
    switch (b) {
      case '{' -> punctuation(Token.OPEN_GRAPH, b);
      case '}' -> punctuation(Token.CLOSE_GRAPH, b);
      case '[' -> punctuation(Token.OPEN_BRACKET, b);
      case ']' -> punctuation(Token.CLOSE_BRACKET, b);
      case ';', ',', '(', ')' -> punctuation(Token.OTHER, b);
      case '<' -> {
        state = State.IRI;
        add(b);
      }
      case '.' -> {
        state = State.STOP;
        add(b);
      }
      case '"', '\'' -> {
        state = State.OPENED;
        quote = b;
        put(b);
      }
      case '>' -> throw malformed("expected a term, not '>'", "");
      default -> {
        state = State.WORD;
        word(b);
      }
    }
  }

  private void word(int b) throws IOException {
    if (b > ' ' && "<>\"'#;,()[]{}".indexOf(b) < 0) {
      add(b);
      stops = b == '.';
      if (b == '\\') state = State.WORD_ESCAPE;
      return;
    }
    boolean stopped = stops;
    stops = false;
    ended(Token.WORD);
    // a name does not end with a full stop: it ends the statement
    if (stopped) ends(Token.STOP);
    take(b);
  }

  private void opened(int b) throws IOException {
    if (b == quote) {
      put(b);
      isLong = state == State.OPENED_TWICE;
      quotes = 0;
      state = isLong ? State.STRING : State.OPENED_TWICE;
    } else if (state == State.OPENED_TWICE) {
      ended(Token.STRING);
      take(b);
    } else {
      isLong = false;
      state = State.STRING;
      take(b);
    }
  }

  private void string(int b) throws IOException {
    put(b);
    quotes = b == quote ? quotes + 1 : 0;
    if (b == '\\') state = State.STRING_ESCAPE;
    else if (quotes == (isLong ? 3 : 1)) {
      quotes = 0;
      ended(Token.STRING);
    }
  }

  @Override
  void end() throws IOException {
    // no token reaches beyond a line end
    if (state == State.WORD || state == State.STOP || state == State.OPENED_TWICE) take('\n');
  }
}
