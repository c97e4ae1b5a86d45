// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;

/** Reads canonical N-Triples, as the generator and the engines write it. */
final class NTriples {
  private static final String TERM =
      "(<[^>]*>|_:[^ ]+|\"(?:[^\"\\\\]|\\\\.)*\"(?:@[A-Za-z0-9-]+|\\^\\^<[^>]*>)?)";
  private static final Pattern LINE =
      Pattern.compile(TERM + "\\s+(<[^>]*>)\\s+" + TERM + "\\s*\\.");
  private static final Pattern LITERAL =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(?:@(.*)|\\^\\^<(.*)>)?", Pattern.DOTALL);

  private NTriples() {}

  static List<Triple> read(String text) {
    return text.lines().filter(line -> !line.isBlank()).map(NTriples::triple).toList();
  }

  private static Triple triple(String line) {
    Matcher matcher = LINE.matcher(line.strip());
    if (!matcher.matches()) throw new IllegalArgumentException("not an N-Triples line: " + line);
    return new Triple(term(matcher.group(1)), (Iri) term(matcher.group(2)), term(matcher.group(3)));
  }

  static Term term(String text) {
    if (text.startsWith("<")) return new Iri(unescape(text.substring(1, text.length() - 1)));
    if (text.startsWith("_:")) return new BlankNode(text.substring(2));
    Matcher matcher = LITERAL.matcher(text);
    if (!matcher.matches()) throw new IllegalArgumentException("not a term: " + text);
    String lexical = unescape(matcher.group(1));
    if (matcher.group(2) != null)
      return new Literal(lexical, new Iri(Vocabulary.RDF + "langString"), matcher.group(2));
    return matcher.group(3) == null
        ? Literal.string(lexical)
        : new Literal(lexical, new Iri(matcher.group(3)), "");
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) return text;
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char kind = text.charAt(++i);
      int digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
      if (digits > 0) out.appendCodePoint(Integer.parseInt(text, i + 1, i + 1 + digits, 16));
      else out.append(single(kind));
      i += digits;
    }
    return out.toString();
  }

  private static char single(char kind) {
    return switch (kind) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> kind;
    };
  }
}
