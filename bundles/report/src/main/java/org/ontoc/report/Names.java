// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/**
 * Terms as people read them. IRIs of the vocabularies of RDF are written with their usual prefixes;
 * others in full, and long ones of the shapes as {@code <…#local>}. Within one report a short form
 * stands for one IRI only: a second one that would get the same form is written in full.
 */
class Names {
  static final int LONGEST_IRI = 60;
  static final int LONGEST_TEXT = 100;
  // So that a report of any length is written in bounded memory; what comes later is not shortened.
  static final int MOST_SHORT_FORMS = 10_000;
  static final Map<String, String> PREFIXES =
      Map.of(
          Vocabulary.SH, "sh:",
          Vocabulary.XSD, "xsd:",
          Vocabulary.RDF, "rdf:",
          Vocabulary.RDFS, "rdfs:",
          Vocabulary.OWL, "owl:");

  private final Map<String, String> shortForms = new HashMap<>();

  /**
   * A node of the data, safe for a terminal; an IRI in full, since people look for it elsewhere.
   */
  String showNode(Term node) {
    return node instanceof Iri iri ? TerminalText.sanitize(iri.toString()) : show(node);
  }

  /** Safe for a terminal. */
  String show(Term term) {
    return switch (term) {
      case Iri iri -> show(iri);
      case BlankNode node -> TerminalText.sanitize(cut(node.toString()));
      case Literal literal -> TerminalText.sanitize(literal(literal));
    };
  }

  /** As {@link #show(Term)}; what depends on the names before it is decided here. */
  String show(Iri iri) {
    return TerminalText.sanitize(iri(iri));
  }

  /** The SPARQL form of a path, safe for a terminal. */
  String show(Path path) {
    return switch (path) {
      case Path.Predicate(Iri iri) -> show(iri);
      case Path.Inverse(Path inner) -> "^" + show(inner);
      case Path.Sequence(List<Path> members) -> join(members, "/");
      case Path.Alternative(List<Path> members) -> join(members, "|");
      case Path.ZeroOrMore(Path inner) -> show(inner) + "*";
      case Path.OneOrMore(Path inner) -> show(inner) + "+";
      case Path.ZeroOrOne(Path inner) -> show(inner) + "?";
    };
  }

  private String join(List<Path> members, String separator) {
    return members.stream().map(this::show).collect(Collectors.joining(separator, "(", ")"));
  }

  private String iri(Iri iri) {
    String local = Vocabulary.localName(iri);
    String space = iri.value().substring(0, iri.value().length() - local.length());
    String prefix = PREFIXES.get(space);
    if (prefix != null && isPlain(local)) return prefix + local;
    if (iri.value().length() <= LONGEST_IRI || !isPlain(local) || local.length() >= LONGEST_IRI)
      return iri.toString();
    String form = "<…" + space.charAt(space.length() - 1) + local + ">";
    return claim(form, iri.value()) ? form : iri.toString();
  }

  private boolean claim(String form, String iri) {
    String owner = shortForms.get(form);
    if (owner != null) return owner.equals(iri);
    if (shortForms.size() >= MOST_SHORT_FORMS) return false;
    shortForms.put(form, iri);
    return true;
  }

  private String literal(Literal literal) {
    String quoted = Literal.string(cut(literal.lexical())).toString();
    if (!literal.language().isEmpty()) return quoted + "@" + literal.language();
    return literal.datatype().value().equals(Vocabulary.XSD + "string")
        ? quoted
        : quoted + "^^" + iri(literal.datatype());
  }

  private static boolean isPlain(String local) {
    return !local.isEmpty() && local.chars().allMatch(Names::isPlain);
  }

  /** Whether a UTF-16 unit may be in the local name of a short form. */
  static boolean isPlain(int character) {
    return Character.isLetterOrDigit(character) || "_-.".indexOf(character) >= 0;
  }

  /** The beginning of a long text. */
  static String cut(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST_TEXT) return text;
    return text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
  }
}
