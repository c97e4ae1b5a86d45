// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Source;

/**
 * Threat T10: names that users give to documents, shapes and programs, against the names of what is
 * written. They are of letters, digits and underscores, never a device's, and never fall together.
 */
class T10NamesTest {
  static Stream<String> hostile() {
    return Stream.of(
            List.of("../up", "../../etc/passwd", "/etc/passwd", "a/../../b", "..", ".", "", "/"),
            List.of("CON", "con.ttl", "NUL", "aux.nt", "PRN", "COM1.ttl", "lpt9", "CLOCK$"),
            List.of(
                "a\u0000b",
                "a\nb",
                "a\rb",
                "\u001B[2Jx",
                "\u202Egnp.ttl",
                "\uD800",
                "\uFEFF",
                "\t"),
            List.of("x".repeat(300), "é".repeat(300), "日本", "😀", "ſ", "İ", "ß", "\u0301"),
            List.of("-rf", "--help", "@file", "$(touch x)", "`x`", "a;b", "a&b", "a|b"),
            List.of(
                "http://e/../../x",
                "file:///etc/x",
                "jar:x!/y",
                "C:\\x",
                "\\\\host\\x",
                "a b",
                "main",
                "int"),
            List.of("CMakeLists.txt", "example", "Example.c", "person.C", "PERSON.ttl", "person"))
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void namesOfWhatIsWrittenAreHarmless(String name) {
    check(artifacts(name, "http://e/S", Map.of()));
    check(artifacts("shapes.ttl", "http://e/S", Map.of("name", name)));
    String iri = "http://e/" + name.replaceAll("[\\x00-\\x20\\[\\]<>\"{}|^`\\\\\\p{Cs}]", "%20");
    check(artifacts("shapes.ttl", iri, Map.of()));
  }

  private static void check(List<Artifact> artifacts) {
    Set<String> folded = new HashSet<>();
    for (Artifact artifact : artifacts) {
      String path = artifact.path();
      assertTrue(
          path.matches(
              "(java/org/ontoc/compiled/[a-z_][a-z0-9_]{0,59}/)?[A-Za-z][A-Za-z0-9_]{0,59}(\\.[a-z]{1,5})?"),
          path);
      assertTrue(folded.add(path.toLowerCase(Locale.ROOT)), "twice: " + path);
      assertFalse(path.matches("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?"), path);
    }
    assertEquals(7 + JavaSources.FILES.size(), artifacts.size());
  }

  private static List<Artifact> artifacts(
      String document, String iri, Map<String, String> options) {
    String shapes =
        "<"
            + iri
            + "> <http://www.w3.org/ns/shacl#targetNode> <http://e/a> ;"
            + " <http://www.w3.org/ns/shacl#nodeKind> <http://www.w3.org/ns/shacl#IRI> .";
    Compiling compiling = new Compiling(options);
    byte[] text = shapes.getBytes(StandardCharsets.UTF_8);
    List<Artifact> artifacts =
        compiling.artifacts(
            compiling.plan(compiling.program(Source.of(document, "text/turtle", text))));
    assertEquals(List.of(), compiling.findings());
    return artifacts;
  }
}
