// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a user can mistype: exit code, first line, and the hint. */
class UsageTest {
  /** Command line, exit code, first line of standard error, what the rest mentions. */
  private record Row(String line, int code, String first, String mentions) {}

  private static final List<Row> ROWS =
      List.of(
          wrong("", "a command is missing", "ontoc help"),
          wrong("valdate", "unknown command 'valdate'", "did you mean 'validate'?"),
          wrong("Compile", "unknown command 'Compile'", "did you mean 'compile'?"),
          wrong("doktor", "unknown command 'doktor'", "did you mean 'doctor'?"),
          wrong("frobnicate", "unknown command 'frobnicate'", "'ontoc help' lists the commands"),
          wrong("shapes.ttl", "unknown command 'shapes.ttl'", "ontoc help"),
          wrong("--frob", "unknown option '--frob'", "'ontoc --help' lists the options"),
          wrong("--verison", "unknown option '--verison'", "did you mean '--version'?"),
          wrong("validate", "name the shapes with -s FILE", "ontoc validate --help"),
          wrong("validate -s", "missing required parameter for option '--shapes' (FILE)", "--help"),
          wrong("validate -s s.ttl", "name the data, or - for standard input", "--help"),
          wrong("validate --shape s.ttl d.ttl", "unknown option '--shape'", "'--shapes'?"),
          wrong("validate -s s.ttl d.ttl --formt json", "unknown option '--formt'", "'--format'?"),
          wrong("validate -s s.ttl d.ttl -x", "unknown option '-x'", "--help' lists the options"),
          wrong("validate -s - -", "standard input (-) can be only one of the documents", "--help"),
          wrong(
              "validate -s s.ttl --ontology - -",
              "standard input (-) can be only one of the documents",
              "--help"),
          wrong("validate -s s.ttl - -", "standard input (-) can be only one", "--help"),
          wrong(
              "validate -s s.ttl d.ttl --fail-on error",
              "invalid value for option '--fail-on': 'error' is none of violation,",
              "--help"),
          wrong("validate -s s.ttl d.ttl --fail-on", "missing required parameter for", "--help"),
          wrong(
              "validate -s s.ttl d.ttl --max-results many",
              "invalid value for option '--max-results': 'many' is not a long",
              "--help"),
          wrong(
              "validate -s s.ttl d.ttl --max-results -1", "--max-results is at least 0", "--help"),
          wrong(
              "validate -s s.ttl d.ttl --run thread",
              "--run is process or library, not 'thread'",
              "--help"),
          wrong(
              "validate -s s.ttl d.ttl --target c,markdown",
              "--target takes one word here",
              "--help"),
          wrong(
              "validate -s s.ttl d.ttl --no-optimize --pass a",
              "--no-optimize and --pass exclude each other",
              "--help"),
          wrong("validate -s s.ttl d.ttl -q -v", "--quiet and --verbose exclude each", "--help"),
          wrong(
              "validate -s s.ttl d.ttl --time-limit soon",
              "invalid value for option '--time-limit': 'soon' is no time such as",
              "--help"),
          wrong("validate -s s.ttl d.ttl --time-limit 0", "invalid value for option", "--help"),
          wrong("validate -s s.ttl d.ttl --time-limit -5s", "invalid value for option", "--help"),
          wrong(
              "validate -s s.ttl d.ttl --memory-limit lots",
              "invalid value for option '--memory-limit': 'lots' is no size such as",
              "--help"),
          wrong(
              "validate -s s.ttl d.ttl --option x", "value for option option '--option'", "--help"),
          wrong("validate -s s.ttl d.ttl --trace=maybe", "invalid value for option", "--help"),
          wrong("validate -s s.ttl d.ttl --implicit-class-targets", "missing required", "--help"),
          refused(
              "validate -s s.ttl d.ttl --format trutle",
              "error[E0152]: no renderer writes the format 'trutle'",
              "did you mean 'turtle'?"),
          refused(
              "validate -s s.ttl d.ttl --format pdf",
              "error[E0152]: no renderer writes the format 'pdf'",
              "known formats: human, json, jsonld, turtle"),
          refused(
              "validate -s s.ttl d.ttl --target cobol",
              "error[E0153]: no back end has the target 'cobol'",
              "known targets: c, markdown"),
          refused(
              "compile -s s.ttl -o out --target markdwon",
              "error[E0153]: no back end has the target 'markdwon'",
              "did you mean 'markdown'?"),
          refused("validate -s missing.ttl d.ttl", "error[E0101]: there is no such", "missing.ttl"),
          refused("validate -s s.ttl missing.ttl", "error[E0101]: there is no such", "missing.ttl"),
          refused("compile -s missing.ttl -o out", "error[E0101]: there is no such", "missing.ttl"),
          refused("explain --plan missing.ttl", "error[E0101]: there is no such", "missing.ttl"),
          wrong("compile", "name the shapes with -s FILE", "ontoc compile --help"),
          wrong("compile -s s.ttl", "name the folder to write to with -o DIR", "--help"),
          wrong("compile -s - - -o out", "standard input (-) can be only one", "--help"),
          wrong("compile -s s.ttl -o out --format json", "unknown option '--format'", "--help"),
          wrong("compile -s s.ttl -o out --target ''", "--target needs a word", "--help"),
          wrong("explain", "name one code, e.g. E0301, or --plan and shapes", "--help"),
          wrong("explain E0301 E0302", "name one code, e.g. E0301", "--help"),
          wrong("explain --plan", "name the shapes", "--help"),
          refused("explain E9999", "error[E0154]: there is no code 'E9999'", "help"),
          refused("explain E015", "error[E0154]: there is no code 'E015'", "did you mean 'E01"),
          wrong("targets c", "unexpected argument 'c'", "ontoc targets --help"),
          wrong("doctor --fix", "unknown option '--fix'", "--help"),
          wrong("version now", "unexpected argument 'now'", "--help"),
          wrong("completion", "missing required parameter: 'SHELL'", "--help"),
          wrong("completion fish", "there is a script for bash and for zsh, not for", "--help"),
          wrong("help frob", "unknown command 'frob'", "ontoc help"),
          refused("bench", "error[E0156]: no bundle provides the command 'bench'", "org.ontoc"),
          refused("shell", "error[E0156]: the interactive shell can only be", "launcher"));

  private static Row wrong(String line, String first, String mentions) {
    return refused(line, "error[E0150]: " + first, mentions);
  }

  private static Row refused(String line, String first, String mentions) {
    return new Row(line, 2, first, mentions);
  }

  @TestFactory
  Stream<DynamicTest> isAnsweredWithOneClearError() {
    return ROWS.stream()
        .map(row -> DynamicTest.dynamicTest("ontoc " + row.line(), () -> check(row)));
  }

  private static void check(Row row) {
    Terminal terminal = new Terminal();
    Terminal.Outcome outcome = terminal.run(split(row.line()));
    assertEquals(row.code(), outcome.code(), outcome::toString);
    assertTrue(outcome.firstError().startsWith(row.first()), outcome::toString);
    assertTrue(outcome.err().contains(row.mentions()), outcome::toString);
    assertEquals("", outcome.out());
    assertFalse(outcome.err().contains("\tat "), outcome::toString);
    assertTrue(terminal.platform.compiler.requests.isEmpty(), "nothing was compiled");
  }

  private static String[] split(String line) {
    return Stream.of(line.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> word.equals("''") ? "" : word)
        .toArray(String[]::new);
  }

  @Test
  void hostileArgumentsAreSanitized() {
    Terminal.Outcome outcome = new Terminal().run("\u001B[2Jvalidate\n\u202E");
    assertTrue(outcome.firstError().contains("'\\u001B[2Jvalidate\\n\\u202E'"), outcome::toString);
  }

  @Test
  void incompletePlatformSaysWhatIsMissing() {
    Terminal terminal = new Terminal();
    terminal.platform.complete = false;
    Terminal.Outcome outcome = terminal.run("validate", "-s", "s.ttl", "d.ttl");
    assertEquals(2, outcome.code());
    assertTrue(outcome.firstError().startsWith("error[E0155]: "), outcome::toString);
  }

  @Test
  void aCommandThatIsNamedIsReadWithoutTheOthers() {
    Session session =
        new Session(new FakePlatform(), Console.plain(System.out, System.err), new Progress());
    Set<String> all = Ontoc.commandLine(session).getSubcommands().keySet();
    List<String> alone =
        List.of("validate", "compile", "lint", "explain", "doctor", "targets", "shell", "version");
    assertTrue(all.containsAll(alone), all::toString);
    for (String name : alone) {
      assertEquals(Set.of(name), Ontoc.commandLine(session, name).getSubcommands().keySet());
    }
    for (String other : List.of("help", "completion", "--help", "bench", "valdate")) {
      assertTrue(
          Ontoc.commandLine(session, other).getSubcommands().keySet().containsAll(all), other);
    }
  }
}
