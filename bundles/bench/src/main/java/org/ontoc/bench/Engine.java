// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ontoc.pipeline.Benchmark.Setting;
import org.ontoc.pipeline.Benchmark.Unavailable;

/**
 * Another engine on a JVM: its jars in a folder of the checkout, and a main class that is compiled
 * against them. It runs with the JVM's default settings, as its own script runs it.
 *
 * @param folder of the jars, in the checkout
 * @param jar whose name tells the version
 * @param main validates: SHAPES DATA; its report is Turtle on standard output
 */
record Engine(String name, String folder, String jar, String main) {
  static final Engine JENA =
      new Engine("Apache Jena", "bundles/differential/peers/jena", "jena-shacl", "JenaMain");
  static final Engine TOPBRAID =
      new Engine("TopBraid SHACL", "bundles/differential/peers/topbraid", "shacl", "TopbraidMain");
  static final Engine RDF4J =
      new Engine("Eclipse RDF4J", "bundles/bench/peers/rdf4j", "rdf4j-shacl", "Rdf4jMain");

  /** The folder with its jars. */
  Path jars(Setting setting) throws Unavailable {
    Optional<Path> jars = setting.checkout().map(root -> root.resolve(folder + "/target/jars"));
    if (jars.isPresent() && Files.isDirectory(jars.get())) return jars.get();
    throw new Unavailable(name + " was left out: its jars are not in " + folder + "/target/jars");
  }

  String path(Setting setting) throws Unavailable {
    return jars(setting) + "/*";
  }

  String version(Setting setting) throws Unavailable, IOException {
    Pattern pattern = Pattern.compile(Pattern.quote(jar) + "-(\\d.*)\\.jar");
    try (Stream<Path> files = Files.list(jars(setting))) {
      return files
          .map(file -> pattern.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(matcher -> matcher.group(1))
          .findFirst()
          .orElse("");
    }
  }

  /** The command that validates. */
  List<String> command(Setting setting, Path shapes, Path data)
      throws Unavailable, IOException, InterruptedException {
    String path = Commands.compile(main, path(setting), setting.work());
    return List.of(
        Commands.java("java").toString(), "-cp", path, main, shapes.toString(), data.toString());
  }
}
