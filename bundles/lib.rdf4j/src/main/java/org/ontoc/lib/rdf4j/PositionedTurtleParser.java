// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.turtle.TurtleUtil;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.ir.Origin;

/** Reads Turtle and hands every triple to {@link Statements} with the positions of its terms. */
class PositionedTurtleParser extends StrictTurtleParser {
  /** From the first code point to after the last one. */
  record Span(int start, int end) {}

  private final Statements out;
  private final Map<Resource, Span> anonymous = new HashMap<>();
  private long reported;
  private boolean emptyBrackets;
  Span subjectSpan = new Span(0, 0);
  Span predicateSpan = new Span(0, 0);
  int objectStart;

  PositionedTurtleParser(SourceText text, Statements out) {
    super(text);
    this.out = out;
  }

  private Origin origin(Span span) {
    return text.origin(span.start(), span.end());
  }

  // ---- statements

  @Override
  protected void parseStatement() throws IOException {
    if (text.at(offset) != '@' && !isKeyword("PREFIX") && !isKeyword("BASE")) {
      parseTriples();
      skipWSC();
      verifyCharacterOrFail(readCodePoint(), ".");
      return;
    }
    boolean turtle = text.at(offset) == '@';
    if (turtle) offset++;
    int start = offset;
    while (Character.isLetter(text.at(offset))) offset++;
    String word = text.slice(start, offset);
    if (turtle ? word.equals("prefix") : word.equalsIgnoreCase("prefix")) parsePrefixID();
    else if (turtle ? word.equals("base") : word.equalsIgnoreCase("base")) parseBase();
    else fail(start, "Unknown directive @" + word);
    if (!turtle) return;
    skipWSC();
    verifyCharacterOrFail(readCodePoint(), ".");
  }

  // ---- triples

  @Override
  protected void parseTriples() throws IOException {
    boolean brackets = peekCodePoint() == '[';
    int start = offset;
    subjectSpan = new Span(start, start + 1);
    parseSubject();
    if (!brackets) subjectSpan = new Span(start, Math.max(offset, start + 1));
    boolean complete = brackets && !emptyBrackets;
    skipWSC();
    int c = peekCodePoint();
    if (!(complete && (c == '.' || c == '}'))) parsePredicateObjectList();
    subject = null;
    predicate = null;
    object = null;
  }

  @Override
  protected void parseSubject() throws IOException {
    int start = offset;
    try {
      super.parseSubject();
    } catch (RDFParseException e) {
      if (errorAt < 0) errorAt = start;
      throw e;
    }
  }

  @Override
  protected IRI parsePredicate() throws IOException {
    int start = offset;
    try {
      IRI iri = isTypeKeyword() ? typeKeyword() : super.parsePredicate();
      predicateSpan = new Span(start, offset);
      return iri;
    } catch (RDFParseException e) {
      if (errorAt < 0) errorAt = start;
      throw e;
    }
  }

  private IRI typeKeyword() {
    offset++;
    return RDF.TYPE;
  }

  /** RDF4J demands white space after {@code a}, the grammar does not. */
  private boolean isTypeKeyword() {
    int next = text.at(offset + 1);
    return text.at(offset) == 'a'
        && (TurtleUtil.isWhitespace(next) || "<[(#\"'".indexOf(next) >= 0);
  }

  @Override
  protected void parseObject() throws IOException {
    objectStart = offset;
    super.parseObject();
  }

  @Override
  protected Resource parseImplicitBlank() throws IOException {
    Span outerSubject = subjectSpan;
    Span outerPredicate = predicateSpan;
    enter();
    long before = reported + (subject == null ? 0 : 1);
    Resource node = super.parseImplicitBlank();
    emptyBrackets = reported == before;
    leave();
    subjectSpan = outerSubject;
    predicateSpan = outerPredicate;
    return node;
  }

  @Override
  protected Resource parseCollection() throws IOException {
    Span outerSubject = subjectSpan;
    Span outerPredicate = predicateSpan;
    enter();
    Resource list = super.parseCollection();
    leave();
    subjectSpan = outerSubject;
    predicateSpan = outerPredicate;
    return list;
  }

  @Override
  protected Resource createNode() {
    Resource node = super.createNode();
    int start = text.at(offset - 1) == '[' ? offset - 1 : offset;
    anonymous.put(node, new Span(start, start + 1));
    return node;
  }

  @Override
  protected void reportStatement(
      @Nullable Resource subject, @Nullable IRI predicate, @Nullable Value object) {
    if (subject == null || predicate == null || object == null)
      throw new RDFParseException("Not an RDF term");
    reported++;
    Span subjectAt = anonymous.getOrDefault(subject, subjectSpan);
    // these two objects are only used for the triples of a collection
    boolean member = predicate == RDF.FIRST;
    boolean link = predicate == RDF.REST;
    // the closing parenthesis is already read
    int next = object == RDF.NIL ? offset - 1 : offset;
    Span objectAt = link ? new Span(next, next + 1) : objectSpan();
    Span predicateAt = member || link ? objectAt : predicateSpan;
    out.add(subject, predicate, object, origin(subjectAt), origin(predicateAt), origin(objectAt));
  }

  private Span objectSpan() {
    int c = text.at(objectStart);
    boolean structure = c == '[' || c == '(';
    return new Span(objectStart, structure ? objectStart + 1 : Math.max(offset, objectStart + 1));
  }
}
