// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.util.List;
import java.util.stream.Collectors;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/** Terms and paths in Turtle. */
final class TurtleText {
  private TurtleText() {}

  static String term(Term term, RdfText.Graph graph) {
    return switch (term) {
      case Iri iri -> iri(iri);
      case BlankNode node -> RdfText.label(node, graph);
      case Literal literal -> literal(literal);
    };
  }

  /** A path as SHACL section 2.3.1 represents it in a graph. */
  static String path(Path path) {
    return switch (path) {
      case Path.Predicate(Iri iri) -> iri(iri);
      case Path.Inverse(Path inner) -> wrap("sh:inversePath", path(inner));
      case Path.Sequence(List<Path> members) -> list(members);
      case Path.Alternative(List<Path> members) -> wrap("sh:alternativePath", list(members));
      case Path.ZeroOrMore(Path inner) -> wrap("sh:zeroOrMorePath", path(inner));
      case Path.OneOrMore(Path inner) -> wrap("sh:oneOrMorePath", path(inner));
      case Path.ZeroOrOne(Path inner) -> wrap("sh:zeroOrOnePath", path(inner));
    };
  }

  private static String wrap(String predicate, String object) {
    return "[ " + predicate + " " + object + " ]";
  }

  private static String list(List<Path> members) {
    return members.stream().map(TurtleText::path).collect(Collectors.joining(" ", "( ", " )"));
  }

  static String iri(Iri iri) {
    String value = iri.value();
    if (value.startsWith(Vocabulary.SH) && isWord(value, Vocabulary.SH.length()))
      return "sh:" + value.substring(Vocabulary.SH.length());
    if (value.startsWith(Vocabulary.XSD) && isWord(value, Vocabulary.XSD.length()))
      return "xsd:" + value.substring(Vocabulary.XSD.length());
    StringBuilder text = new StringBuilder("<");
    value.codePoints().forEach(character -> appendIri(text, character));
    return text.append('>').toString();
  }

  private static boolean isWord(String value, int from) {
    return from < value.length()
        && value
            .chars()
            .skip(from)
            .allMatch(
                character ->
                    (character >= 'a' && character <= 'z')
                        || (character >= 'A' && character <= 'Z'));
  }

  private static void appendIri(StringBuilder text, int character) {
    if (character <= ' ' || "<>\"{}|^`\\".indexOf(character) >= 0) appendEscape(text, character);
    else appendCharacter(text, character);
  }

  private static String literal(Literal literal) {
    StringBuilder text = new StringBuilder("\"");
    literal.lexical().codePoints().forEach(character -> appendString(text, character));
    text.append('"');
    if (!literal.language().isEmpty()) text.append('@').append(literal.language());
    else if (!literal.datatype().value().equals(Vocabulary.XSD + "string"))
      text.append("^^").append(iri(literal.datatype()));
    return text.toString();
  }

  private static void appendString(StringBuilder text, int character) {
    switch (character) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> appendCharacter(text, character);
    }
  }

  // Control and format characters are legal in Turtle, but the report may be read on a terminal.
  private static void appendCharacter(StringBuilder text, int character) {
    switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          appendEscape(text, character);
      case Character.SURROGATE -> text.append('\uFFFD');
      default -> text.appendCodePoint(character);
    }
  }

  private static void appendEscape(StringBuilder text, int character) {
    text.append(
        character < 0x10000
            ? String.format("\\u%04X", character)
            : String.format("\\U%08X", character));
  }
}
