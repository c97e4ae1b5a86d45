// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.Validator.Statistics;

class GithubRendererTest {
  /** A command as a runner reads it: the first {@code ::} ends its properties. */
  private record Command(String name, Map<String, String> properties, String message) {
    static Command parse(String line) {
      assertTrue(line.startsWith("::"), line);
      int end = line.indexOf("::", 2);
      String[] head = line.substring(2, end).split(" ", 2);
      Map<String, String> properties = new HashMap<>();
      for (String pair : head[1].split(",")) {
        String[] parts = pair.split("=", 2);
        properties.put(
            parts[0],
            unescape(parts[1]).replace("%3A", ":").replace("%2C", ",").replace("%25", "%"));
      }
      return new Command(
          head[0], properties, unescape(line.substring(end + 2)).replace("%25", "%"));
    }

    private static String unescape(String text) {
      return text.replace("%0D", "\r").replace("%0A", "\n");
    }
  }

  private static List<Command> commands(Report report) throws IOException {
    String text = Fixture.render(new GithubRenderer(), report);
    assertTrue(Hostile.isPlain(text), text);
    List<Command> commands = new ArrayList<>();
    text.lines().forEach(line -> commands.add(Command.parse(line)));
    return commands;
  }

  @Test
  void goldenTexts() throws IOException {
    Golden.check("typical.github", Fixture.render(new GithubRenderer(), Fixture.typical()));
    Golden.check("hostile.github", Fixture.render(new GithubRenderer(), Hostile.report()));
  }

  @Test
  void annotationsPointAtTheData() throws IOException {
    List<Command> commands = commands(Fixture.typical());
    assertEquals(5, commands.size());
    Command first = commands.getFirst();
    assertEquals("error", first.name());
    assertEquals(
        Map.of("file", "data.ttl", "line", "3", "col", "1", "title", "violation: MinCount"),
        first.properties());
    assertTrue(
        first.message().startsWith("less than 1 value\nfocus node <http://example.org/bob>\n"),
        first.message());
    assertEquals("warning", commands.get(3).name());
    assertFalse(commands.get(3).properties().containsKey("file"));
    assertEquals("notice", commands.getLast().name());
    assertEquals("4 results in 3 shapes: 3 violations, 1 warning", commands.getLast().message());
  }

  @Test
  void usersCannotGiveCommands() throws IOException {
    List<Command> commands = commands(Hostile.report());
    assertEquals(
        List.of("warning", "error", "notice"), commands.stream().map(Command::name).toList());
    Command result = commands.get(1);
    assertEquals(TerminalText.sanitize("file" + Hostile.EVIL), result.properties().get("file"));
    assertTrue(result.message().startsWith(TerminalText.sanitize("message" + Hostile.EVIL)));
  }

  @Test
  void saysThatItConforms() throws IOException {
    assertEquals(
        "::notice title=ontoc::conforms: 8 triples read, 3 focus nodes checked\n",
        Fixture.render(new GithubRenderer(), Fixture.report(List.of())));
  }

  @Test
  void noSummaryAfterAnError() throws IOException {
    Report failed = new Report(true, List.of(), Fixture.diagnostics(), Statistics.NONE, Map.of());
    List<Command> commands = commands(failed);
    assertEquals(List.of("error", "warning"), commands.stream().map(Command::name).toList());
    assertEquals(
        "sh:maxCount must be an integer\nnote: in this shape at shapes.ttl:1:1\n"
            + "help: write sh:maxCount 1",
        commands.getFirst().message());
  }
}
