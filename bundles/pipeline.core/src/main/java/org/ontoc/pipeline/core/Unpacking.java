// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads packed documents; what is wrong with the packing is an {@link UnreadableDocument}. */
final class Unpacking extends FilterInputStream {
  private final String name;

  private Unpacking(String name, InputStream in) {
    super(in);
    this.name = name;
  }

  /** The document's own bytes. */
  static InputStream open(String name, MediaTypes.Packing packing, InputStream packed)
      throws IOException {
    try {
      return new Unpacking(
          name,
          switch (packing) {
            case NONE -> packed;
            case GZIP -> new GZIPInputStream(new BufferedInputStream(packed, 1 << 16), 1 << 16);
            case ZSTD -> new ZstdInputStream(new BufferedInputStream(packed, 1 << 16));
          });
    } catch (IOException | RuntimeException damaged) {
      packed.close();
      throw unreadable(name, damaged);
    }
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException | RuntimeException damaged) {
      throw unreadable(name, damaged);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (IOException | RuntimeException damaged) {
      throw unreadable(name, damaged);
    }
  }

  private static IOException unreadable(String name, Exception damaged) {
    String why =
        switch (damaged) {
          case EOFException _ -> "the compressed file ends early";
          case ZipException _ -> "the gzip data is damaged: " + damaged.getMessage();
          case MalformedInputException _ -> "the zstd data is damaged: " + damaged.getMessage();
          default -> "it cannot be read: " + damaged.getMessage();
        };
    IOException cause = damaged instanceof IOException io ? io : new IOException(damaged);
    return new UnreadableDocument(name, why, cause);
  }
}
