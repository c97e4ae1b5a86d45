// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Another engine: its jars in a folder, and a main class that is compiled against them once. */
final class Peer {
  private static final Pattern VERSION = Pattern.compile("jena-shacl-(.+)\\.jar");

  private Peer() {}

  /** Apache Jena's SHACL engine on a JVM with its default settings, as its own script runs it. */
  static Contestant jena(Path jars, Path work, Path shapes, Path data)
      throws IOException, InterruptedException {
    Path classes = Files.createDirectories(work.resolve("jena"));
    Path source = classes.resolve("JenaMain.java");
    try (InputStream in = Peer.class.getResourceAsStream("peers/JenaMain.java")) {
      Files.write(source, java.util.Objects.requireNonNull(in).readAllBytes());
    }
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    String path = jars + "/*";
    compile(
        List.of(
            bin.resolve("javac").toString(),
            "-cp",
            path,
            "-d",
            classes.toString(),
            source.toString()));
    return new Contestant(
        "Apache Jena",
        version(jars),
        List.of(
            bin.resolve("java").toString(),
            "-cp",
            classes + ":" + path,
            "JenaMain",
            shapes.toString(),
            data.toString()),
        "sh:ValidationResult");
  }

  private static void compile(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) throw new IOException("the peer's main class: " + said);
  }

  private static String version(Path jars) throws IOException {
    try (Stream<Path> files = Files.list(jars)) {
      return files
          .map(file -> VERSION.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(matcher -> matcher.group(1))
          .findFirst()
          .orElseThrow(() -> new IOException("there is no jena-shacl-*.jar in " + jars));
    }
  }
}
