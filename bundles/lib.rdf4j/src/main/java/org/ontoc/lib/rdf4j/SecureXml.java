// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.ir.Origin;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * The JDK's own XML parser, which knows where it is, refuses every external entity and keeps the
 * JDK's limits on the expansion of internal ones.
 */
public final class SecureXml extends XMLFilterImpl {
  private final String document;
  private final @Nullable SourceText text;
  private @Nullable Locator locator;
  private @Nullable String refused;
  private @Nullable Origin startTag;

  SecureXml(String document, byte[] bytes) {
    super(reader());
    this.document = document;
    this.text = text(document, bytes);
  }

  private static XMLReader reader() {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newSAXParser().getXMLReader();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable SourceText text(String document, byte[] bytes) {
    try {
      return SourceText.decode(document, bytes);
    } catch (MalformedSource _) {
      return null; // another encoding: lines only
    }
  }

  /** Refuses a document that is not well-formed, or that refers to anything outside of itself. */
  public static void check(String document, byte[] bytes) throws MalformedSource {
    SecureXml reader = new SecureXml(document, bytes);
    DefaultHandler nothing = new DefaultHandler();
    reader.setContentHandler(nothing);
    reader.setErrorHandler(nothing);
    try {
      reader.parse(new InputSource(new ByteArrayInputStream(bytes)));
    } catch (SAXParseException e) {
      throw reader.malformed(
          String.valueOf(e.getMessage()), e.getLineNumber(), e.getColumnNumber());
    } catch (SAXException e) {
      throw reader.malformed(String.valueOf(e.getMessage()), 0, 0);
    } catch (IOException e) {
      throw reader.undecodable();
    }
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
    super.setDocumentLocator(locator);
  }

  @Override
  public InputSource resolveEntity(@Nullable String publicId, String systemId) throws SAXException {
    refused = "<" + systemId + ">";
    throw new SAXException("external entity");
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes)
      throws SAXException {
    // what RDF4J does now is still about the tag before: it waits for what follows an element
    super.startElement(uri, localName, name, attributes);
    startTag = here();
  }

  /** The start tag that statements are about now. */
  Origin startTag() {
    return startTag == null ? here() : startTag;
  }

  /** The tag that was read last. */
  private Origin here() {
    if (locator == null || locator.getLineNumber() < 1) return new Origin(document, 0, 0, "");
    int line = locator.getLineNumber();
    if (text == null || locator.getColumnNumber() < 1) return new Origin(document, line, 0, "");
    int end = text.offset(line, locator.getColumnNumber());
    int start = end - 1;
    while (start > 0 && text.at(start) != '<') start--;
    int stop = start + 1;
    while (stop < end && " \t\r\n/>".indexOf(text.at(stop)) < 0) stop++;
    return text.origin(start, stop);
  }

  /**
   * What was wrong with the document.
   *
   * @param line where the parser says it is, or less than 1 when it says nothing
   */
  MalformedSource malformed(String message, long line, long column) {
    if (refused != null)
      return new MalformedSource(
          "E0203",
          here(),
          "The external entity " + refused + " is not read",
          "Put its content into the document; nothing is ever fetched");
    String sentence = message.strip().replaceFirst("\\.$", "");
    Origin at = line < 1 ? here() : new Origin(document, (int) line, Math.max(0, (int) column), "");
    if (message.contains("JAXP00"))
      return new MalformedSource(
          "E0824", at, sentence, "The document expands entities beyond the limits of the JDK");
    return new MalformedSource("E0201", at, sentence, "The rest of the document was not read");
  }

  MalformedSource undecodable() {
    return new MalformedSource(
        "E0202", here(), "The document cannot be decoded here", "Save it as UTF-8");
  }
}
