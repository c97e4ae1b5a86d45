// SPDX-License-Identifier: Apache-2.0
package org.ontoc.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules over the source files themselves. */
final class SourcesTest {
  private static final Path ROOT = Path.of(System.getProperty("ontoc.root"));
  private static final Pattern SOURCE =
      Pattern.compile(".*\\.(java|c|h|vm|bnd|bndrun|xml|sh)|.*/ontoc|.*/\\.ci/run");
  private static final Pattern CODE = Pattern.compile("\"([EW]0\\d{3})[\" ]");
  private static final Pattern HEADING = Pattern.compile("(?m)^## ([EW]0\\d{3}):");

  @Test
  void everySourceNamesItsLicence() throws IOException {
    assertEquals(
        List.of(),
        sources()
            .filter(file -> !head(file).contains("SPDX-License-Identifier: Apache-2.0"))
            .toList());
  }

  @Test
  void everyCodeIsExplained() throws IOException {
    TreeSet<String> codes = new TreeSet<>();
    List<Path> main =
        sources().filter(file -> file.toString().contains("/src/main/java/")).toList();
    for (Path file : main)
      CODE.matcher(Files.readString(file))
          .results()
          .map(match -> match.group(1))
          .forEach(codes::add);
    assertFalse(codes.isEmpty(), "no source uses a code");
    List<String> headings =
        HEADING
            .matcher(Files.readString(ROOT.resolve("docs/errors.md")))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertEquals(
        codes,
        new TreeSet<>(headings),
        "the codes in the sources and the headings of docs/errors.md");
    assertEquals(
        headings.stream().sorted().distinct().toList(),
        headings,
        "headings stand in order, each once");
  }

  @Test
  void noSourceIsAGodClass() throws IOException {
    List<String> long400 =
        sources()
            .filter(file -> file.toString().matches(".*/src/main/.*\\.(java|c|h)"))
            .filter(file -> lines(file) > 400)
            .map(file -> ROOT.relativize(file).toString())
            .toList();
    assertEquals(List.of(), long400, "files over 400 lines: ask what each really is");
  }

  private static String head(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.limit(3).collect(Collectors.joining("\n"));
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private static Stream<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> SOURCE.matcher(file.toString()).matches())
          .filter(
              file ->
                  !ROOT.relativize(file)
                      .toString()
                      .matches("(.*/)?(target|\\.git|generated|bin|src/test/resources)/.*"))
          .sorted()
          .toList()
          .stream();
    }
  }
}
