// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
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

  /**
   * The IRI that relative ones in the document are resolved against when nothing else is said: of
   * the file, or the name when that is an absolute IRI. The same for shapes and for data, since one
   * document can be both.
   */
  public String base() {
    if (file.isPresent()) return iri(file.get());
    try {
      if (new URI(name).isAbsolute()) return name;
    } catch (URISyntaxException _) {
      // a name, not an IRI
    }
    return iri(Path.of("/").resolve(name.replaceAll("[^\\w.-]", "_")));
  }

  private static String iri(Path file) {
    return file.toAbsolutePath().normalize().toUri().toString();
  }

  /** A document in memory. */
  public static Source of(String name, String mediaType, byte[] bytes) {
    return new Source(
        name, mediaType, () -> new java.io.ByteArrayInputStream(bytes), Optional.empty());
  }
}
