// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.data;

import java.nio.charset.StandardCharsets;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.ontoc.lib.rdf4j.Statements;
import org.ontoc.pipeline.ir.Origin;

/**
 * Writes triples as Turtle, each on the line where it stands in the document, so that no table of
 * lines has to be kept.
 */
final class TripleWriter implements Statements {
  private static final int BLOCK = 1 << 16;

  private final TripleStream out;
  private final Document document;
  private final StringBuilder text = new StringBuilder(BLOCK + 1000);
  private int line = 1;

  TripleWriter(TripleStream out, Document document) {
    this.out = out;
    this.document = document;
  }

  @Override
  public void graph(Resource name) {
    StringBuilder term = new StringBuilder();
    write(name, term);
    document.namedGraph(0, 0, term.toString());
  }

  @Override
  public void add(
      Resource subject,
      IRI predicate,
      Value object,
      Origin subjectAt,
      Origin predicateAt,
      Origin objectAt) {
    for (; line < objectAt.line(); line++) {
      text.append('\n');
      if (text.length() >= BLOCK) flush();
    }
    write(subject, text);
    text.append(' ');
    write(predicate, text);
    text.append(' ');
    write(object, text);
    text.append(" . ");
    if (text.length() >= BLOCK) flush();
  }

  void flush() {
    if (text.isEmpty()) return;
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }

  private static void write(Value term, StringBuilder text) {
    switch (term) {
      case IRI iri -> iri(iri.stringValue(), text);
      case BNode node -> text.append("_:").append(node.getID());
      case Literal literal -> literal(literal, text);
      default -> throw new IllegalArgumentException("no term of RDF 1.1: " + term);
    }
  }

  private static void literal(Literal literal, StringBuilder text) {
    text.append('"');
    String label = literal.getLabel();
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\0' -> text.append("\\u0000");
        default -> text.append(c);
      }
    }
    text.append('"');
    if (literal.getLanguage().isPresent()) {
      text.append('@').append(literal.getLanguage().get());
    } else if (!literal.getDatatype().equals(XSD.STRING)) {
      text.append("^^");
      iri(literal.getDatatype().stringValue(), text);
    }
  }

  private static void iri(String iri, StringBuilder text) {
    text.append('<');
    for (int i = 0; i < iri.length(); i++) {
      char c = iri.charAt(i);
      // such characters are refused, but by the reader, at the right line
      if (c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0) text.append(String.format("\\u%04X", (int) c));
      else text.append(c);
    }
    text.append('>');
  }
}
