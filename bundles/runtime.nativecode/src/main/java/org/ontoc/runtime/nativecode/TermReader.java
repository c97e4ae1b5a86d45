// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/** Reads one term in N-Triples syntax, as the validators print it. */
final class TermReader {
  private static final Iri STRING = new Iri("http://www.w3.org/2001/XMLSchema#string");
  private static final Iri LANG_STRING =
      new Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString");

  private TermReader() {}

  static Term read(String text) throws ProtocolException {
    if (text.startsWith("<") && text.endsWith(">"))
      return new Iri(unescape(text, 1, text.length() - 1));
    if (text.startsWith("_:") && text.length() > 2) return new BlankNode(text.substring(2));
    if (text.startsWith("\"")) return literal(text);
    throw new ProtocolException("no term: " + text);
  }

  private static Literal literal(String text) throws ProtocolException {
    int end = text.lastIndexOf('"');
    if (end == 0) throw new ProtocolException("no end of a literal: " + text);
    String lexical = unescape(text, 1, end);
    String rest = text.substring(end + 1);
    if (rest.isEmpty()) return new Literal(lexical, STRING, "");
    if (rest.startsWith("@")) return new Literal(lexical, LANG_STRING, rest.substring(1));
    if (rest.startsWith("^^<") && rest.endsWith(">"))
      return new Literal(lexical, new Iri(unescape(rest, 3, rest.length() - 1)), "");
    throw new ProtocolException("no literal: " + text);
  }

  private static String unescape(String text, int from, int to) throws ProtocolException {
    int backslash = text.indexOf('\\', from);
    if (backslash < 0 || backslash >= to) return text.substring(from, to);
    StringBuilder out = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      i++;
      if (i >= to) throw new ProtocolException("an escape is cut off: " + text);
      i += escape(text, i, to, out);
    }
    return out.toString();
  }

  /** Appends what the escape at i stands for; the number of further characters it took. */
  private static int escape(String text, int i, int to, StringBuilder out)
      throws ProtocolException {
    switch (text.charAt(i)) {
      case 't' -> out.append('\t');
      case 'b' -> out.append('\b');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 'f' -> out.append('\f');
      case '"' -> out.append('"');
      case '\'' -> out.append('\'');
      case '\\' -> out.append('\\');
      case 'u' -> {
        return codePoint(text, i + 1, 4, to, out);
      }
      case 'U' -> {
        return codePoint(text, i + 1, 8, to, out);
      }
      default -> throw new ProtocolException("no escape: " + text);
    }
    return 0;
  }

  private static int codePoint(String text, int from, int digits, int to, StringBuilder out)
      throws ProtocolException {
    try {
      if (from + digits > to) throw new NumberFormatException();
      out.appendCodePoint(Integer.parseInt(text, from, from + digits, 16));
      return digits;
    } catch (IllegalArgumentException _) {
      throw new ProtocolException("no code point: " + text);
    }
  }
}
