// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ontoc.pipeline.Artifact;

/**
 * The list of a cache entry's files, as text: a line {@code ontoc-cache 1 SIZE}, for each file
 * {@code DIGEST x|- PATH}, and last the digest of all lines before.
 */
final class Manifest {
  private static final String MAGIC = "ontoc-cache 1 ";

  private Manifest() {}

  /** An entry is not what was written. */
  static final class Corrupt extends IOException {
    private static final long serialVersionUID = 1;

    Corrupt(String message) {
      super(message);
    }
  }

  static byte[] of(List<Artifact> artifacts) {
    StringBuilder text = new StringBuilder(MAGIC);
    text.append(artifacts.stream().mapToLong(artifact -> artifact.bytes().length).sum());
    for (Artifact artifact : artifacts) {
      text.append('\n').append(Blake2b.hex(artifact.bytes()));
      text.append(artifact.executable() ? " x " : " - ").append(artifact.path());
    }
    text.append('\n');
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    return (text + Blake2b.hex(body) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes of an entry's artifacts, as its manifest's first line says. */
  static long size(Path manifest) throws IOException {
    try (Stream<String> lines = Files.lines(manifest)) {
      String first = lines.findFirst().orElse("");
      if (!first.startsWith(MAGIC)) throw new Corrupt("it has no manifest");
      return Long.parseLong(first.substring(MAGIC.length()));
    } catch (NumberFormatException | java.io.UncheckedIOException wrong) {
      throw new Corrupt("its manifest is damaged");
    }
  }

  /** Reads the files that a manifest lists and compares every byte by its digest. */
  static List<Artifact> read(Path manifest, Path files) throws IOException {
    String text = Files.readString(manifest);
    int end = text.lastIndexOf('\n', text.length() - 2) + 1;
    byte[] body = text.substring(0, end).getBytes(StandardCharsets.UTF_8);
    if (!text.startsWith(MAGIC) || !text.substring(end).equals(Blake2b.hex(body) + "\n")) {
      throw new Corrupt("its manifest is damaged");
    }
    List<Artifact> artifacts = new ArrayList<>();
    for (String line : text.substring(0, end).lines().skip(1).toList()) {
      artifacts.add(artifact(line, files));
    }
    Set<String> listed = new HashSet<>();
    artifacts.forEach(artifact -> listed.add(artifact.path()));
    try (Stream<Path> found = Files.walk(files)) {
      for (Path file : (Iterable<Path>) found::iterator) {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) continue;
        String path = files.relativize(file).toString().replace('\\', '/');
        if (!listed.contains(path)) throw new Corrupt("it holds a file that was not written");
      }
    }
    return artifacts;
  }

  private static Artifact artifact(String line, Path files) throws IOException {
    String digest = line.substring(0, 64);
    String path = line.substring(67);
    Path file = files.resolve(path);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new Corrupt("the file " + path + " is missing");
    }
    byte[] bytes = Files.readAllBytes(file);
    if (!Blake2b.hex(bytes).equals(digest)) throw new Corrupt("the file " + path + " is damaged");
    return new Artifact(path, bytes, line.charAt(65) == 'x');
  }
}
