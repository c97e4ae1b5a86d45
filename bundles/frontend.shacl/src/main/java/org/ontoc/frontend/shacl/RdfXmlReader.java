// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.XMLParserSettings;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLParser;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.ir.Origin;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Reads RDF/XML with the JDK's own XML parser. A triple stands where the tag starts at whose
 * reading it was complete; nothing outside of the document is ever read.
 */
final class RdfXmlReader extends AbstractRDFHandler {
  private final String document;
  private final @Nullable SourceText text;
  private final Terms terms;
  private final Located reader;

  private RdfXmlReader(String document, @Nullable SourceText text, Terms terms, XMLReader parent) {
    this.document = document;
    this.text = text;
    this.terms = terms;
    this.reader = new Located(parent);
  }

  static void read(String document, byte[] bytes, String base, Terms terms) throws MalformedSource {
    RdfXmlReader handler =
        new RdfXmlReader(document, textOf(document, bytes), terms, secureReader());
    RDFXMLParser parser = new RDFXMLParser();
    parser.set(BasicParserSettings.NAMESPACES, java.util.Set.of());
    parser.set(XMLParserSettings.CUSTOM_XML_READER, handler.reader);
    // asked for, so that the resolver sees and refuses them: skipped entities would lose content
    parser.set(XMLParserSettings.LOAD_EXTERNAL_DTD, true);
    parser.set(XMLParserSettings.EXTERNAL_GENERAL_ENTITIES, true);
    parser.set(XMLParserSettings.EXTERNAL_PARAMETER_ENTITIES, true);
    parser.setRDFHandler(handler);
    try {
      parser.parse(new ByteArrayInputStream(bytes), base);
    } catch (RDFParseException | RDFHandlerException e) {
      throw handler.malformed(e);
    } catch (IOException e) {
      throw new MalformedSource(
          "E0201", handler.here(), "The document cannot be decoded", "Save it as UTF-8");
    }
  }

  private static @Nullable SourceText textOf(String document, byte[] bytes) {
    try {
      return SourceText.decode(document, bytes);
    } catch (MalformedSource _) {
      return null; // another encoding: lines only
    }
  }

  private static XMLReader secureReader() {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newSAXParser().getXMLReader();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  private MalformedSource malformed(RuntimeException e) {
    if (reader.refused != null)
      return new MalformedSource(
          "E0203",
          here(),
          "The external entity " + reader.refused + " is not read",
          "Put its content into the document; nothing is ever fetched");
    String message = String.valueOf(e.getMessage()).replaceFirst(" \\[line .*]$", "").strip();
    Origin at = here();
    if (e instanceof RDFParseException parse && parse.getLineNumber() > 0)
      at =
          new Origin(
              document,
              (int) parse.getLineNumber(),
              Math.max(0, (int) parse.getColumnNumber()),
              "");
    String sentence = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    return new MalformedSource("E0201", at, sentence, "The rest of the document was not read");
  }

  @Override
  public void handleStatement(Statement statement) {
    Origin at = here();
    terms.add(statement.getSubject(), statement.getPredicate(), statement.getObject(), at, at, at);
  }

  /** Where the tag starts that the parser has just read. */
  private Origin here() {
    Locator locator = reader.locator;
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

  /** Remembers the locator, and refuses every external entity. */
  private static final class Located extends XMLFilterImpl {
    private @Nullable Locator locator;
    private @Nullable String refused;

    Located(XMLReader parent) {
      super(parent);
    }

    @Override
    public void setDocumentLocator(Locator locator) {
      this.locator = locator;
      super.setDocumentLocator(locator);
    }

    @Override
    public InputSource resolveEntity(@Nullable String publicId, String systemId)
        throws SAXException {
      refused = "<" + systemId + ">";
      throw new SAXException("external entity");
    }
  }
}
