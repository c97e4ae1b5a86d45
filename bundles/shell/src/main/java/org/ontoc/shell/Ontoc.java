// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
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
      CommandLine line = commandLine(session);
      line.setParameterExceptionHandler((wrong, _) -> refuse(UsageError.of(wrong).diagnostics()));
      line.setExecutionExceptionHandler((thrown, _, _) -> failed(thrown));
      return line.execute(arguments);
    } catch (RuntimeException | Error thrown) {
      return failed(thrown);
    }
  }

  static CommandLine commandLine(Session session) {
    CommandLine line = new CommandLine(new Ontoc(session));
    for (Subcommand command :
        List.of(
            new ValidateCommand(session),
            new CompileCommand(session),
            new LintCommand(session),
            new ExplainCommand(session),
            new DoctorCommand(session),
            new TargetsCommand(session),
            new ShellCommand(session),
            new CompletionCommand(session),
            new VersionCommand(session),
            new HelpCommand(session))) line.addSubcommand(command);
    ForeignCommand.addAll(line, session);
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
