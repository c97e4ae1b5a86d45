// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ontoc.lib.rdf4j.MalformedSource;
import org.ontoc.lib.rdf4j.PositionedRdf;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.DataReader;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;
import org.osgi.service.component.annotations.Component;

/**
 * Reads N-Quads, TriG, RDF/XML and JSON-LD; all graphs of a dataset are merged. Only JSON-LD, whose
 * algorithms need it, is held in memory as a whole. Option: {@code base} (for relative IRIs; else
 * the document's own).
 */
@Component
@DataReader.Accepts({
  "application/n-quads",
  "application/trig",
  "application/rdf+xml",
  "application/ld+json"
})
public final class RdfDataReader implements DataReader {
  private static final String TURTLE = "text/turtle";

  @Override
  public Data read(Source source, Context context) {
    String option = context.option("base", "");
    String base = option.isEmpty() ? source.base() : option;
    String type = source.mediaType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "application/n-quads" ->
          data(
              source,
              "application/n-triples",
              () -> new QuadsStream(source.content().open(), new Document(source.name(), context)),
              UnaryOperator.identity());
      case "application/trig" ->
          data(source, TURTLE, () -> trig(source, base, context), RdfDataReader::afterBase);
      case "application/rdf+xml" ->
          data(
              source,
              TURTLE,
              () -> parsed(source, base, context, PositionedRdf::streamXml),
              at -> new Origin(at.document(), at.line(), 0, ""));
      case "application/ld+json" ->
          data(
              source,
              TURTLE,
              () -> parsed(source, base, context, PositionedRdf::read),
              at -> new Origin(at.document(), 0, 0, ""));
      default -> throw new IllegalArgumentException("not accepted: " + type);
    };
  }

  private static Data data(
      Source source, String type, Source.Content content, UnaryOperator<Origin> origins) {
    return new Data(new Source(source.name(), type, content, Optional.empty()), origins);
  }

  /** The base has a line of its own, which the document does not have. */
  private static InputStream trig(Source source, String base, Context context) throws IOException {
    byte[] line = ("@base <" + base + "> .\n").getBytes(StandardCharsets.UTF_8);
    return new SequenceInputStream(
        new ByteArrayInputStream(line),
        new TrigStream(source.content().open(), new Document(source.name(), context)));
  }

  private static Origin afterBase(Origin at) {
    return at.line() > 1
        ? new Origin(at.document(), at.line() - 1, at.column(), at.term())
        : new Origin(at.document(), 0, 0, "");
  }

  /** Reads a source and hands over its triples in the order of their lines. */
  @FunctionalInterface
  private interface Reading {
    void read(Source source, String base, TripleWriter out) throws MalformedSource;
  }

  private static InputStream parsed(Source source, String base, Context context, Reading reading) {
    Document document = new Document(source.name(), context);
    return TripleStream.open(
        document,
        out -> {
          TripleWriter writer = new TripleWriter(out, document);
          try {
            reading.read(source, base, writer);
          } catch (MalformedSource malformed) {
            throw document.fault(
                code(malformed), malformed.at(), malformed.sentence(), malformed.hint());
          }
          writer.flush();
        });
  }

  /** The codes of sources that have a code of their own for data. */
  private static String code(MalformedSource malformed) {
    return switch (malformed.code()) {
      case "E0201", "E0202" -> "E0701";
      case "E0130" -> "E0703";
      default -> malformed.code();
    };
  }
}
