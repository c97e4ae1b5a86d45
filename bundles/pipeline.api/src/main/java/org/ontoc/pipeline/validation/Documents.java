// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;

/** The data of one validation; a document's index is its number in results. */
public record Documents(List<Document> list) {
  public Documents {
    list = List.copyOf(list);
  }

  /** The formats that validators read by themselves. */
  public enum Format {
    N_TRIPLES,
    TURTLE
  }

  /**
   * A document that is read.
   *
   * @param base what relative IRIs are resolved against
   */
  public record Document(Source source, Format format, String base) {}

  /** Empty when a document has a format that is not read; that is reported as E0702. */
  public static Optional<Documents> of(List<Source> data, Context context) {
    List<Document> documents = new ArrayList<>();
    String base = context.option("base", "");
    for (Source source : data) {
      format(source.mediaType())
          .map(format -> new Document(source, format, base.isEmpty() ? source.base() : base))
          .ifPresentOrElse(documents::add, () -> unknown(source, context));
    }
    return documents.size() == data.size()
        ? Optional.of(new Documents(documents))
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

  private static void unknown(Source source, Context context) {
    context.error(
        "E0702",
        new Origin(source.name(), 0, 0, ""),
        "the compiled validator does not read data of the format " + source.mediaType(),
        "convert it to Turtle or N-Triples, or install a data reader for it");
  }

  /** A place in a document; nowhere when there is no such document, the whole when line is 0. */
  public Origin origin(int document, int line, int column) {
    if (document < 0 || document >= list.size()) return Origin.NOWHERE;
    String name = list.get(document).source().name();
    return line < 1 ? new Origin(name, 0, 0, "") : new Origin(name, line, column, "");
  }
}
