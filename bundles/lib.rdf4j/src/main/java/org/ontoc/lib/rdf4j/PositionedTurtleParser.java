// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.eclipse.rdf4j.rio.turtle.TurtleParserSettings;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.ir.Origin;

/**
 * RDF4J's Turtle parser over a {@link SourceText}, so that each term's offset is known; it hands
 * every triple to {@link Statements}. Also reads the other three syntaxes of the family, and
 * refuses RDF-star.
 */
class PositionedTurtleParser extends TurtleParser {

  /** Deepest nesting of brackets; RDF4J's parser recurs for each. */
  static final int MAX_NESTING = 1000;

  /** From the first code point to after the last one. */
  record Span(int start, int end) {}

  final SourceText text;
  private final Statements out;
  private final Map<Resource, Span> anonymous = new HashMap<>();
  int offset;
  int errorAt = -1;
  private int nesting;
  private long reported;
  private boolean emptyBrackets;
  Span subjectSpan = new Span(0, 0);
  Span predicateSpan = new Span(0, 0);
  int objectStart;

  PositionedTurtleParser(SourceText text, Statements out) {
    this.text = text;
    this.out = out;
    // RDF4J would declare sh:, rdf: and others by itself
    set(BasicParserSettings.NAMESPACES, Set.of());
    set(TurtleParserSettings.ACCEPT_TURTLESTAR, false);
  }

  /**
   * Reads the document.
   *
   * @param base for relative IRIs; null where the syntax has none
   */
  final void read(@Nullable String base) throws MalformedSource {
    try {
      parse(new StringReader(""), base);
    } catch (TooDeep e) {
      throw new MalformedSource(
          "E0801",
          text.origin(offset, offset + 1),
          "Brackets are nested more than " + MAX_NESTING + " deep",
          "Give the inner nodes names");
    } catch (RDFParseException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // the latter two are how RDF4J meets the end of the text in some places
      throw new MalformedSource("E0201", failure(), sentence(e), hint(e));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sentence(RuntimeException e) {
    boolean known = e instanceof RDFParseException && e.getMessage() != null;
    String message = known ? String.valueOf(e.getMessage()).strip() : "Unexpected end of file";
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }

  private static String hint(RuntimeException e) {
    return String.valueOf(e.getMessage()).contains("amespace prefix")
        ? "Declare the prefix with @prefix at the top of the document"
        : "The rest of the document was not read";
  }

  private Origin failure() {
    int at = errorAt >= 0 ? errorAt : offset;
    return text.origin(at, at + 1);
  }

  private Origin origin(Span span) {
    return text.origin(span.start(), span.end());
  }

  // ---- the text

  @Override
  protected int readCodePoint() {
    int c = text.at(offset);
    if (c != -1) offset++;
    return c;
  }

  @Override
  protected void unread(int codePoint) {
    if (codePoint != -1) offset--;
  }

  @Override
  protected void unread(String string) {
    offset -= string.codePointCount(0, string.length());
  }

  @Override
  protected int getLineNumber() {
    // RDF4J writes known line numbers into its messages
    return -1;
  }

  @Override
  protected void verifyCharacterOrFail(int codePoint, String expected) {
    if (codePoint == -1) errorAt = offset;
    else if (expected.indexOf(codePoint) < 0) errorAt = offset - 1;
    super.verifyCharacterOrFail(codePoint, expected);
  }

  @Override
  protected void throwEOFException() {
    errorAt = offset;
    super.throwEOFException();
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
  protected IRI parsePredicate() throws IOException {
    int start = offset;
    IRI iri = isTypeKeyword() ? typeKeyword() : super.parsePredicate();
    predicateSpan = new Span(start, offset);
    return iri;
  }

  private IRI typeKeyword() {
    offset++;
    return RDF.TYPE;
  }

  /** RDF4J demands white space after {@code a}, the grammar does not. */
  private boolean isTypeKeyword() {
    int next = text.at(offset + 1);
    return text.at(offset) == 'a' && (next == '<' || next == '[' || next == '(' || next == '#');
  }

  @Override
  protected void parseObject() throws IOException {
    objectStart = offset;
    super.parseObject();
  }

  @Override
  protected Value parseValue() throws IOException {
    int start = offset;
    try {
      if (peekIsTripleValue()) reportFatalError("Quoted triples of RDF-star are not supported");
      return super.parseValue();
    } catch (RDFParseException e) {
      if (errorAt < 0) errorAt = start;
      throw e;
    }
  }

  @Override
  protected void parseAnnotation() {
    reportFatalError("Annotations of RDF-star are not supported");
  }

  @Override
  protected Resource parseImplicitBlank() throws IOException {
    Span outerSubject = subjectSpan;
    Span outerPredicate = predicateSpan;
    enter();
    long before = reported + (subject == null ? 0 : 1);
    Resource node = super.parseImplicitBlank();
    emptyBrackets = reported == before;
    nesting--;
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
    nesting--;
    subjectSpan = outerSubject;
    predicateSpan = outerPredicate;
    return list;
  }

  private void enter() {
    if (++nesting > MAX_NESTING) throw new TooDeep();
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
    Span objectAt = link ? new Span(offset, offset + 1) : objectSpan();
    Span predicateAt = member || link ? objectAt : predicateSpan;
    out.add(subject, predicate, object, origin(subjectAt), origin(predicateAt), origin(objectAt));
  }

  private Span objectSpan() {
    int c = text.at(objectStart);
    boolean structure = c == '[' || c == '(';
    return new Span(objectStart, structure ? objectStart + 1 : Math.max(offset, objectStart + 1));
  }

  /** Ends the parsing of a document that is nested too deep. */
  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooDeep() {
      super(null, null, false, false);
    }
  }
}
