// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line as a whole. */
@Command(
    name = "ontoc",
    description = "Compiles SHACL shapes and OWL ontologies into native validators.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  ontoc validate -s shapes.ttl data.ttl    check data",
      "  ontoc compile -s shapes.ttl -o people/   make a validator to build into programs",
      "  ontoc lint shapes.ttl                    find mistakes in shapes",
      "  ontoc explain E0301                      what an error means",
      "",
      "'ontoc help COMMAND' says more about a command."
    })
final class Ontoc {
  /**
   * A command under the name that its annotation says, too: reading the annotations of all takes
   * longer than many commands do.
   *
   * @param alone whether it has nothing to do with other commands
   */
  private record Entry(String name, Function<Session, Subcommand> make, boolean alone) {
    Entry(String name, Function<Session, Subcommand> make) {
      this(name, make, true);
    }
  }

  private static final List<Entry> COMMANDS =
      List.of(
          new Entry("validate", ValidateCommand::new),
          new Entry("compile", CompileCommand::new),
          new Entry("lint", LintCommand::new),
          new Entry("explain", ExplainCommand::new),
          new Entry("doctor", DoctorCommand::new),
          new Entry("targets", TargetsCommand::new),
          new Entry("shell", ShellCommand::new),
          new Entry("completion", CompletionCommand::new, false),
          new Entry("version", VersionCommand::new),
          new Entry("help", HelpCommand::new, false));

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "print this page")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "print the version")
  private boolean version;

  private final Session session;

  private Ontoc(Session session) {
    this.session = session;
  }

  /** Runs one command line and returns its exit code; throws nothing. */
  static int run(String[] arguments, Session session) {
    int code = ExitCode.DONE;
    try (var _ = new Interruption(Thread.currentThread())) {
      code = new Ontoc(session).execute(arguments);
      session.console().out().flush();
      session.console().err().flush();
    } catch (TextOutput.BrokenPipe _) {
      // Whoever read our output has seen enough.
    } catch (IOException failed) {
      code = ExitCode.INTERNAL;
    }
    // What was interrupted is the call, not the thread that goes on to the next command.
    return Thread.interrupted() ? ExitCode.INTERRUPTED : code;
  }

  private int execute(String[] arguments) throws IOException {
    try {
      CommandLine line = commandLine(session, arguments);
      line.setParameterExceptionHandler((wrong, _) -> refuse(UsageError.of(wrong).diagnostics()));
      line.setExecutionExceptionHandler((thrown, _, _) -> failed(thrown));
      return line.execute(arguments);
    } catch (RuntimeException | Error thrown) {
      return failed(thrown);
    }
  }

  /** The command line with the commands that these arguments may need. */
  static CommandLine commandLine(Session session, String... arguments) {
    CommandLine line = new CommandLine(new Ontoc(session));
    Optional<Entry> named =
        COMMANDS.stream()
            .filter(command -> arguments.length > 0 && command.name().equals(arguments[0]))
            .filter(Entry::alone)
            .findFirst();
    if (named.isPresent()) {
      line.addSubcommand(named.get().make().apply(session));
    } else {
      for (Entry command : COMMANDS) line.addSubcommand(command.make().apply(session));
      ForeignCommand.addAll(line, session);
    }
    line.getCommandSpec().version("ontoc " + session.platform().version());
    line.setOut(new PrintWriter(session.console().out()));
    line.setErr(new PrintWriter(session.console().err()));
    line.setUsageHelpWidth(100);
    line.setUsageHelpAutoWidth(false);
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            session.console().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    return line;
  }

  private int failed(Throwable thrown) throws IOException {
    return switch (thrown) {
      case TextOutput.BrokenPipe broken -> throw broken;
      case Refusal refusal -> refuse(refusal.diagnostics());
      default -> refuse(List.of(CrashReport.write(thrown, session.platform().version())));
    };
  }

  private int refuse(List<org.ontoc.pipeline.Diagnostic> diagnostics) throws IOException {
    session.write(diagnostics, List.of());
    return ExitCode.of(diagnostics);
  }
}
