// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import org.ontoc.pipeline.TerminalText;
import picocli.CommandLine.Command;

/** {@code ontoc targets}. */
@Command(
    name = "targets",
    description = "Lists the back ends, and every other stage, that are registered now.")
final class TargetsCommand extends Subcommand {
  TargetsCommand(Session session) {
    super(session);
  }

  @Override
  int run() throws IOException {
    Table table = new Table("lllll");
    for (Platform.Kind kind : Platform.Kind.values())
      for (Platform.Provider provider : session.platform().providers())
        if (provider.kind() == kind)
          table.row(
              kind.label(),
              provider.word(),
              provider.bundle(),
              provider.version(),
              provider.detail());
    TextOutput out = session.console().out();
    table.write("", out);
    if (session.platform().words(Platform.Kind.BACK_END).isEmpty())
      out.line(TerminalText.sanitize("no back end is registered"));
    out.flush();
    return ExitCode.DONE;
  }
}
