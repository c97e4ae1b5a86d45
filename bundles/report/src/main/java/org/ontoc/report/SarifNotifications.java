// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.List;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ir.Origin;

/** Diagnostics as notifications of the one invocation (SARIF sections 3.20 and 3.58). */
final class SarifNotifications {
  private SarifNotifications() {}

  /** A descriptor for each code, in the order of first appearance. */
  static void writeDescriptors(Report report, JsonText json) throws IOException {
    List<String> codes = codes(report);
    if (codes.isEmpty()) return;
    json.name("notifications").beginArray();
    for (String code : codes) {
      json.beginObject().name("id").value(code);
      SarifText.write("help", "'ontoc explain " + code + "' says more.", json);
      json.endObject();
    }
    json.endArray();
  }

  private static List<String> codes(Report report) {
    return report.diagnostics().stream()
        .map(Diagnostic::code)
        .filter(code -> !code.isEmpty())
        .distinct()
        .toList();
  }

  static void writeInvocation(Report report, JsonText json) throws IOException {
    List<String> codes = codes(report);
    json.name("invocations").beginArray().beginObject();
    json.name("executionSuccessful").value(!report.failed());
    json.name("toolExecutionNotifications").beginArray();
    for (Diagnostic diagnostic : report.diagnostics()) {
      json.line().beginObject();
      write(diagnostic, codes.indexOf(diagnostic.code()), json);
      json.endObject();
    }
    json.endArray().endObject().endArray();
  }

  private static void write(Diagnostic diagnostic, int index, JsonText json) throws IOException {
    if (index >= 0) {
      json.name("descriptor").beginObject().name("id").value(diagnostic.code());
      json.name("index").value(index).endObject();
    }
    json.name("level").value(SarifText.level(diagnostic.severity()));
    String hint = diagnostic.hint().isEmpty() ? "" : "; " + diagnostic.hint();
    SarifText.write("message", text(diagnostic.message() + hint), json);
    json.name("locations").beginArray();
    writeLocation(diagnostic.at(), "", json);
    for (Diagnostic.Note note : diagnostic.notes()) writeLocation(note.at(), note.message(), json);
    json.endArray();
  }

  static void writeLocation(Origin at, String message, JsonText json) throws IOException {
    if (at.document().isEmpty() && message.isEmpty()) return;
    json.beginObject();
    if (!at.document().isEmpty()) SarifText.writePhysical(at, json);
    if (!message.isEmpty()) SarifText.write("message", text(message), json);
    json.endObject();
  }

  static String text(String text) {
    return SarifText.message(TerminalText.sanitize(text));
  }
}
