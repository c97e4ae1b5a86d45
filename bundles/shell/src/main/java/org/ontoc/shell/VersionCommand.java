// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code ontoc version}. */
@Command(name = "version", description = "Prints the versions of ontoc and of Java.")
final class VersionCommand extends Subcommand {
  VersionCommand(Session session) {
    super(session);
  }

  @Override
  int run() throws IOException {
    TextOutput out = session.console().out();
    out.line("ontoc " + session.platform().version());
    out.line("Java " + Runtime.version() + " on " + System.getProperty("os.name"));
    out.flush();
    return ExitCode.DONE;
  }
}
