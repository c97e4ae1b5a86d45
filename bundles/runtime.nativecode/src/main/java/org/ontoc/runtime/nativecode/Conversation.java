// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator.Statistics;
import org.ontoc.pipeline.ir.Origin;

/** What one run of a validator says, line by line: results are handed on, faults are reported. */
final class Conversation {
  static final String NOT_UNDERSTOOD = "the compiled validator says what is not understood: ";

  private final Results results;
  private final Documents documents;
  private final Explained explained;
  private final Context context;
  private final LineSplitter lines = new LineSplitter(this::line);
  private @Nullable Statistics statistics;
  private boolean faulty;

  Conversation(
      Results results, Documents documents, Consumer<ValidationResult> consumer, Context context) {
    this.results = results;
    this.documents = documents;
    this.explained = new Explained(consumer);
    this.context = context;
  }

  void hear(byte[] bytes, int length) throws ProtocolException {
    lines.feed(bytes, length);
  }

  /** The statistics when the validator came to its end. */
  Optional<Statistics> statistics() {
    return lines.unfinished() ? Optional.empty() : Optional.ofNullable(statistics);
  }

  /** Whether a fault was reported. */
  boolean faulty() {
    return faulty;
  }

  private void line(String line) throws ProtocolException {
    if (statistics != null) throw new ProtocolException("a line after the last: " + line);
    switch (MachineLine.parse(line)) {
      case MachineLine.Result result ->
          explained.add(results.result(result, documents.origin(result.at())), result.depth());
      case MachineLine.Cut cut -> cut(cut.results());
      case MachineLine.Fault fault -> {
        explained.end();
        report(fault);
      }
      case MachineLine.Summary summary -> {
        explained.end();
        statistics = summary.statistics();
      }
    }
  }

  private void cut(long count) {
    context.report(
        Severity.WARNING,
        "W0702",
        Origin.NOWHERE,
        count + (count == 1 ? " result lacks" : " results lack") + " some of what explains them",
        "raise the options detail-depth and detail-results to see all");
  }

  /** Reports why the validator gave up. */
  void report(MachineLine.Fault fault) {
    faulty = true;
    Origin at = documents.origin(fault.at());
    String message = Tail.printable(fault.message());
    switch (fault.kind()) {
      case SYNTAX ->
          context.report(
              Severity.ERROR,
              "E0701",
              at,
              message,
              "",
              java.util.List.of(new Diagnostic.Note(at, "this is byte " + fault.offset())));
      case IO ->
          context.error(
              "E0703", at, message, "see that the file exists, is readable and stays as it is");
      case LIMIT ->
          context.error(
              "E0811",
              at,
              message,
              "raise the limit by the option max-line-bytes, or mend the data");
      case MEMORY ->
          context.error(
              "E0812", at, message, "give the machine more memory, or validate the data in parts");
    }
  }
}
