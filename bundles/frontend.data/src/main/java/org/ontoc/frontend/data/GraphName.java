// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the name of a graph is well-formed; it is not handed on, so nobody else would look. */
final class GraphName {
  private static final String IRI_CHARACTER =
      "(?:[^\\x00-\\x20<>\"{}|^`\\\\]|\\\\u\\p{XDigit}{4}|\\\\U\\p{XDigit}{8})";

  /** PN_CHARS_U and digits of the grammars, then what else PN_CHARS has. */
  private static final String NAME_START =
      "_0-9A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF"
          + "\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF"
          + "\\uFDF0-\\uFFFD\\x{10000}-\\x{EFFFF}";

  private static final String NAME_CHARACTER =
      "[" + NAME_START + "\\u00B7\\u0300-\\u036F\\u203F\\u2040-]";
  private static final Pattern IRI = Pattern.compile("<" + IRI_CHARACTER + "*+>");
  private static final Pattern ABSOLUTE = Pattern.compile("<\\p{Alpha}[\\p{Alnum}+.-]*+:.*");
  private static final Pattern BLANK =
      Pattern.compile("_:[" + NAME_START + "](?:\\.*+" + NAME_CHARACTER + ")*+");
  private static final Pattern LOCAL =
      Pattern.compile(
          "(?:[.:]|" + NAME_CHARACTER + "|%\\p{XDigit}{2}" + "|\\\\[_~.!$&'()*+,;=/?#@%-])*+");

  private GraphName() {}

  /** The text of a name; empty when it is not UTF-8. */
  static Optional<String> decode(RewritingStream.Bytes bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.array(), 0, bytes.size()))
              .toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /** Whether N-Quads allows a name. */
  static boolean isOfQuads(String name) {
    return name.startsWith("<")
        ? IRI.matcher(name).matches() && ABSOLUTE.matcher(name).matches()
        : BLANK.matcher(name).matches();
  }

  /** Whether TriG allows a name, given the prefixes that are declared, each with its colon. */
  static boolean isOfTrig(String name, Set<String> prefixes) {
    if (name.startsWith("<")) return IRI.matcher(name).matches();
    if (name.startsWith("[")) return true;
    if (name.startsWith("_:")) return BLANK.matcher(name).matches();
    int colon = name.indexOf(':') + 1;
    return prefixes.contains(name.substring(0, colon))
        && LOCAL.matcher(name.substring(colon)).matches();
  }
}
