// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;

/** The data of one validation; a document's index is its number in the protocol. */
record Documents(List<Document> list) {
  /**
   * A document that the C readers can read.
   *
   * @param base what relative IRIs are resolved against
   */
  record Document(Source source, Format format, String base) {}

  /** Empty when a document has a format that is not read; that is reported. */
  static Optional<Documents> of(List<Source> data, Context context) {
    List<Document> documents = new ArrayList<>();
    for (Source source : data) {
      Optional<Format> format = Format.of(source.mediaType());
      if (format.isEmpty()) {
        context.error(
            "E0702",
            new Origin(source.name(), 0, 0, ""),
            "the compiled validator does not read data of the format " + source.mediaType(),
            "convert it to Turtle or N-Triples, or install a data reader for it");
      } else {
        documents.add(new Document(source, format.get(), base(source, context)));
      }
    }
    return documents.size() == data.size()
        ? Optional.of(new Documents(List.copyOf(documents)))
        : Optional.empty();
  }

  private static String base(Source source, Context context) {
    String base = context.option("base", "");
    return base.isEmpty() ? source.base() : base;
  }

  Origin origin(MachineLine.Position at) {
    if (at.file() < 0 || at.file() >= list.size()) return Origin.NOWHERE;
    String name = list.get(at.file()).source().name();
    return at.line() < 1
        ? new Origin(name, 0, 0, "")
        : new Origin(name, at.line(), at.column(), "");
  }
}
