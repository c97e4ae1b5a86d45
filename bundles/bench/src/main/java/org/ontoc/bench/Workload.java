// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The LUBM data of one size, with the number of results that three engines agree on. */
enum Workload {
  SMALL("lubm-10k.nt.gz", 703),
  MEDIUM("lubm-100k-dirty.nt.gz", 344),
  LARGE("lubm-1M-dirty.nt.gz", 3460);

  private final String file;
  final long results;

  Workload(String file, long results) {
    this.file = file;
    this.results = results;
  }

  static Path shapes(Path data) {
    return data.resolve("lubm-shapes.ttl");
  }

  /** Unpacks the data, so that every engine reads the same plain file. */
  Path unpack(Path data, Path work) throws IOException {
    Path plain = work.resolve(file.replace(".gz", ""));
    try (InputStream in = new GZIPInputStream(Files.newInputStream(data.resolve(file)), 1 << 16)) {
      Files.copy(in, plain, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    return plain;
  }
}
