// SPDX-License-Identifier: Apache-2.0
package org.ontoc.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Runs what most people run first, over shapes that need much of the platform, for the JVM to learn
 * which classes and call sites that takes.
 */
final class Rehearsal {
  private Rehearsal() {}

  /**
   * Runs the commands.
   *
   * @param folder where files can be written
   */
  static void run(Platform platform, Path folder) throws IOException {
    String shapes = copy("rehearsal-shapes.ttl", folder);
    String data = copy("rehearsal-data.ttl", folder);
    String out = folder.resolve("rehearsal").toString();
    List<List<String>> commands =
        List.of(
            List.of("--version"),
            // without the cache, so that all of it is run however often it was before
            List.of("compile", "-s", shapes, "--sources-only", "--cache", "off", "-o", out),
            List.of("validate", "-s", shapes, data),
            List.of("validate", "-s", shapes, data, "--format", "json"),
            List.of("lint", shapes));
    for (List<String> command : commands) platform.command(command.toArray(String[]::new));
  }

  private static String copy(String name, Path folder) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = Rehearsal.class.getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(in, name), file);
    }
    return file.toString();
  }
}
