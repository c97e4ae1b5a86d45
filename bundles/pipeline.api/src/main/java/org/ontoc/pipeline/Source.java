// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A document.
 *
 * @param name as the user named it; {@code -} for standard input
 * @param mediaType e.g. {@code text/turtle}
 * @param content opens the document's bytes, already decompressed; only once for standard input
 * @param file the file whose bytes are exactly the document's, when there is one (not for
 *     compressed files)
 */
public record Source(String name, String mediaType, Content content, Optional<Path> file) {
  /** Opens a document. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  /** A document in memory. */
  public static Source of(String name, String mediaType, byte[] bytes) {
    return new Source(
        name, mediaType, () -> new java.io.ByteArrayInputStream(bytes), Optional.empty());
  }
}
