// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;

/**
 * Reads a document of any RDF syntax. Positions are exact for Turtle, TriG, N-Triples and N-Quads;
 * RDF/XML gives the last start tag that a triple needs; JSON-LD gives none. Named graphs are
 * merged. Nothing but the document is ever read: neither entities nor contexts nor imports.
 */
public final class PositionedRdf {
  private static final String RDF_XML = "application/rdf+xml";
  private static final String JSON_LD = "application/ld+json";

  private static final Set<String> MEDIA_TYPES =
      Set.of(
          "text/turtle",
          "application/trig",
          "application/n-triples",
          "application/n-quads",
          RDF_XML,
          JSON_LD);

  private PositionedRdf() {}

  /** Whether documents of a media type can be read. */
  public static boolean reads(String mediaType) {
    return MEDIA_TYPES.contains(mediaType);
  }

  /**
   * Reads a document to its end or its first fault; what stands before that was handed over.
   *
   * @param base the IRI that relative ones are resolved against
   */
  public static void read(Source source, String base, Statements out) throws MalformedSource {
    byte[] bytes = bytes(source);
    if (source.mediaType().equals(RDF_XML)) RdfXmlReader.read(source.name(), bytes, base, out);
    else read(source.mediaType(), SourceText.decode(source.name(), bytes), base, out);
  }

  /**
   * Reads an RDF/XML document of any length without keeping it; origins have lines without columns,
   * and no line is less than the one before.
   */
  public static void streamXml(Source source, String base, Statements out) throws MalformedSource {
    try (InputStream in = source.content().open()) {
      RdfXmlReader.stream(source.name(), in, base, out);
    } catch (IOException e) {
      throw unreadable(source.name(), e);
    }
  }

  private static void read(String mediaType, SourceText text, String base, Statements out)
      throws MalformedSource {
    switch (mediaType) {
      case "text/turtle" -> new PositionedTurtleParser(text, out).read(base);
      case "application/trig" -> new PositionedTrigParser(text, out).read(base);
      case "application/n-triples" -> new PositionedLineParser(text, false, out).read(null);
      case "application/n-quads" -> new PositionedLineParser(text, true, out).read(null);
      case JSON_LD -> JsonLdReader.read(text, base, out);
      default -> throw new IllegalArgumentException("not an RDF syntax: " + mediaType);
    }
  }

  /** All bytes of a document. */
  public static byte[] bytes(Source source) throws MalformedSource {
    try (InputStream in = source.content().open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw unreadable(source.name(), e);
    }
  }

  static MalformedSource unreadable(String document, IOException e) {
    return new MalformedSource(
        "E0130",
        new Origin(document, 0, 0, ""),
        "The document cannot be read: " + e.getMessage(),
        "Check that the file exists and may be read");
  }
}
