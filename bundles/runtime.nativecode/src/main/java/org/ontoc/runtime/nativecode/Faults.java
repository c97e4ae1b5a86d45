// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.nio.file.Path;
import java.util.Optional;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Origin;

/** Says in one error how a compiler failed. */
final class Faults {
  private Faults() {}

  /** Reports an outcome that is not a success. */
  static void report(Path compiler, String doing, Tool.Outcome outcome, Context context) {
    String who = "the C compiler " + compiler + ", " + doing + ",";
    switch (outcome) {
      case Tool.Outcome.NotStarted(String reason) ->
          error(context, "E0602", who + " could not be started: " + Tail.printable(reason), "");
      case Tool.Outcome.TimedOut(java.time.Duration limit, String text) ->
          error(
              context,
              "E0604",
              who + " did not end within " + limit.toSeconds() + " s and was killed",
              text.isBlank()
                  ? "raise the option cc-timeout, or use the profile quick"
                  : said(text));
      case Tool.Outcome.Flooded(String text) ->
          error(context, "E0608", who + " printed without end and was killed", said(text));
      case Tool.Outcome.Exited(int status, String text) -> {
        Optional<String> signal = Signals.of(status);
        if (signal.isPresent()) {
          error(context, "E0606", who + " was ended by " + signal.get(), said(text));
        } else {
          error(context, "E0603", who + " failed with exit status " + status, said(text));
        }
      }
    }
  }

  /** Reports that a compiler claimed success and did not deliver. */
  static void noOutput(Path compiler, String problem, String text, Context context) {
    error(
        context,
        "E0605",
        "the C compiler " + compiler + " reported success, but " + problem,
        said(text));
  }

  private static void error(Context context, String code, String message, String hint) {
    context.error(code, Origin.NOWHERE, message, hint);
  }

  private static String said(String text) {
    return text.isBlank() ? "" : "it said:\n" + text;
  }
}
