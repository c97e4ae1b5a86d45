// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turtle's terms: names and relative IRIs become absolute IRIs, and literals get their datatypes.
 * Directives change the scope.
 */
final class TurtleTerms {
  private static final byte[] STRING = TermView.utf8(Datatype.XSD + "string");
  private static final byte[] INTEGER = TermView.utf8(Datatype.XSD + "integer");
  private static final byte[] DECIMAL = TermView.utf8(Datatype.XSD + "decimal");
  private static final byte[] DOUBLE = TermView.utf8(Datatype.XSD + "double");
  private static final byte[] BOOLEAN = TermView.utf8(Datatype.XSD + "boolean");

  /** The prefixes in scope; names come in runs of one prefix. */
  private record Prefix(byte[] name, byte[] iri) {}

  final TurtleLexer lexer;
  final Token token = new Token();

  /** The token was read, but not used. */
  boolean peeked;

  private final Map<String, Prefix> prefixes = new HashMap<>();
  private @Nullable Prefix last;
  private byte[] base;

  /** Of a literal, which outlives the tokens behind it. */
  private byte[] text = new byte[256];

  /** Made from a base or a prefix. */
  private byte[] iri = new byte[256];

  private byte[] unescaped = new byte[256];
  private byte[] found = TermView.NONE;
  private int foundFrom;
  private int foundTo;

  TurtleTerms(TurtleLexer lexer, String base) {
    this.lexer = lexer;
    byte[] bytes = TermView.utf8(base);
    this.base = Iris.scheme(bytes, 0, bytes.length) > 0 ? bytes : TermView.NONE;
  }

  void advance() throws ReadException {
    if (peeked) peeked = false;
    else lexer.next(token);
  }

  private ReadException syntax(String message) {
    return TurtleLexer.fail(ReadException.Kind.SYNTAX, token, message);
  }

  private static byte[] room(byte[] buffer, long length) {
    if (length <= buffer.length) return buffer;
    return new byte[(int) Math.max(length, Math.min(2L * buffer.length, Integer.MAX_VALUE - 16))];
  }

  /** A long base or prefix makes long IRIs of short tokens. */
  private void iriRoom(long known, long added) throws ReadException {
    if (known + added > lexer.tokenBytes)
      throw TurtleLexer.fail(ReadException.Kind.LIMIT, token, "this IRI is longer than the limit");
    iri = room(iri, known + added + 2);
  }

  private void found(byte[] bytes, int from, int to) {
    found = bytes;
    foundFrom = from;
    foundTo = to;
  }

  private void iri() throws ReadException {
    found(lexer.window.data, token.from, token.to);
    if (token.escapes) {
      unescaped = room(unescaped, token.to - token.from);
      found(unescaped, 0, Characters.unescape(found, foundFrom, foundTo, unescaped, 0));
    }
    if (Iris.scheme(found, foundFrom, foundTo) > 0) return;
    if (base.length == 0) throw syntax("this IRI is relative, and there is no base IRI");
    iriRoom(base.length, foundTo - foundFrom);
    found(iri, 0, Iris.resolve(base, base.length, found, foundFrom, foundTo, iri));
  }

  private static String key(byte[] data, int from, int to) {
    return new String(data, from, to - from, java.nio.charset.StandardCharsets.UTF_8);
  }

  private @Nullable Prefix prefix() {
    byte[] data = lexer.window.data;
    if (last != null && Arrays.equals(last.name, 0, last.name.length, data, token.from, token.to))
      return last;
    Prefix prefix = prefixes.get(key(data, token.from, token.to));
    if (prefix != null) last = prefix;
    return prefix;
  }

  private void name() throws ReadException {
    Prefix prefix = prefix();
    if (prefix == null) throw syntax("this prefix is not declared");
    int known = prefix.iri.length;
    int added = token.localTo - token.localFrom;
    iriRoom(known, added);
    System.arraycopy(prefix.iri, 0, iri, 0, known);
    byte[] data = lexer.window.data;
    if (token.escapes) {
      int stop = Characters.unescapeLocal(data, token.localFrom, token.localTo, iri, known);
      found(iri, 0, stop);
    } else {
      System.arraycopy(data, token.localFrom, iri, known, added);
      found(iri, 0, known + added);
    }
  }

  private void datatype(TermView term) throws ReadException {
    lexer.next(token);
    switch (token.kind) {
      case IRI -> iri();
      case NAME -> name();
      default -> throw syntax("an IRI must follow '^^'");
    }
    term.qualifier(found, foundFrom, foundTo);
  }

  private void string(TermView term) throws ReadException {
    int length = token.to - token.from;
    byte[] data = lexer.window.data;
    text = room(text, length);
    if (token.escapes) {
      term.text(text, 0, Characters.unescape(data, token.from, token.to, text, 0));
    } else {
      System.arraycopy(data, token.from, text, 0, length);
      term.text(text, 0, length);
    }
    lexer.next(token);
    switch (token.kind) {
      case CARETS -> datatype(term);
      case AT -> {
        term.kind = TermView.LANG_LITERAL;
        term.qualifier(lexer.window.data, token.from, token.to);
      }
      default -> {
        term.qualifier(STRING);
        peeked = true;
      }
    }
  }

  private void abbreviated(TermView term, byte[] type) {
    term.text(lexer.window.data, token.from, token.to);
    term.qualifier(type);
  }

  /**
   * Makes a term of the token, which starts one that is no '[' or '('; a literal may read the
   * tokens behind it.
   */
  void term(TermView term) throws ReadException {
    term.at(token.line, token.column);
    term.kind = TermView.IRI;
    switch (token.kind) {
      case IRI -> {
        iri();
        term.text(found, foundFrom, foundTo);
        return;
      }
      case NAME -> {
        name();
        term.text(found, foundFrom, foundTo);
        return;
      }
      default -> {}
    }
    term.kind = token.kind == Token.Kind.LABEL ? TermView.BLANK : TermView.LITERAL;
    switch (token.kind) {
      case STRING -> string(term);
      case INTEGER -> abbreviated(term, INTEGER);
      case DECIMAL -> abbreviated(term, DECIMAL);
      case DOUBLE -> abbreviated(term, DOUBLE);
      case BOOLEAN -> abbreviated(term, BOOLEAN);
      default -> term.text(lexer.window.data, token.from, token.to);
    }
  }

  private void setBase() throws ReadException {
    lexer.next(token);
    if (token.kind != Token.Kind.IRI) throw syntax("a base is an IRI in '<' and '>'");
    iri();
    base = Arrays.copyOfRange(found, foundFrom, foundTo);
  }

  private void setPrefix() throws ReadException {
    lexer.next(token);
    if (token.kind != Token.Kind.NAME || token.localTo > token.localFrom)
      throw syntax("a prefix and ':' must follow here");
    byte[] name = Arrays.copyOfRange(lexer.window.data, token.from, token.to);
    lexer.next(token);
    if (token.kind != Token.Kind.IRI)
      throw syntax("the namespace of a prefix is an IRI in '<' and '>'");
    iri();
    Prefix prefix = new Prefix(name, Arrays.copyOfRange(found, foundFrom, foundTo));
    prefixes.put(key(name, 0, name.length), prefix);
    last = prefix;
  }

  private boolean isWord(String word) {
    byte[] bytes = TermView.utf8(word);
    return Arrays.equals(bytes, 0, bytes.length, lexer.window.data, token.from, token.to);
  }

  /** Reads the rest of the directive that starts with the token. */
  void directive() throws ReadException {
    boolean sparql = token.kind != Token.Kind.AT;
    boolean isPrefix = sparql ? token.kind == Token.Kind.PREFIX : isWord("prefix");
    if (!sparql && !isPrefix && !isWord("base"))
      throw syntax("the directives are '@prefix' and '@base'");
    if (isPrefix) setPrefix();
    else setBase();
    if (sparql) return;
    lexer.next(token);
    if (token.kind != Token.Kind.DOT) throw syntax("'@prefix' and '@base' must end with '.'");
  }
}
