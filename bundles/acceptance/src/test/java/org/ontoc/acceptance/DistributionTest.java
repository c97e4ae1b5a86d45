// SPDX-License-Identifier: Apache-2.0
package org.ontoc.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that users download, the executable jar, and a session in the Gogo shell. */
final class DistributionTest {
  private static final Path TARGET = Ontoc.ROOT.resolve("bndrun/target");
  private static final Path LUBM = Ontoc.ROOT.resolve("../shared/data/lubm");

  private static final Path SHAPES = Ontoc.ROOT.resolve("examples/people/shapes.ttl");

  /** A JVM that is started with this ends at once. */
  private static final String NO_JVM = "JDK_JAVA_OPTIONS=-XX:NoSuchFlag ";

  @TempDir Path folder;

  @Test
  void theArchiveWorksWhereItIsUnpacked() throws Exception {
    Path archive = archive();
    Ontoc.Outcome unpacked =
        Ontoc.shell(
            "tar -xzf '"
                + archive
                + "' -C '"
                + folder
                + "' && '"
                + folder
                + "'/ontoc-*/ontoc version");
    assertEquals(0, unpacked.exit(), unpacked::toString);
    assertTrue(unpacked.out().startsWith("ontoc "), unpacked::toString);
    // the first command made what the next ones start faster with
    try (Stream<Path> found = Files.find(folder, 2, (file, _) -> file.endsWith("ontoc.aot"))) {
      assertTrue(Files.size(found.findFirst().orElseThrow()) > 0);
    }
  }

  @Test
  void theChecksumIsTheArchives() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive()));
    String stated = Files.readString(Path.of(archive() + ".sha256"));
    assertTrue(stated.startsWith(HexFormat.of().formatHex(digest)), stated);
  }

  @Test
  void theExecutableJarRunsACommand() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    Ontoc.Outcome outcome =
        Ontoc.shell("'" + java + "' -jar '" + distribution() + "/ontoc.jar' version");
    assertEquals(0, outcome.exit(), outcome::toString);
    assertTrue(outcome.out().contains("ontoc "), outcome::toString);
  }

  @Test
  void aValidatorThatWasCompiledBeforeNeedsNoJvm() throws Exception {
    Path shapes = Files.copy(SHAPES, folder.resolve("shapes.ttl"));
    Path data = folder.resolve("good.ttl");
    Files.copy(SHAPES.resolveSibling("good.ttl"), data);
    Ontoc.Outcome first = Ontoc.shell(script("", shapes, data));
    assertEquals(0, first.exit(), first::toString);
    Ontoc.Outcome again = Ontoc.shell(script(NO_JVM, shapes, data));
    assertEquals(first.out(), again.out(), again::toString);
    assertEquals(0, again.exit(), again::toString);
    // everything that the shortcut does not answer starts the JVM
    Path wrong = Files.writeString(folder.resolve("wrong.nt"), "no triple\n");
    assertStartsJvm(script(NO_JVM, shapes, wrong));
    assertStartsJvm(script(NO_JVM, shapes, data) + " --format json");
    assertStartsJvm(script(NO_JVM, shapes, data) + " --fail-on never --fail-on info");
    assertStartsJvm(script(NO_JVM, shapes, data) + " " + data);
    assertStartsJvm(script(NO_JVM, shapes, folder.resolve("absent.ttl")));
    Files.writeString(shapes, "# changed\n", java.nio.file.StandardOpenOption.APPEND);
    assertStartsJvm(script(NO_JVM, shapes, data));
  }

  @Test
  void aReportNeedsNoJvmEither() throws Exception {
    Path shapes = Files.copy(SHAPES, folder.resolve("shapes.ttl"));
    Path data = folder.resolve("bad.ttl");
    Files.copy(SHAPES.resolveSibling("bad.ttl"), data);
    for (String options :
        List.of(
            "",
            " --fail-on never",
            " --max-results 2 --fail-on=info",
            " --format human --target c --run process",
            " --detail-depth 1 --detail-results 1 --max-results=0")) {
      // something to tell the JVM turns the shortcut off
      Ontoc.Outcome platform =
          Ontoc.shell(script("JAVA_TOOL_OPTIONS=-Da=b ", shapes, data) + options);
      Ontoc.Outcome quick = Ontoc.shell(script(NO_JVM, shapes, data) + options);
      assertEquals(platform.out(), quick.out(), quick::toString);
      assertEquals(platform.exit(), quick.exit(), quick::toString);
      assertTrue(quick.out().contains("7 results"), quick::toString);
    }
  }

  @Test
  void documentsAreNamedAsTheyWereWritten() throws Exception {
    Path data = Path.of("examples/people/bad.ttl");
    Path written = Path.of("examples/people/shapes.ttl");
    for (Path shapes : List.of(SHAPES, written, SHAPES, written)) {
      Ontoc.Outcome outcome = Ontoc.shell(script("", shapes, data));
      assertTrue(outcome.out().contains(" at " + shapes + ":17:1\n"), outcome::toString);
    }
  }

  private String script(String environment, Path shapes, Path data) throws IOException {
    String cache = "ONTOC_CACHE='" + folder.resolve("cache") + "' ";
    return cache
        + environment
        + "'"
        + distribution()
        + "/ontoc' validate -s "
        + shapes
        + " "
        + data;
  }

  private static void assertStartsJvm(String script) throws Exception {
    Ontoc.Outcome outcome = Ontoc.shell(script);
    assertTrue((outcome.out() + outcome.err()).contains("NoSuchFlag"), outcome::toString);
  }

  @Test
  void aBackEndIsInstalledFromTheShell() throws Exception {
    Path bundle =
        Ontoc.ROOT.resolve(
            "examples/backend.markdown/target/org.ontoc.example.markdown-1.0.0-SNAPSHOT.jar");
    String session =
        """
        ontoc:targets
        install file:%1$s
        start file:%1$s
        ontoc:targets
        ontoc:compile -s examples/people/shapes.ttl --target markdown -o %2$s/out
        stop file:%1$s
        ontoc:compile -s examples/people/shapes.ttl --target markdown -o %2$s/never
        exit 0
        """
            .formatted(bundle, folder);
    Ontoc.Outcome outcome = Ontoc.run(Map.of(), session, "shell");
    assertEquals(0, outcome.exit(), outcome::toString);
    assertTrue(Files.exists(folder.resolve("out/shapes.md")), outcome::toString);
    assertTrue(Files.notExists(folder.resolve("never")), outcome::toString);
  }

  /** On the class path the first of two would hide the other. */
  @Test
  void noTwoJarsHaveAPackageInCommon() throws Exception {
    Map<String, Path> owners = new HashMap<>();
    for (Path jar : jars()) {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        zip.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.endsWith(".class") && name.contains("/"))
            .filter(name -> !name.startsWith("META-INF/"))
            .map(name -> name.substring(0, name.lastIndexOf('/')))
            .distinct()
            .forEach(
                name -> {
                  Path other = owners.putIfAbsent(name, jar);
                  assertTrue(other == null, () -> name + " is in " + other + " and " + jar);
                });
      }
    }
    assertTrue(owners.containsKey("org/ontoc/pipeline"), owners::toString);
  }

  private static List<Path> jars() throws IOException {
    List<Path> jars = new ArrayList<>();
    for (String folder : List.of("lib", "bundles")) {
      try (Stream<Path> files = Files.list(distribution().resolve(folder))) {
        jars.addAll(files.toList());
      }
    }
    return jars;
  }

  /** Built-in bundles have their classes from the class path, until they are updated. */
  @Test
  void aBuiltInBackEndIsUpdatedWhileThePlatformRuns() throws Exception {
    Path builtIn = distribution().resolve("bundles/org.ontoc.backend.c-1.0.0-SNAPSHOT.jar");
    Path changed = Files.copy(builtIn, folder.resolve("changed.jar"));
    try (FileSystem jar = FileSystems.newFileSystem(changed)) {
      Path template = jar.getPath("org/ontoc/backend/c/cmake.vm");
      Files.writeString(template, "# another template\n" + Files.readString(template));
    }
    String session =
        """
        ontoc:compile -s examples/people/shapes.ttl --sources-only -o %2$s/before
        update %1$s %3$s
        ontoc:compile -s examples/people/shapes.ttl --sources-only -o %2$s/after
        update %1$s
        ontoc:compile -s examples/people/shapes.ttl --sources-only -o %2$s/again
        uninstall %1$s
        ontoc:compile -s examples/people/shapes.ttl --sources-only -o %2$s/never
        install %1$s
        start %1$s
        ontoc:compile -s examples/people/shapes.ttl --sources-only -o %2$s/anew
        exit 0
        """
            .formatted(builtIn.toUri(), folder, changed.toUri());
    Ontoc.Outcome outcome = Ontoc.run(Map.of(), session, "shell");
    assertEquals(0, outcome.exit(), outcome::toString);
    String template = cmakeFile("before");
    assertEquals("# another template\n" + template, cmakeFile("after"), outcome::toString);
    assertEquals(template, cmakeFile("again"), outcome::toString);
    assertTrue(Files.notExists(folder.resolve("never")), outcome::toString);
    assertEquals(template, cmakeFile("anew"), outcome::toString);
  }

  private String cmakeFile(String folder) throws IOException {
    return Files.readString(this.folder.resolve(folder).resolve("CMakeLists.txt"));
  }

  @Test
  void lubmHasTheResultsThatAllEnginesAgreeOn() throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(LUBM), "the shared data is not beside this checkout");
    lubm(1, "344 results", "lubm-100k-dirty.nt.gz");
    // cut off after 10,000 triples, so that universities and courses lack their types
    lubm(1, "703 results", "lubm-10k.nt.gz");
    lubm(1, "3,460 results", "lubm-1M-dirty.nt.gz");
  }

  private static void lubm(int exit, String summary, String data) throws Exception {
    Ontoc.Outcome outcome =
        Ontoc.run(
            "validate",
            "-s",
            LUBM.resolve("lubm-shapes.ttl").toString(),
            LUBM.resolve(data).toString());
    assertEquals(exit, outcome.exit(), outcome::toString);
    String all = outcome.out() + outcome.err();
    assertTrue(
        all.contains(summary),
        () ->
            "no " + summary + " in the end of " + all.substring(Math.max(0, all.length() - 2000)));
  }

  private static Path archive() throws IOException {
    return only(TARGET, "ontoc-*.tar.gz");
  }

  private static Path distribution() throws IOException {
    return only(only(TARGET, "ontoc-*SNAPSHOT"), "ontoc-*");
  }

  private static Path only(Path parent, String glob) throws IOException {
    try (Stream<Path> found = Files.list(parent)) {
      return found
          .filter(
              file ->
                  parent.getFileSystem().getPathMatcher("glob:" + glob).matches(file.getFileName()))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + glob + " in " + parent));
    }
  }
}
