// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import java.io.IOException;
import org.eclipse.rdf4j.model.Resource;

/** Reads TriG; the triples of all graphs are handed over alike. */
final class PositionedTrigParser extends PositionedTurtleParser {
  PositionedTrigParser(SourceText text, Statements out) {
    super(text, out);
  }

  @Override
  protected void parseStatement() throws IOException {
    int start = offset;
    if (isKeyword("GRAPH")) {
      offset += 5;
      skipWSC();
      parseLabel();
    } else if (isDirective() || text.at(offset) != '{' && !isLabelled()) {
      offset = start;
      super.parseStatement();
      return;
    }
    skipWSC();
    verifyCharacterOrFail(readCodePoint(), "{");
    skipWSC();
    while (peekCodePoint() != '}') {
      parseTriples();
      skipWSC();
      if (peekCodePoint() != '.') break;
      readCodePoint();
      skipWSC();
    }
    verifyCharacterOrFail(readCodePoint(), "}");
  }

  private boolean isDirective() {
    return text.at(offset) == '@' || isKeyword("PREFIX") || isKeyword("BASE");
  }

  private boolean isLabelled() throws IOException {
    if (text.at(offset) == '(') return false;
    if (text.at(offset) == '[') {
      readCodePoint();
      if (skipWSC() != ']') return false;
      readCodePoint();
    } else {
      parseValue();
    }
    return skipWSC() == '{';
  }

  private void parseLabel() throws IOException {
    if (peekCodePoint() == '[') {
      readCodePoint();
      skipWSC();
      verifyCharacterOrFail(readCodePoint(), "]");
    } else if (!(parseValue() instanceof Resource)) {
      reportFatalError("A graph name must be an IRI or a blank node");
    }
  }
}
