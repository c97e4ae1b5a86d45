// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import java.io.IOException;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;

/** Reads N-Triples or N-Quads: the terms of Turtle without its abbreviations, one triple a line. */
final class PositionedLineParser extends PositionedTurtleParser {
  private final boolean quads;

  PositionedLineParser(SourceText text, boolean quads, Statements out) {
    super(text, out);
    this.quads = quads;
  }

  @Override
  protected void parseStatement() throws IOException {
    int start = offset;
    subject = lineTerm(Resource.class, "a subject");
    subjectSpan = new Span(start, offset);
    skipBlanks();
    start = offset;
    predicate = lineTerm(IRI.class, "a predicate");
    predicateSpan = new Span(start, offset);
    skipBlanks();
    objectStart = offset;
    object = lineTerm(Value.class, "an object");
    reportStatement(subject, predicate, object);
    skipBlanks();
    if (quads && peekCodePoint() != '.') {
      lineTerm(Resource.class, "a graph name");
      skipBlanks();
    }
    verifyCharacterOrFail(readCodePoint(), ".");
    skipBlanks();
    int c = peekCodePoint();
    if (c == '#') processComment();
    else if (c != -1) verifyCharacterOrFail(readCodePoint(), "\n\r");
  }

  private <T extends Value> T lineTerm(Class<T> kind, String role) throws IOException {
    errorAt = offset;
    int c = peekCodePoint();
    boolean known =
        c == '<' || c == '_' || c == '"' && !text.slice(offset, offset + 3).equals("\"\"\"");
    if (!known) reportFatalError("Expected " + role);
    Value value = parseValue();
    if (!kind.isInstance(value)) reportFatalError("Not " + role);
    errorAt = -1;
    return kind.cast(value);
  }

  private void skipBlanks() {
    while (text.at(offset) == ' ' || text.at(offset) == '\t') offset++;
  }

  @Override
  protected Value parseValue() throws IOException {
    // also the datatype of a literal comes through here
    if ("<_\"".indexOf(peekCodePoint()) < 0) reportFatalError("Expected '<'");
    return super.parseValue();
  }
}
