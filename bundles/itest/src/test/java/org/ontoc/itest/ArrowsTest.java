// SPDX-License-Identifier: Apache-2.0
package org.ontoc.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the rule for the arrows over the built manifests: every bundle imports pipeline.api and
 * nothing else of ours. Wrapped libraries are not ours.
 */
final class ArrowsTest {
  private static final Path BUNDLES = Path.of(System.getProperty("ontoc.root"), "bundles");
  private static final String CONTRACTS = "org.ontoc.pipeline";

  /**
   * Bundle to the packages that it may import besides the contracts; a row here needs a decision
   * record.
   */
  private static final Map<String, Set<String>> EXCEPTIONS =
      Map.of(
          "org.ontoc.backend.bitactor",
              Set.of(
                  "org.ontoc.runtime.bitactor",
                  "org.ontoc.runtime.bitactor.graph",
                  "org.ontoc.runtime.graph",
                  "org.ontoc.runtime.graph.plan"),
          "org.ontoc.backend.jvm",
              Set.of("org.ontoc.runtime.graph", "org.ontoc.runtime.graph.plan"),
          "org.ontoc.runtime.bitactor", Set.of("org.ontoc.runtime.graph"),
          "org.ontoc.frontend.data", Set.of("org.ontoc.lib.rdf4j"),
          "org.ontoc.frontend.shacl", Set.of("org.ontoc.lib.rdf4j"),
          "org.ontoc.frontend.owl", Set.of("org.ontoc.lib.rdf4j"));

  /** Bundles that export packages of ours; all others keep everything private. */
  private static final Set<String> EXPORTERS =
      Set.of(
          "org.ontoc.pipeline.api",
          "org.ontoc.pipeline.tck",
          "org.ontoc.lib.rdf4j",
          "org.ontoc.runtime.graph",
          "org.ontoc.runtime.bitactor");

  @Test
  void everyArrowPointsAtTheContracts() throws IOException {
    Map<String, Set<String>> wrong = new TreeMap<>();
    for (Attributes manifest : manifests()) {
      String bundle = manifest.getValue("Bundle-SymbolicName");
      Set<String> imports = new TreeSet<>(ours(manifest.getValue("Import-Package")));
      imports.removeIf(
          name -> contract(name) || EXCEPTIONS.getOrDefault(bundle, Set.of()).contains(name));
      imports.removeAll(ours(manifest.getValue("Export-Package")));
      if (!imports.isEmpty()) wrong.put(bundle, imports);
    }
    assertEquals(Map.of(), wrong, "these bundles import more of ours than pipeline.api");
  }

  @Test
  void onlyTheContractsAreExported() throws IOException {
    Map<String, List<String>> wrong = new TreeMap<>();
    for (Attributes manifest : manifests()) {
      String bundle = manifest.getValue("Bundle-SymbolicName");
      List<String> exports = ours(manifest.getValue("Export-Package"));
      if (!EXPORTERS.contains(bundle) && !exports.isEmpty()) wrong.put(bundle, exports);
    }
    assertEquals(Map.of(), wrong, "implementations are private");
  }

  @Test
  void folderIsBundleIsRootPackage() throws IOException {
    for (Path folder : folders()) {
      String name = folder.getFileName().toString();
      assertEquals("org.ontoc." + name, manifest(folder).getValue("Bundle-SymbolicName"));
      Path sources = folder.resolve("src/main/java/org/ontoc");
      if (!Files.isDirectory(sources)) continue;
      Path root =
          name.equals("pipeline.api")
              ? sources.resolve("pipeline")
              : sources.resolve(name.replace('.', '/'));
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .forEach(
                file ->
                    assertTrue(
                        file.startsWith(root), file + " is outside of its bundle's root package"));
      }
    }
  }

  private static boolean contract(String name) {
    return name.equals(CONTRACTS)
        || name.equals(CONTRACTS + ".ir")
        || name.equals(CONTRACTS + ".locality")
        || name.equals(CONTRACTS + ".plan")
        || name.equals(CONTRACTS + ".validation");
  }

  private static List<Attributes> manifests() throws IOException {
    List<Attributes> all = new ArrayList<>();
    for (Path folder : folders()) all.add(manifest(folder));
    assertFalse(all.isEmpty(), "no built bundle below " + BUNDLES);
    return all;
  }

  /** The bundles that the reactor built before this one. */
  private static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(BUNDLES)) {
      return folders.filter(folder -> Files.isRegularFile(location(folder))).sorted().toList();
    }
  }

  private static Path location(Path folder) {
    return folder.resolve("target/classes/META-INF/MANIFEST.MF");
  }

  private static Attributes manifest(Path folder) throws IOException {
    try (InputStream in = Files.newInputStream(location(folder))) {
      return new Manifest(in).getMainAttributes();
    }
  }

  /** The package names of ours in a header: those that a clause, outside of quotes, begins with. */
  private static List<String> ours(String header) {
    if (header == null) return List.of();
    return Stream.of(header.replaceAll("\"[^\"]*\"", "").split(","))
        .map(clause -> clause.split(";", 2)[0].strip())
        .filter(name -> name.startsWith("org.ontoc."))
        .toList();
  }
}
