// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.io.IOException;

/**
 * Turtle, token by token: white space, lines and comments between them, and the window they lie in.
 * When the window ends inside of a token, more is read and its scan starts over; each time there is
 * twice as much of a long token, so that the work stays linear.
 */
final class TurtleLexer {
  final Window window;
  final long tokenBytes;
  private final TurtleTokens tokens = new TurtleTokens();
  private int p;
  private int end;
  private int line = 1;

  /** Where in the document the line starts. */
  private long lineOffset;

  /** Continuation bytes between there and p. */
  private long wide;

  TurtleLexer(Window window, Limits limits) {
    this.window = window;
    this.tokenBytes = limits.tokenBytes();
  }

  void open() throws ReadException {
    do more();
    while (!window.atEnd && window.filled < 3);
    p = window.signature();
    lineOffset = offset(p);
  }

  private long offset(int at) {
    return window.offset + at;
  }

  /** A fault at a place on the current line, at or behind p. */
  private ReadException fail(ReadException.Kind kind, int at, String message) {
    long behind = at > p ? Characters.continuationBytes(window.data, p, at) : 0;
    long column = offset(at) - lineOffset - wide - behind + 1;
    return new ReadException(kind, message, line, column, offset(at));
  }

  static ReadException fail(ReadException.Kind kind, Token token, String message) {
    return new ReadException(kind, message, token.line, token.column, token.offset);
  }

  /** Reads more behind the text from p on, which stays in the window. */
  private void more() throws ReadException {
    int kept = window.filled - p;
    if (kept > tokenBytes) throw tooLong();
    try {
      int used = p;
      p = 0;
      window.fill(used, kept < 4096 ? 1 : kept);
    } catch (IOException cause) {
      throw fail(ReadException.Kind.IO, p, Window.unreadable(cause));
    } finally {
      end = window.filled;
    }
  }

  private ReadException tooLong() {
    return fail(ReadException.Kind.LIMIT, p, "this token is longer than the limit");
  }

  /** Enters the line that starts at next. */
  private void line(int next) {
    if (line < Integer.MAX_VALUE) line++;
    lineOffset = offset(next);
    wide = 0;
  }

  /** Passes a line end: LF, CR LF or a lone CR, which shows only when what follows is there. */
  private void lineEnd() throws ReadException {
    if (window.data[p] == '\r') {
      if (p + 1 == end && !window.atEnd) more();
      if (window.data[p + 1] == '\n') p++;
    }
    p++;
    line(p);
  }

  private void commentWide() throws ReadException {
    int code = Characters.decode(window.data, p, end);
    if (code == Characters.BAD || code == Characters.CUT && window.atEnd)
      throw fail(ReadException.Kind.SYNTAX, p, Characters.BAD_UTF8);
    if (code == Characters.CUT) {
      more();
      return;
    }
    p += Characters.length(code);
    wide += Characters.length(code) - 1;
  }

  private void comment() throws ReadException {
    while (true) {
      byte[] data = window.data;
      while (p < end && data[p] != '\n' && data[p] != '\r' && data[p] >= 0) p++;
      if (p == end) {
        if (window.atEnd) return;
        more();
      } else if (data[p] >= 0) {
        return;
      } else {
        commentWide();
      }
    }
  }

  /** Passes white space and comments. */
  private void skip() throws ReadException {
    while (true) {
      switch (window.data[p]) {
        case ' ', '\t' -> p++;
        case '\n', '\r' -> lineEnd();
        case '#' -> comment();
        case 0 -> {
          if (p < end || window.atEnd) return;
          more();
        }
        default -> {
          return;
        }
      }
    }
  }

  /** Passes a scanned token: counts the lines in it and the bytes that are no columns. */
  private void accept(int stop, boolean hasWide, boolean lines) {
    byte[] data = window.data;
    for (int at = p; lines && at < stop; at++) {
      if (data[at] != '\n' && data[at] != '\r') continue;
      if (data[at] == '\r' && data[at + 1] == '\n') at++;
      line(at + 1);
      p = at + 1;
    }
    if (hasWide) wide += Characters.continuationBytes(data, p, stop);
    p = stop;
  }

  /** A fault in a token may be lines below its start. */
  private ReadException fault(int stop, String problem) {
    byte[] data = window.data;
    if (stop == end || data[stop] == '\n' || data[stop] == '\r') stop = p;
    accept(stop, true, true);
    return fail(ReadException.Kind.SYNTAX, stop, problem);
  }

  void next(Token token) throws ReadException {
    skip();
    token.offset = offset(p);
    token.line = line;
    token.column = token.offset - lineOffset - wide + 1;
    token.kind = Token.Kind.END;
    if (p == end) return;
    int stop;
    while (true) {
      stop = tokens.scan(window.data, p, end, token);
      if (!tokens.scan.cut || window.atEnd) break;
      more();
    }
    if (tokens.scan.problem != null) throw fault(stop, tokens.scan.problem);
    if (stop - p > tokenBytes) throw tooLong();
    token.escapes = tokens.scan.escapes;
    accept(stop, tokens.scan.wide, token.kind == Token.Kind.STRING);
  }
}
