// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.nio.charset.StandardCharsets;

/**
 * An RDF term as text.
 *
 * @param text the IRI, the label without {@code _:}, or the lexical form
 * @param datatype the IRI of a literal's datatype; else empty
 * @param language the tag of a language-tagged literal; else empty
 */
public record Node(Kind kind, String text, String datatype, String language) {
  /** The kinds of terms. */
  public enum Kind {
    IRI,
    BLANK_NODE,
    LITERAL
  }

  /** An IRI, which is absolute. */
  public static Node iri(String iri) {
    return new Node(Kind.IRI, iri, "", "");
  }

  public static Node blank(String label) {
    return new Node(Kind.BLANK_NODE, label, "", "");
  }

  public static Node literal(String lexical, String datatype) {
    return new Node(Kind.LITERAL, lexical, datatype, "");
  }

  public static Node tagged(String lexical, String language) {
    return new Node(Kind.LITERAL, lexical, Datatype.RDF_LANG_STRING, language);
  }

  TermView view() {
    TermView view = new TermView();
    view.text(TermView.utf8(text));
    switch (kind) {
      case IRI -> view.kind = TermView.IRI;
      case BLANK_NODE -> view.kind = TermView.BLANK;
      case LITERAL -> {
        view.kind = language.isEmpty() ? TermView.LITERAL : TermView.LANG_LITERAL;
        view.qualifier(TermView.utf8(language.isEmpty() ? datatype : language));
      }
    }
    return view;
  }

  private static String string(Terms terms, int id) {
    return new String(terms.text(id), terms.from(id), terms.length(id), StandardCharsets.UTF_8);
  }

  static Node of(Terms terms, int id) {
    String text = string(terms, id);
    return switch (terms.kind(id)) {
      case TermView.IRI -> iri(text);
      case TermView.BLANK -> blank(label(text, terms.qualifier(id)));
      case TermView.LITERAL -> literal(text, string(terms, terms.qualifier(id)));
      default -> tagged(text, string(terms, terms.qualifier(id)));
    };
  }

  /**
   * A blank node of the first document keeps its label; one of another, and one whose label could
   * be mistaken for such, is called ort, number of the document, _, label. The labels that a reader
   * made up begin with '.', which separates them from the number.
   */
  private static String label(String label, int qualifier) {
    boolean made = label.startsWith(".");
    if (qualifier == 1 && !made && !label.startsWith("ort")) return label;
    return "ort" + (qualifier == 0 ? "" : qualifier - 1) + (made ? "" : "_") + label;
  }

  /** In canonical N-Triples syntax. */
  @Override
  public String toString() {
    return switch (kind) {
      case IRI -> NodeText.iri(text, false);
      case BLANK_NODE -> "_:" + text;
      case LITERAL -> NodeText.literal(this, false);
    };
  }

  /** The same, with everything escaped that a terminal could act upon. */
  public String visible() {
    return switch (kind) {
      case IRI -> NodeText.iri(text, true);
      case BLANK_NODE -> "_:" + text;
      case LITERAL -> NodeText.literal(this, true);
    };
  }
}
