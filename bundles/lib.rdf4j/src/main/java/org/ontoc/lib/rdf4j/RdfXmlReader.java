// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.XMLParserSettings;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLParser;
import org.ontoc.pipeline.ir.Origin;

/** Reads RDF/XML. A triple stands at the last start tag that it needs. */
final class RdfXmlReader extends AbstractRDFHandler {
  private final SecureXml xml;
  private final Statements out;

  private RdfXmlReader(SecureXml xml, Statements out) {
    this.xml = xml;
    this.out = out;
  }

  static void read(String document, byte[] bytes, String base, Statements out)
      throws MalformedSource {
    SecureXml xml = new SecureXml(document, bytes);
    RDFXMLParser parser = new RDFXMLParser();
    parser.set(BasicParserSettings.NAMESPACES, Set.of());
    parser.set(XMLParserSettings.CUSTOM_XML_READER, xml);
    // asked for, so that the reader sees and refuses them: skipped entities would lose content
    parser.set(XMLParserSettings.LOAD_EXTERNAL_DTD, true);
    parser.set(XMLParserSettings.EXTERNAL_GENERAL_ENTITIES, true);
    parser.set(XMLParserSettings.EXTERNAL_PARAMETER_ENTITIES, true);
    parser.setRDFHandler(new RdfXmlReader(xml, out));
    try {
      parser.parse(new ByteArrayInputStream(bytes), base);
    } catch (RDFParseException e) {
      String message = String.valueOf(e.getMessage()).replaceFirst(" \\[line .*]$", "");
      throw xml.malformed(message, e.getLineNumber(), e.getColumnNumber());
    } catch (RDFHandlerException e) {
      throw xml.malformed(String.valueOf(e.getMessage()), 0, 0);
    } catch (IOException e) {
      throw xml.undecodable();
    }
  }

  @Override
  public void handleStatement(Statement statement) {
    Origin at = xml.startTag();
    out.add(statement.getSubject(), statement.getPredicate(), statement.getObject(), at, at, at);
  }
}
