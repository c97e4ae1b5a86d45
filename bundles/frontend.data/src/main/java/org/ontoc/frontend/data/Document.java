// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.data;

import java.io.IOException;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ir.Origin;

/** What is reported about one document while it is read. */
final class Document {
  private final String name;
  private final Context context;
  private boolean named;

  Document(String name, Context context) {
    this.name = name;
    this.context = context;
  }

  String name() {
    return name;
  }

  void checkCancelled() {
    context.checkCancelled();
  }

  /** Reports a fault of the syntax; to be thrown, so that the stream has no end. */
  IOException malformed(int line, int column, String message, String hint) {
    return fault("E0701", new Origin(name, line, column, ""), message, hint);
  }

  IOException fault(String code, Origin at, String message, String hint) {
    context.error(code, at, message, hint);
    return new IOException(at + ": " + message);
  }

  /** Warns of the first named graph. */
  void namedGraph(int line, int column, String graph) {
    if (named) return;
    named = true;
    context.report(
        Severity.WARNING,
        "W0701",
        new Origin(name, line, column, graph),
        "the named graph " + graph + " is merged with all others into one data graph",
        "validate the graphs in files of their own when they are not to be mixed");
  }
}
