// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.validation.Documents;

/**
 * Writes the documents that are not plain files to a validator's standard input, in order, each as
 * frames: length in 4 bytes, little-endian, then that many bytes; length 0 ends a document.
 */
final class Feeder {
  private static final int FRAME = 64 * 1024;

  private final Process process;
  private volatile Reading.@Nullable Unread unread;

  private Feeder(Process process) {
    this.process = process;
  }

  static Feeder start(Documents documents, Process process) {
    Feeder feeder = new Feeder(process);
    Thread.ofVirtual().name("ontoc-feeder").start(() -> feeder.feed(documents));
    return feeder;
  }

  /** Why the process was killed by this, if it was. */
  Optional<Reading.Unread> unread() {
    return Optional.ofNullable(unread);
  }

  private void feed(Documents documents) {
    try (OutputStream out = process.getOutputStream()) {
      for (Documents.Document document : documents.list()) {
        if (document.source().file().isEmpty() && !feed(document.source(), out)) return;
      }
    } catch (IOException _) {
      // the validator ended before it had read everything: its own words tell why
    }
  }

  /** Throws when the validator does not read; false when the document cannot be read. */
  private boolean feed(Source source, OutputStream out) throws IOException {
    byte[] frame = new byte[4 + FRAME];
    try (Reading reading = Reading.of(source)) {
      for (int n = reading.read(frame, 4, FRAME); n > 0; n = reading.read(frame, 4, FRAME)) {
        header(frame, n);
        out.write(frame, 0, 4 + n);
      }
    } catch (Reading.Fault fault) {
      // without the end of the document nothing is validated: half a graph would give a false
      // answer
      unread = new Reading.Unread(source, String.valueOf(fault.getMessage()));
      ProcessTree.kill(process);
      return false;
    }
    header(frame, 0);
    out.write(frame, 0, 4);
    out.flush();
    return true;
  }

  private static void header(byte[] frame, int length) {
    for (int i = 0; i < 4; i++) frame[i] = (byte) (length >>> (8 * i));
  }
}
