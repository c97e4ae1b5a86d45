// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.Validator.Statistics;

/** What a command works with. */
record Session(Platform platform, Console console, Progress progress) {
  Compiler compiler() throws Refusal {
    return platform
        .compiler()
        .orElseThrow(
            () ->
                new Refusal(
                    "E0155",
                    "this platform is incomplete: no bundle provides the compiler",
                    "start the bundle org.ontoc.pipeline.core"));
  }

  Renderer renderer(String format) throws Refusal {
    Optional<Renderer> renderer = platform.renderer(format);
    if (renderer.isPresent()) return renderer.get();
    List<String> formats = platform.words(Platform.Kind.RENDERER);
    throw new Refusal(
        "E0152",
        "no renderer writes the format '" + format + "'",
        Suggestions.hint(format, formats, "known formats: " + String.join(", ", formats)));
  }

  /**
   * Writes findings to standard error for people; the documents are asked for the lines to show.
   */
  void write(List<Diagnostic> diagnostics, List<Source> documents) throws IOException {
    if (diagnostics.isEmpty()) return;
    Optional<Renderer> human = platform.renderer("human");
    if (human.isEmpty()) writePlain(diagnostics);
    else {
      Report report = new Report(true, List.of(), diagnostics, Statistics.NONE, Map.of());
      human
          .get()
          .render(
              report,
              SourceLines.ofDiagnostics(diagnostics, documents, console.errorColour()),
              console.err());
    }
    console.err().flush();
  }

  /** A platform without the report bundle still says what is wrong. */
  private void writePlain(List<Diagnostic> diagnostics) throws IOException {
    for (Diagnostic diagnostic : diagnostics) {
      String at = diagnostic.at().document().isEmpty() ? "" : diagnostic.at() + ": ";
      String word = diagnostic.severity() == Severity.ERROR ? "error" : "warning";
      console
          .err()
          .line(
              TerminalText.sanitize(
                  word + "[" + diagnostic.code() + "]: " + at + diagnostic.message()));
    }
  }
}
