// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.io.IOException;
import java.util.Arrays;

/**
 * RDF 1.1 N-Triples. Segments of whole lines are parsed where they lie: the line end that closes a
 * segment stops every loop. LF, CR LF and a lone CR each end a line; a UTF-8 signature at the start
 * is skipped.
 */
final class NTriplesReader {
  private static final byte[] STRING = TermView.utf8(Datatype.XSD + "string");
  private static final String TOO_LONG = "this line is longer than the limit";

  private final Window window;
  private final Sink sink;
  private final long lineBytes;
  private final Scan scan = new Scan();
  private final TermView subject = new TermView();
  private final TermView predicate = new TermView();
  private final TermView object = new TermView();
  private final TermView name = new TermView();
  private final boolean quads;
  private int line = 1;
  private int lineStart;

  /** Continuation bytes passed on this line: what bytes and columns differ by. */
  private int wide;

  private byte[] data = TermView.NONE;
  private int end;

  /** This line's terms that have escapes. */
  private byte[] unescaped = TermView.NONE;

  private int unescapedLength;

  /** With quads set a triple can be followed by the name of a graph, which is ignored. */
  NTriplesReader(Window window, Sink sink, Limits limits, boolean quads) {
    this.quads = quads;
    this.window = window;
    this.sink = sink;
    this.lineBytes = limits.tokenBytes();
  }

  void read() throws ReadException {
    int used = 0;
    int searched = 0;
    fill(0, 3);
    used = window.signature();
    while (!window.atEnd) {
      int whole = wholeLines(used, searched);
      if (whole > 0) lines(used, used + whole);
      used += whole;
      searched = window.filled - used;
      if (searched > 0 && window.data[window.filled - 1] == '\r') searched--;
      lineStart = used;
      data = window.data;
      if (searched > lineBytes) throw fail(ReadException.Kind.LIMIT, used, TOO_LONG);
      fill(used, 1);
      used = 0;
    }
    if (used < window.filled && window.data[window.filled - 1] != '\n')
      window.data[window.filled++] = '\n';
    lines(used, window.filled);
  }

  private void fill(int used, int wanted) throws ReadException {
    try {
      window.fill(used, wanted);
      data = window.data;
    } catch (IOException cause) {
      lineStart = 0;
      data = window.data;
      throw fail(ReadException.Kind.IO, 0, Window.unreadable(cause));
    }
  }

  /**
   * Length of the whole lines from used on, of which the first searched bytes have no line end. A
   * CR that comes last may be half a line end.
   */
  private int wholeLines(int used, int searched) {
    int from = used + searched;
    int n = window.filled;
    if (n > from && window.data[n - 1] == '\r') n--;
    while (n > from && window.data[n - 1] != '\n' && window.data[n - 1] != '\r') n--;
    return n > from ? n - used : 0;
  }

  private ReadException fail(ReadException.Kind kind, int at, String message) {
    long column = at - lineStart - Characters.continuationBytes(data, lineStart, at) + 1L;
    return new ReadException(kind, message, line, column, window.offset + at);
  }

  private ReadException syntax(int at, String message) {
    return fail(ReadException.Kind.SYNTAX, at, message);
  }

  private int skip(int p) {
    while (data[p] == ' ' || data[p] == '\t') p++;
    return p;
  }

  private void at(TermView term, int p) {
    term.at(line, (long) p - lineStart - wide + 1);
  }

  /** Parses a range that is whole lines or empty. */
  private void lines(int from, int to) throws ReadException {
    data = window.data;
    end = to;
    lineStart = from;
    int p = from;
    while (p < end) {
      p = skip(p);
      byte c = data[p];
      if (c != '\n' && c != '\r' && c != '#') p = skip(triple(p));
      if (data[p] == '#') p = comment(p);
      if (data[p] != '\n' && data[p] != '\r')
        throw syntax(p, "only a comment may follow the '.' of a triple on its line");
      p = nextLine(p);
    }
  }

  private int nextLine(int p) throws ReadException {
    if (p - lineStart > lineBytes) throw fail(ReadException.Kind.LIMIT, lineStart, TOO_LONG);
    p += data[p] == '\r' && p + 1 < end && data[p + 1] == '\n' ? 2 : 1;
    if (line < Integer.MAX_VALUE) line++;
    lineStart = p;
    wide = 0;
    return p;
  }

  private int comment(int p) throws ReadException {
    while (data[p] != '\n' && data[p] != '\r') {
      int code = Characters.decode(data, p, end);
      if (code < 0) throw syntax(p, Characters.BAD_UTF8);
      p += Characters.length(code);
    }
    return p;
  }

  private int triple(int p) throws ReadException {
    int start = p;
    if (data[p] == '<') p = iriTerm(p, subject);
    else if (data[p] == '_') p = blank(p, subject);
    else throw noSubject(p);
    p = skip(p);
    if (data[p] != '<') throw noPredicate(p);
    p = skip(iriTerm(p, predicate));
    if (data[p] == '<') p = iriTerm(p, object);
    else if (data[p] == '"') p = literal(p, object);
    else if (data[p] == '_') p = blank(p, object);
    else throw noObject(p);
    p = skip(p);
    if (quads) p = graphName(p);
    if (data[p] != '.') throw noEnd(p);
    if (p - lineStart >= lineBytes) throw fail(ReadException.Kind.LIMIT, lineStart, TOO_LONG);
    deliver(start);
    unescapedLength = 0;
    return p + 1;
  }

  private int graphName(int p) throws ReadException {
    if (data[p] == '<') return skip(iriTerm(p, name));
    return data[p] == '_' ? skip(blank(p, name)) : p;
  }

  private void deliver(int start) throws ReadException {
    try {
      sink.triple(subject, predicate, object);
    } catch (ReadException full) {
      throw fail(full.kind(), start, String.valueOf(full.getMessage()));
    }
  }

  /** One reservation serves the line, so that earlier ranges of it stay where they are. */
  private int unescape(int from, int to) {
    if (unescapedLength == 0) {
      int stop = to;
      while (data[stop] != '\n' && data[stop] != '\r') stop++;
      if (unescaped.length < stop - lineStart)
        unescaped = Arrays.copyOf(unescaped, Math.max(256, stop - lineStart));
    }
    int start = unescapedLength;
    unescapedLength = Characters.unescape(data, from, to, unescaped, start);
    return start;
  }

  private int scanned(int open, int stop) throws ReadException {
    if (scan.problem != null)
      throw syntax(data[stop] == '\n' || data[stop] == '\r' ? open : stop, scan.problem);
    if (scan.wide) wide += Characters.continuationBytes(data, open, stop);
    return stop;
  }

  /** The end of the IRI whose '<' is at p. */
  private int iriEnd(int p) throws ReadException {
    scan.escapes = false;
    int stop = Plain.iri(data, p + 1, end);
    if (data[stop] == '>') return stop;
    scan.clear();
    return scanned(p, scan.iri(data, stop, end));
  }

  private void absolute(int p, byte[] text, int from, int to) throws ReadException {
    if (Iris.scheme(text, from, to) == 0) throw syntax(p, "an IRI in N-Triples must be absolute");
  }

  private int iriTerm(int p, TermView term) throws ReadException {
    term.kind = TermView.IRI;
    at(term, p);
    int stop = iriEnd(p);
    if (scan.escapes) {
      int from = unescape(p + 1, stop);
      term.text(unescaped, from, unescapedLength);
    } else {
      term.text(data, p + 1, stop);
    }
    absolute(p, term.text, term.from, term.to);
    return stop + 1;
  }

  private int blank(int p, TermView term) throws ReadException {
    if (data[p + 1] != ':') throw syntax(p, "a blank node starts with '_:'");
    term.kind = TermView.BLANK;
    at(term, p);
    scan.clear();
    int stop = scan.label(data, p + 2, end);
    if (scan.problem != null) throw syntax(stop, scan.problem);
    if (scan.wide) wide += Characters.continuationBytes(data, p, stop);
    term.text(data, p + 2, stop);
    return stop;
  }

  private int literal(int p, TermView term) throws ReadException {
    at(term, p);
    term.kind = TermView.LITERAL;
    int stop = Plain.string(data, p + 1, end);
    scan.clear();
    if (data[stop] != '"') stop = scanned(p, scan.string(data, stop, end, (byte) '"', false));
    if (scan.escapes) {
      int from = unescape(p + 1, stop);
      term.text(unescaped, from, unescapedLength);
    } else {
      term.text(data, p + 1, stop);
    }
    p = stop + 1;
    if (data[p] == '@') return language(p, term);
    if (data[p] == '^') return datatype(p, term);
    term.qualifier(STRING);
    return p;
  }

  private int language(int p, TermView term) throws ReadException {
    scan.clear();
    int stop = scan.language(data, p + 1, end);
    if (scan.problem != null) throw syntax(stop, scan.problem);
    term.kind = TermView.LANG_LITERAL;
    term.qualifier(data, p + 1, stop);
    return stop;
  }

  private int datatype(int p, TermView term) throws ReadException {
    if (data[p + 1] != '^' || data[p + 2] != '<')
      throw syntax(p, "a datatype is written as '^^' and an IRI in '<' and '>'");
    int stop = iriEnd(p + 2);
    if (scan.escapes) {
      int from = unescape(p + 3, stop);
      term.qualifier(unescaped, from, unescapedLength);
    } else {
      term.qualifier(data, p + 3, stop);
    }
    absolute(p + 2, term.qualifier, term.qualifierFrom, term.qualifierTo);
    return stop + 1;
  }

  private ReadException noSubject(int p) {
    if (data[p] == '"') return syntax(p, "a literal may not be a subject");
    if (data[p] == '@') return syntax(p, "directives belong to Turtle, not to N-Triples");
    if (Characters.decode(data, p, end) == Characters.BAD) return syntax(p, Characters.BAD_UTF8);
    return syntax(p, "a triple must start with an IRI in '<' and '>' or a blank node");
  }

  private ReadException noPredicate(int p) {
    if (data[p] == '_') return syntax(p, "a blank node may not be a predicate");
    if (data[p] == '"') return syntax(p, "a literal may not be a predicate");
    return syntax(p, "a predicate must be an IRI in '<' and '>'");
  }

  private ReadException noObject(int p) {
    if (data[p] == '\'') return syntax(p, "a literal in N-Triples stands in double quotes");
    return syntax(
        p, "an object must be an IRI in '<' and '>', a blank node or a literal in double quotes");
  }

  private ReadException noEnd(int p) {
    if (data[p] == ',' || data[p] == ';')
      return syntax(p, "',' and ';' belong to Turtle, not to N-Triples");
    return syntax(p, "a triple must end with '.'");
  }
}
