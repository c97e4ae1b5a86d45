// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ontoc.pipeline.Probe;
import org.ontoc.pipeline.TerminalText;
import picocli.CommandLine.Command;

/** {@code ontoc doctor}. */
@Command(
    name = "doctor",
    description = "Says whether everything that ontoc needs is there, and what to do if not.",
    footer = {"", "Exit codes: 0 all is well, 2 something is missing."})
final class DoctorCommand extends Subcommand {
  DoctorCommand(Session session) {
    super(session);
  }

  @Override
  int run() throws IOException {
    List<Probe.Fact> facts = new ArrayList<>();
    facts.add(compiler());
    facts.add(new Probe.Fact("Java", true, Runtime.version().toString(), ""));
    for (Probe probe : session.platform().probes()) facts.addAll(facts(probe));
    Table table = new Table("lll");
    for (Probe.Fact fact : facts)
      table.row(fact.ok() ? "ok" : "missing", fact.subject(), fact.finding());
    TextOutput out = session.console().out();
    table.write("", out);
    for (Probe.Fact fact : facts)
      if (!fact.advice().isEmpty())
        out.line("help: " + TerminalText.sanitize(fact.subject() + ": " + fact.advice()));
    out.flush();
    return facts.stream().allMatch(Probe.Fact::ok) ? ExitCode.DONE : ExitCode.USAGE;
  }

  private Probe.Fact compiler() {
    boolean there = session.platform().compiler().isPresent();
    String count = Amounts.of(session.platform().providers().size(), "stage");
    return new Probe.Fact(
        "platform",
        there,
        there ? "version " + session.platform().version() + ", " + count : "no compiler",
        there ? "" : "start the bundle org.ontoc.pipeline.core");
  }

  /** A probe is a plug-in's: one that fails is a finding, too. */
  private static List<Probe.Fact> facts(Probe probe) {
    try {
      return probe.facts();
    } catch (RuntimeException failed) {
      return List.of(
          new Probe.Fact(
              probe.getClass().getName(), false, "failed: " + failed, "report it to its author"));
    }
  }
}
