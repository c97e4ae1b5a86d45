// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator.Statistics;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.validation.DataFault;
import org.ontoc.pipeline.validation.Documents;
import org.ontoc.pipeline.validation.ResultTree;

/** What one run of a validator says, line by line: results are handed on, faults are reported. */
final class Conversation {
  static final String NOT_UNDERSTOOD = "the compiled validator says what is not understood: ";

  private final Results results;
  private final Documents documents;
  private final ResultTree explained;
  private final Context context;
  private final LineSplitter lines = new LineSplitter(this::line);
  private @Nullable Statistics statistics;
  private boolean faulty;

  Conversation(
      Results results, Documents documents, Consumer<ValidationResult> consumer, Context context) {
    this.results = results;
    this.documents = documents;
    this.explained = new ResultTree(consumer);
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
      case MachineLine.Result result -> {
        if (!explained.accepts(result.depth()))
          throw new ProtocolException("a result of depth " + result.depth() + " explains none");
        explained.add(results.result(result, origin(result.at())), result.depth());
      }
      case MachineLine.Cut cut -> ResultTree.reportCut(cut.results(), context);
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

  private Origin origin(MachineLine.Position at) {
    return documents.origin(at.file(), at.line(), at.column());
  }

  /** Reports why the validator gave up. */
  void report(MachineLine.Fault fault) {
    faulty = true;
    new DataFault(fault.kind(), origin(fault.at()), Tail.printable(fault.message()), fault.offset())
        .report(context);
  }
}
