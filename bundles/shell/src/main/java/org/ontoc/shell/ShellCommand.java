// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import picocli.CommandLine.Command;

/** {@code ontoc shell}: the launcher starts Gogo before it looks for commands. */
@Command(
    name = "shell",
    description = "Starts the interactive shell, in which bundles come and go.",
    footer = {"", "Every command is there, too, e.g. ontoc:validate -s shapes.ttl data.ttl"})
final class ShellCommand extends Subcommand {
  ShellCommand(Session session) {
    super(session);
  }

  @Override
  int run() throws Refusal {
    throw new Refusal(
        "E0156",
        "the interactive shell can only be the first word of the command line",
        "run the launcher with the word shell and nothing else");
  }
}
