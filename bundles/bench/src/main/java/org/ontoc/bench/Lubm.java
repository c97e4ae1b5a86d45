// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import org.ontoc.pipeline.Benchmark.Setting;
import org.ontoc.pipeline.Benchmark.Unavailable;

/**
 * The LUBM data of one size, with the number of results that three engines agree on.
 *
 * @param lines of the data, each a triple
 */
record Lubm(String size, Path shapes, Path data, long lines, String results) {
  /** Finds and unpacks the data, so that every engine reads the same plain file. */
  static Lubm of(Setting setting, String fallback) throws Unavailable, IOException {
    String size = setting.option("size", fallback);
    return switch (size) {
      case "small" -> unpack(setting, size, "lubm-10k.nt", 10_000, "703");
      case "medium" -> unpack(setting, size, "lubm-100k-dirty.nt", 100_458, "344");
      case "large" -> unpack(setting, size, "lubm-1M-dirty.nt", 1_034_746, "3460");
      default -> throw new Unavailable("-s is small, medium or large, not " + size);
    };
  }

  static Path shapes(Setting setting) throws Unavailable {
    Path shapes = folder(setting).resolve("lubm-shapes.ttl");
    if (Files.isRegularFile(shapes)) return shapes;
    throw new Unavailable("there is no " + shapes + ": name the folder of LUBM by --data");
  }

  private static Path folder(Setting setting) {
    Path given = Path.of(setting.option("data", "../shared/data/lubm"));
    boolean named = setting.options().containsKey("data");
    return setting
        .checkout()
        .filter(_ -> !named)
        .map(root -> root.resolve(given))
        .orElse(given)
        .toAbsolutePath()
        .normalize();
  }

  private static Lubm unpack(Setting setting, String size, String file, long lines, String results)
      throws Unavailable, IOException {
    Path shapes = shapes(setting);
    Path packed = folder(setting).resolve(file + ".gz");
    if (!Files.isRegularFile(packed)) throw new Unavailable("there is no " + packed);
    Path plain = setting.work().resolve(file);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed), 1 << 16)) {
      Files.copy(in, plain, StandardCopyOption.REPLACE_EXISTING);
    }
    return new Lubm(size, shapes, plain, lines, results);
  }
}
