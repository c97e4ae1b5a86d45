// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ontoc.conformance.Rdf11Suite;

/** The readers in Java. */
final class Rdf11SuiteTest extends Rdf11Suite {
  /** Gives a few bytes at a time. */
  private static final class Pieces extends FilterInputStream {
    Pieces(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      return super.read(buffer, from, Math.min(length, 7));
    }
  }

  @Override
  protected Output read(Path document, String format, String base, boolean pieces)
      throws IOException {
    StringBuilder out = new StringBuilder();
    Sink sink =
        (s, p, o) ->
            out.append(text(s))
                .append(' ')
                .append(text(p))
                .append(' ')
                .append(text(o))
                .append(" .\n");
    InputStream bytes = new ByteArrayInputStream(Files.readAllBytes(document));
    Window window = new Window(pieces ? new Pieces(bytes) : bytes, () -> {});
    String fault = "";
    try {
      if (format.equals("nt")) new NTriplesReader(window, sink, Limits.DEFAULT, false).read();
      else new TurtleReader(window, sink, Limits.DEFAULT, base).read();
    } catch (ReadException e) {
      fault = e.line() + ":" + e.column() + ": " + e.getMessage() + "\n";
    }
    return new Output(out.toString().getBytes(StandardCharsets.UTF_8), fault, "");
  }

  private static String text(TermView view) {
    String text = string(view.text, view.from, view.to);
    String qualifier = string(view.qualifier, view.qualifierFrom, view.qualifierTo);
    return switch (view.kind) {
      case TermView.IRI -> Node.iri(text).toString();
      // made up labels begin with a dot, which no label may
      case TermView.BLANK ->
          "_:" + (text.startsWith(".") ? "made" + text.substring(1) : "b" + text);
      case TermView.LITERAL -> Node.literal(text, qualifier).toString();
      default -> Node.tagged(text, qualifier).toString();
    };
  }

  private static String string(byte[] text, int from, int to) {
    return new String(text, from, to - from, StandardCharsets.UTF_8);
  }
}
