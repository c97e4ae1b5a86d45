// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ontoc bench}: another bundle's command, which reads its own arguments. */
@Command(
    name = "bench",
    description = "Measures compilation and validation; the bundle org.ontoc.bench does it.")
final class BenchCommand extends Subcommand {
  @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "see 'ontoc bench help'")
  private List<String> arguments = new ArrayList<>();

  BenchCommand(Session session) {
    super(session);
  }

  @Override
  int run() throws IOException, Refusal {
    ToIntFunction<String[]> bench =
        session
            .platform()
            .command("bench")
            .orElseThrow(
                () ->
                    new Refusal(
                        "E0156",
                        "no bundle provides the command 'bench'",
                        "start the bundle org.ontoc.bench"));
    session.console().out().flush();
    return bench.applyAsInt(arguments.toArray(String[]::new));
  }
}
