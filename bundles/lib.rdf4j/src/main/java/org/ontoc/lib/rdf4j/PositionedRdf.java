// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.ontoc.lib.rdf4j.PositionedTurtleParser.Syntax;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;

/**
 * Reads a document of any RDF syntax. Positions are exact for Turtle, TriG, N-Triples and N-Quads;
 * RDF/XML gives the tag at whose reading a triple was complete; JSON-LD gives none. Named graphs
 * are merged. Nothing but the document is ever read: neither entities nor contexts nor imports.
 */
public final class PositionedRdf {
  private static final String RDF_XML = "application/rdf+xml";
  private static final String JSON_LD = "application/ld+json";

  private static final Map<String, Syntax> TURTLE_FAMILY =
      Map.of(
          "text/turtle", Syntax.TURTLE,
          "application/trig", Syntax.TRIG,
          "application/n-triples", Syntax.N_TRIPLES,
          "application/n-quads", Syntax.N_QUADS);

  private static final Set<String> OTHERS = Set.of(RDF_XML, JSON_LD);

  private PositionedRdf() {}

  /** Whether documents of a media type can be read. */
  public static boolean reads(String mediaType) {
    return TURTLE_FAMILY.containsKey(mediaType) || OTHERS.contains(mediaType);
  }

  /**
   * Reads a document to its end or its first fault; what stands before that was handed over.
   *
   * @param base the IRI that relative ones are resolved against
   */
  public static void read(Source source, String base, Statements out) throws MalformedSource {
    String name = source.name();
    byte[] bytes = bytes(source);
    Syntax syntax = TURTLE_FAMILY.get(source.mediaType());
    if (syntax != null)
      PositionedTurtleParser.read(SourceText.decode(name, bytes), syntax, base, out);
    else if (source.mediaType().equals(RDF_XML)) RdfXmlReader.read(name, bytes, base, out);
    else if (source.mediaType().equals(JSON_LD))
      JsonLdReader.read(SourceText.decode(name, bytes), base, out);
    else throw new IllegalArgumentException("not an RDF syntax: " + source.mediaType());
  }

  /** All bytes of a document. */
  public static byte[] bytes(Source source) throws MalformedSource {
    try (InputStream in = source.content().open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new MalformedSource(
          "E0130",
          new Origin(source.name(), 0, 0, ""),
          "The document cannot be read: " + e.getMessage(),
          "Check that the file exists and may be read");
    }
  }
}
