// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ontoc completion}. */
@Command(
    name = "completion",
    description = "Prints a script that completes commands and options in bash and zsh.",
    footer = {"", "Example:", "  source <(ontoc completion bash)"})
final class CompletionCommand extends Subcommand {
  @Parameters(paramLabel = "SHELL", description = "bash or zsh")
  private String shell = "";

  CompletionCommand(Session session) {
    super(session);
  }

  @Override
  int run() throws IOException {
    if (!List.of("bash", "zsh").contains(shell))
      throw wrongUsage("there is a script for bash and for zsh, not for '" + shell + "'");
    String script = AutoComplete.bash("ontoc", spec.root().commandLine());
    session.console().out().append(script).flush();
    return ExitCode.DONE;
  }
}
