// SPDX-License-Identifier: Apache-2.0
package org.ontoc.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Executes the documentation: in a console block of README.md or docs/, each line that begins with
 * {@code $ ./ontoc} is run in the top folder and its output compared with the lines below it. A
 * line of {@code …} stands for any number of lines, {@code …} within a line for any text; {@code #
 * exit N} at the end of a command is its exit code, else 0.
 */
final class DocumentationTest {
  private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
  private static final Pattern EXIT = Pattern.compile("\\s+# exit (\\d+)$");

  /** Commands that build or test the checkout: this test runs inside of them. */
  private static final Pattern OUTER = Pattern.compile("\\./ontoc (test|build)\\b.*");

  private record Example(String document, String command, int exit, String expected) {}

  @TestFactory
  Stream<DynamicTest> everyCommandDoesWhatTheDocumentSays() throws IOException {
    return examples().stream()
        .filter(example -> !OUTER.matcher(example.command()).matches())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.document() + ": " + example.command(), () -> check(example)));
  }

  @Test
  void everyMentionOfACommandIsInAConsoleBlock() throws IOException {
    for (Path document : documents()) {
      String rest = BLOCK.matcher(Files.readString(document)).replaceAll("");
      List<String> loose =
          rest.lines().filter(line -> line.matches("\\s*(\\$ )?\\./ontoc\\b.*")).toList();
      assertEquals(List.of(), loose, document + " shows commands that no test runs");
    }
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertTrue(
        Files.readAllLines(Ontoc.ROOT.resolve("README.md")).size() <= 80,
        "README.md has more than 80 lines");
  }

  private static void check(Example example) throws Exception {
    Ontoc.Outcome outcome = Ontoc.shell(example.command());
    assertEquals(example.exit(), outcome.exit(), outcome::toString);
    String actual = (outcome.out() + outcome.err()).strip();
    assertTrue(
        pattern(example.expected()).matcher(actual).matches(),
        () -> "expected\n" + example.expected() + "\nbut it printed\n" + actual);
  }

  private static Pattern pattern(String expected) {
    String regex =
        expected
            .strip()
            .lines()
            .map(line -> line.strip().equals("…") ? "(?s:.*)" : literal(line))
            .collect(Collectors.joining("\\R"));
    // a line that stands for any number of lines may also stand for none
    return Pattern.compile(regex.replace("\\R(?s:.*)", "(?s:.*)").replace("(?s:.*)\\R", "(?s:.*)"));
  }

  private static String literal(String line) {
    return Stream.of(line.stripTrailing().split("…", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"))
        + "\\s*";
  }

  private static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (Path document : documents()) {
      Matcher block = BLOCK.matcher(Files.readString(document));
      while (block.find())
        examples.addAll(split(Ontoc.ROOT.relativize(document).toString(), block.group(1)));
    }
    assertTrue(!examples.isEmpty(), "the documentation shows no command");
    return examples;
  }

  private static List<Example> split(String document, String block) {
    List<Example> examples = new ArrayList<>();
    for (String part : block.split("(?m)^\\$ ")) {
      if (part.isBlank()) continue;
      String[] lines = part.split("\n", 2);
      Matcher exit = EXIT.matcher(lines[0]);
      int code = exit.find() ? Integer.parseInt(exit.group(1)) : 0;
      examples.add(
          new Example(
              document,
              EXIT.matcher(lines[0]).replaceAll(""),
              code,
              lines.length > 1 ? lines[1] : ""));
    }
    return examples;
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(Ontoc.ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(Ontoc.ROOT.resolve("README.md")), docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }
}
