// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Another bundle's command, such as {@code ontoc bench}: it reads its own arguments. */
@Command
final class ForeignCommand extends Subcommand {
  /** A command and the bundle that has it. */
  private record Known(String word, String bundle, String description) {}

  private static final List<Known> ALL =
      List.of(
          new Known(
              "bench",
              "org.ontoc.bench",
              "Measures compilation and validation; the bundle org.ontoc.bench does it."),
          new Known(
              "run",
              "org.ontoc.runtime.bitactor",
              "Checks signals with a bytecode image, or replays a trace."),
          new Known("disasm", "org.ontoc.runtime.bitactor", "Prints a bytecode image as assembly."),
          new Known(
              "signals",
              "org.ontoc.runtime.bitactor",
              "Generates signals, runs them through an image, and measures."),
          new Known(
              "fuzz",
              "org.ontoc.runtime.bitactor",
              "Loads and runs mutations of a bytecode image."));

  private final Known known;

  @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "read by the command itself")
  private List<String> arguments = new ArrayList<>();

  private ForeignCommand(Session session, Known known) {
    super(session);
    this.known = known;
  }

  /** Adds the commands, as they read their options themselves. */
  static void addAll(CommandLine line, Session session) {
    for (Known known : ALL) {
      CommandLine foreign =
          new CommandLine(new ForeignCommand(session, known))
              .setStopAtPositional(true)
              .setUnmatchedOptionsArePositionalParams(true);
      foreign.getCommandSpec().usageMessage().description(known.description());
      line.addSubcommand(known.word(), foreign);
    }
  }

  @Override
  int run() throws IOException, Refusal {
    ToIntFunction<String[]> command =
        session
            .platform()
            .command(known.word())
            .orElseThrow(
                () ->
                    new Refusal(
                        "E0156",
                        "no bundle provides the command '" + known.word() + "'",
                        "start the bundle " + known.bundle()));
    session.console().out().flush();
    return command.applyAsInt(arguments.toArray(String[]::new));
  }
}
