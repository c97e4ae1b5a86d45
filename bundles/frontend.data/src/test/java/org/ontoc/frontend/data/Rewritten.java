// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.DataReader;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ir.Origin;

/**
 * What became of a document.
 *
 * @param text what was read before the end or a fault
 * @param findings {@code code position}, each
 */
record Rewritten(String text, String mediaType, boolean complete, List<String> findings) {
  static Rewritten of(String mediaType, String text) {
    return of(mediaType, text.getBytes(StandardCharsets.UTF_8), 1 << 16);
  }

  /** Reads with buffers of a size, from a stream that gives as few bytes at once. */
  static Rewritten of(String mediaType, byte[] bytes, int size) {
    Collecting context = new Collecting();
    Source source =
        new Source(
            "d", mediaType, () -> new Slow(bytes, size), Optional.<java.nio.file.Path>empty());
    DataReader.Data data = new RdfDataReader().read(source, context);
    StringBuilder out = new StringBuilder();
    boolean complete = true;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = data.source().content().open()) {
      for (int n = in.read(buffer, 0, size); n >= 0; n = in.read(buffer, 0, size))
        out.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
    } catch (IOException _) {
      complete = false;
    }
    String decoded =
        new String(out.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return new Rewritten(
        decoded, data.source().mediaType(), complete, List.copyOf(context.findings));
  }

  /** What can be read of a document. */
  static String text(Source source, Context context) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    try (InputStream in = new RdfDataReader().read(source, context).source().content().open()) {
      in.transferTo(out);
    } catch (IOException _) {
      // the finding says why
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The text without the line of the base. */
  String body() {
    return text.substring(text.indexOf('\n') + 1);
  }

  private static final class Slow extends InputStream {
    private final byte[] bytes;
    private final int size;
    private int next;

    Slow(byte[] bytes, int size) {
      this.bytes = bytes;
      this.size = size;
    }

    @Override
    public int read(byte[] target, int from, int length) {
      if (next == bytes.length) return -1;
      int n = Math.min(Math.min(size, length), bytes.length - next);
      System.arraycopy(bytes, next, target, from, n);
      next += n;
      return n;
    }

    @Override
    public int read() {
      return next == bytes.length ? -1 : bytes[next++] & 0xFF;
    }
  }

  private static final class Collecting implements Context {
    private final List<String> findings = new ArrayList<>();

    @Override
    public String option(String key, String fallback) {
      return fallback;
    }

    @Override
    public synchronized void report(
        Severity severity,
        String code,
        Origin at,
        String message,
        String hint,
        List<Diagnostic.Note> notes) {
      findings.add(code + " " + at);
    }

    @Override
    public void checkCancelled() {}
  }
}
