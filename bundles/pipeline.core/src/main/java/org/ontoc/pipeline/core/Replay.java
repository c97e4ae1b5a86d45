// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;

/** Copies documents that can be read only once, such as standard input, for several validators. */
final class Replay implements AutoCloseable {
  private final List<Path> copies = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();

  /**
   * @throws Stopped when a document cannot be copied, which is reported
   */
  Replay(List<Source> data, Stores stores, Run run) {
    try {
      for (Source source : data)
        sources.add(isReadOnce(source) ? copy(source, stores, run) : source);
    } catch (IOException failed) {
      close();
      run.report(
          Severity.ERROR,
          "E0107",
          "standard input cannot be read or copied: " + failed,
          "make room in the temporary folder, or name a file");
      throw new Stopped(Stopped.Then.ANSWER);
    } catch (RuntimeException stopped) {
      close();
      throw stopped;
    }
  }

  List<Source> sources() {
    return sources;
  }

  private static boolean isReadOnce(Source source) {
    return source.name().equals("-")
        || source.file().map(file -> !Files.isRegularFile(file)).orElse(false);
  }

  private Source copy(Source source, Stores stores, Run run) throws IOException {
    Path copy = Files.createTempFile(stores.scratch().root(), "input-", ".copy");
    copies.add(copy);
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = source.content().open();
        OutputStream out = Files.newOutputStream(copy)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        run.checkCancelled();
        out.write(buffer, 0, count);
      }
    }
    return new Source(
        source.name(), source.mediaType(), () -> Files.newInputStream(copy), Optional.empty());
  }

  @Override
  public void close() {
    for (Path copy : copies) {
      try {
        Files.deleteIfExists(copy);
      } catch (IOException _) {
        // in the temporary folder, which goes with the platform
      }
    }
  }
}
