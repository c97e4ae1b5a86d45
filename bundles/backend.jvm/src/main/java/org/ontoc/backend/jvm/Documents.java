// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.runtime.graph.Limits;
import org.ontoc.runtime.graph.Validation.Format;

/** The data of one validation; a document's index is its number in results. */
record Documents(List<Document> list, Limits limits) {
  /**
   * A document that is read.
   *
   * @param base what relative IRIs are resolved against
   */
  record Document(Source source, Format format, String base) {}

  /** Empty when something cannot be read as it is; that is reported. */
  static Optional<Documents> of(List<Source> data, Context context) {
    List<Document> documents = new ArrayList<>();
    for (Source source : data) {
      Optional<Format> format = format(source.mediaType());
      if (format.isEmpty()) {
        context.error(
            "E0702",
            new Origin(source.name(), 0, 0, ""),
            "data of the format " + source.mediaType() + " is not read yet",
            "convert it to Turtle or N-Triples, e.g. with 'riot --output=nt FILE'");
      } else {
        documents.add(new Document(source, format.get(), base(source, context)));
      }
    }
    Optional<Limits> limits = limits(context);
    return documents.size() == data.size() && limits.isPresent()
        ? Optional.of(new Documents(List.copyOf(documents), limits.get()))
        : Optional.empty();
  }

  private static Optional<Format> format(String mediaType) {
    String type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "application/n-triples" -> Optional.of(Format.N_TRIPLES);
      case "text/turtle" -> Optional.of(Format.TURTLE);
      default -> Optional.empty();
    };
  }

  private static Optional<Limits> limits(Context context) {
    String text = context.option("max-line-bytes", "");
    if (text.isEmpty()) return Optional.of(Limits.DEFAULT);
    if (text.matches("[1-9][0-9]{0,11}"))
      return Optional.of(new Limits(Long.parseLong(text), Limits.DEFAULT.depth()));
    context.error(
        "E0607",
        Origin.NOWHERE,
        "the option max-line-bytes is '" + text.replaceAll("\\p{Cntrl}", "?") + "'",
        "give a number of bytes from 1 to 999999999999");
    return Optional.empty();
  }

  // the same rules as for shapes: a document that is both must give the same IRIs
  private static String base(Source source, Context context) {
    String base = context.option("base", "");
    if (!base.isEmpty()) return base;
    if (source.file().isPresent()) return iri(source.file().get());
    try {
      if (new URI(source.name()).isAbsolute()) return source.name();
    } catch (URISyntaxException _) {
      // a name, not an IRI
    }
    return iri(Path.of("/").resolve(source.name().replaceAll("[^\\w.-]", "_")));
  }

  private static String iri(Path file) {
    return file.toAbsolutePath().normalize().toUri().toString();
  }

  Origin origin(int document, int line, int column) {
    if (list.isEmpty()) return Origin.NOWHERE;
    return new Origin(list.get(document).source().name(), line, line == 0 ? 0 : column, "");
  }
}
