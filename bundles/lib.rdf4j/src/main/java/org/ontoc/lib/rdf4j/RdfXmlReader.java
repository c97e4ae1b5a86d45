// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
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
    read(new SecureXml(document, bytes), new ByteArrayInputStream(bytes), base, out);
  }

  /** Reads without keeping the document: positions are lines. */
  static void stream(String document, InputStream in, String base, Statements out)
      throws MalformedSource {
    read(new SecureXml(document), in, base, out);
  }

  private static void read(SecureXml xml, InputStream in, String base, Statements out)
      throws MalformedSource {
    RDFXMLParser parser = new RDFXMLParser();
    parser.set(BasicParserSettings.NAMESPACES, Set.of());
    parser.set(BasicParserSettings.PRESERVE_BNODE_IDS, true);
    parser.setValueFactory(new DocumentTerms());
    parser.set(XMLParserSettings.CUSTOM_XML_READER, xml);
    // asked for, so that the reader sees and refuses them: skipped entities would lose content
    parser.set(XMLParserSettings.LOAD_EXTERNAL_DTD, true);
    parser.set(XMLParserSettings.EXTERNAL_GENERAL_ENTITIES, true);
    parser.set(XMLParserSettings.EXTERNAL_PARAMETER_ENTITIES, true);
    parser.setRDFHandler(new RdfXmlReader(xml, out));
    try {
      parser.parse(in, DocumentTerms.base(base));
    } catch (RDFParseException e) {
      String message = String.valueOf(e.getMessage()).replaceFirst(" \\[line .*]$", "");
      throw xml.malformed(message, e.getLineNumber(), e.getColumnNumber());
    } catch (RDFHandlerException e) {
      throw xml.malformed(String.valueOf(e.getMessage()), 0, 0);
    } catch (CharConversionException | UnsupportedEncodingException e) {
      throw xml.undecodable();
    } catch (IOException e) {
      throw PositionedRdf.unreadable(xml.document(), e);
    }
  }

  @Override
  public void handleStatement(Statement statement) {
    Origin at = xml.startTag();
    out.add(statement.getSubject(), statement.getPredicate(), statement.getObject(), at, at, at);
  }
}
