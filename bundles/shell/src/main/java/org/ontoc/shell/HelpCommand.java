// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Parameters;

/** {@code ontoc help}. */
@Command(name = "help", description = "Prints the page of a command, or the list of commands.")
final class HelpCommand extends Subcommand {
  @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "the command to describe")
  private String command = "";

  HelpCommand(Session session) {
    super(session);
  }

  @Override
  int run() throws IOException {
    CommandLine root = spec.root().commandLine();
    Map<String, CommandLine> commands = root.getSubcommands();
    CommandLine page = command.isEmpty() ? root : commands.get(command);
    if (page == null)
      throw new CommandLine.UnmatchedArgumentException(root, java.util.List.of(command));
    Ansi ansi = session.console().colour() ? Ansi.ON : Ansi.OFF;
    session.console().out().append(page.getUsageMessage(ansi)).flush();
    return ExitCode.DONE;
  }
}
