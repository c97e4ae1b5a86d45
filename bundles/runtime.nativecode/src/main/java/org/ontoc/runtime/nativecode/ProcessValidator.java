// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.validation.Documents;
import org.ontoc.pipeline.validation.ValidationOptions;

/** Runs the validator as a process of its own for each validation. */
final class ProcessValidator extends NativeValidator {
  private final Path program;

  ProcessValidator(Path program, Results results) {
    super(results);
    this.program = program;
  }

  @Override
  Statistics run(
      Documents documents, ValidationOptions options, Conversation conversation, Context context) {
    ProcessBuilder builder = new ProcessBuilder(command(documents, options));
    String temporary = System.getenv("TMPDIR");
    builder.environment().clear();
    if (temporary != null) builder.environment().put("TMPDIR", temporary);
    builder.environment().put("LANG", "C");
    // only a build with sanitizers reads these: a finding must end it by a signal, not by an exit
    // status of ours
    builder.environment().put("ASAN_OPTIONS", "abort_on_error=1");
    builder.environment().put("UBSAN_OPTIONS", "abort_on_error=1:print_stacktrace=1");
    Process process;
    try {
      process = start(builder);
    } catch (IOException fault) {
      notStarted(fault, context);
      return Statistics.NONE;
    }
    Tail errors = Tail.of(process.getErrorStream());
    Feeder feeder = Feeder.start(documents, process);
    try (Watch watch = Watch.over(process, context)) {
      listen(process.getInputStream(), conversation);
      watch.rethrow();
      return outcome(process, conversation, feeder, errors, context);
    } catch (ProtocolException fault) {
      bug(context, Conversation.NOT_UNDERSTOOD + fault.getMessage(), "");
      return Statistics.NONE;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      context.checkCancelled();
      throw new CancellationException();
    } finally {
      ProcessTree.kill(process);
    }
  }

  /**
   * A process that another thread is starting holds the files that are open at that moment until it
   * becomes another program; a program that was being written just then is busy for that long.
   */
  private static Process start(ProcessBuilder builder) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return builder.start();
      } catch (IOException fault) {
        boolean busy = String.valueOf(fault.getMessage()).matches("(?s).*error[=:] ?26\\b.*");
        if (!busy || attempt == 100) throw fault;
        LockSupport.parkNanos(10_000_000);
      }
    }
  }

  private void notStarted(IOException fault, Context context) {
    String reason = String.valueOf(fault.getMessage());
    if (reason.matches("(?s).*error[=:] ?7\\b.*")) { // E2BIG
      context.error(
          "E0704",
          Origin.NOWHERE,
          "there are more data files than fit on a command line of this system",
          "join some of them, or validate with --option run=library");
    } else {
      context.error(
          "E0610",
          Origin.NOWHERE,
          "the compiled validator " + program + " cannot be started: " + reason,
          "compile it again on this machine");
    }
  }

  private List<String> command(Documents documents, ValidationOptions options) {
    List<String> command = new ArrayList<>(List.of(program.toString(), "--machine", "--frames"));
    options
        .maxLineBytes()
        .ifPresent(bytes -> command.addAll(List.of("--max-line-bytes", Long.toString(bytes))));
    options.memory().ifPresent(bytes -> command.addAll(List.of("--memory", Long.toString(bytes))));
    command.addAll(List.of("--detail-depth", Integer.toString(options.detailDepth())));
    command.addAll(List.of("--detail-results", Integer.toString(options.detailResults())));
    for (Documents.Document document : documents.list()) {
      command.addAll(
          switch (document.format()) {
            case N_TRIPLES -> List.of("--format", "nt");
            case TURTLE -> List.of("--format", "ttl", "--base", document.base());
          });
      command.add(
          document.source().file().map(file -> file.toAbsolutePath().toString()).orElse("-"));
    }
    return command;
  }

  private static void listen(InputStream stream, Conversation conversation)
      throws ProtocolException {
    byte[] buffer = new byte[64 * 1024];
    try {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer))
        conversation.hear(buffer, n);
    } catch (IOException _) {
      // the process was killed; its end is judged by its exit status
    }
  }

  private static Statistics outcome(
      Process process, Conversation said, Feeder feeder, Tail errors, Context context)
      throws InterruptedException {
    int status = process.waitFor();
    feeder.unread().ifPresent(unread -> unread.report(context));
    if (feeder.unread().isPresent() || said.faulty()) return Statistics.NONE;
    boolean done = (status == 0 || status == 1) && said.statistics().isPresent();
    if (done && (status == 0) == (said.statistics().get().results() == 0))
      return said.statistics().get();
    errors.awaitEnd(1_000);
    String text = errors.lastLines(12);
    String hint = text.isBlank() ? "" : "it said:\n" + text;
    Signals.of(status)
        .ifPresentOrElse(
            signal -> crashed(context, signal, hint),
            () -> {
              if (status == 2) unreadable(context, text);
              else bug(context, "the compiled validator ended with status " + status, hint);
            });
    return Statistics.NONE;
  }

  private static void crashed(Context context, String signal, String hint) {
    boolean killed = signal.equals("SIGKILL");
    context.error(
        "E0904",
        Origin.NOWHERE,
        "the compiled validator was ended by " + signal,
        killed ? "most likely the machine ran out of memory; validate the data in parts" : hint);
  }

  private static void unreadable(Context context, String text) {
    context.error(
        "E0703",
        Origin.NOWHERE,
        "the compiled validator could not open its data",
        text.isBlank() ? "see that the files exist and are readable" : text);
  }

  @Override
  void release() {
    // each validation had a process of its own
  }
}
