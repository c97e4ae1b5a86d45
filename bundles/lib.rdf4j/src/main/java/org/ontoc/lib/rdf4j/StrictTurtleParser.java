// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.RioSetting;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.eclipse.rdf4j.rio.turtle.TurtleParserSettings;
import org.eclipse.rdf4j.rio.turtle.TurtleUtil;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.ir.Origin;

/**
 * RDF4J's Turtle parser over a {@link SourceText}: it knows its offset, says where a document
 * breaks the grammar, and is as strict as the grammar where RDF4J is not.
 */
abstract class StrictTurtleParser extends TurtleParser {
  /** Deepest nesting of brackets; RDF4J's parser recurs for each. */
  static final int MAX_NESTING = 1000;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private static final Pattern SURROGATE_ESCAPE = Pattern.compile("\\\\(u|U0000)[dD][89a-fA-F]");

  final SourceText text;
  int offset;
  int errorAt = -1;
  private int nesting;

  StrictTurtleParser(SourceText text) {
    this.text = text;
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
          "E0821",
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
  protected void reportError(String message, RioSetting<Boolean> setting) {
    // RDF4J goes on after some errors, such as unknown escapes, unless a setting forbids it
    reportFatalError(message);
  }

  @Override
  protected void throwEOFException() {
    errorAt = offset;
    super.throwEOFException();
  }

  /** Whether a word of SPARQL, in any case, stands here. */
  final boolean isKeyword(String word) {
    int end = Math.min(offset + word.length(), text.length());
    if (offset >= end || !text.slice(offset, end).equalsIgnoreCase(word)) return false;
    int next = text.at(end);
    return TurtleUtil.isWhitespace(next) || "<#[".indexOf(next) >= 0;
  }

  final void fail(int at, String message) {
    errorAt = at;
    reportFatalError(message);
  }

  /** To be called when a bracket opens. */
  final void enter() {
    if (++nesting > MAX_NESTING) throw new TooDeep();
  }

  /** To be called when a bracket closes. */
  final void leave() {
    nesting--;
  }

  @Override
  protected Value parseValue() throws IOException {
    int start = offset;
    try {
      if (peekIsTripleValue()) reportFatalError("Quoted triples of RDF-star are not supported");
      Value value = super.parseValue();
      if (hasSurrogate(value.stringValue())) fail(start, "Half a surrogate pair is no character");
      return value;
    } catch (RDFParseException e) {
      if (errorAt < 0) errorAt = start;
      throw e;
    }
  }

  private static boolean hasSurrogate(String text) {
    return text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  @Override
  protected IRI parseURI() throws IOException {
    int start = offset;
    IRI iri = super.parseURI();
    // RDF4J replaces them before anyone could see them
    if (SURROGATE_ESCAPE.matcher(text.slice(start, offset)).find())
      fail(start, "Half a surrogate pair is no character");
    return iri;
  }

  @Override
  protected Literal parseNumber() throws IOException {
    int start = offset;
    Literal number = super.parseNumber();
    // RDF4J takes the full stop after a missing object for a number
    if (!NUMBER.matcher(number.getLabel()).matches()) fail(start, "Expected an object");
    return number;
  }

  @Override
  protected void parseAnnotation() {
    reportFatalError("Annotations of RDF-star are not supported");
  }

  /** Ends the parsing of a document that is nested too deep. */
  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooDeep() {
      super(null, null, false, false);
    }
  }
}
