// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.List;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Severity;

/**
 * Findings about sources as results, with their codes as rules, when nothing else was asked for:
 * services that show SARIF files show results and leave notifications out. With an error among them
 * all are notifications, since the work was not done.
 */
final class SarifFindings {
  private final Report report;
  private final JsonText json;
  private final List<Diagnostic> findings;
  private final List<String> codes;
  private final Fingerprint fingerprint = new Fingerprint();

  SarifFindings(Report report, JsonText json) {
    this.report = report;
    this.json = json;
    findings =
        report.validatedNothing() && !report.failed()
            ? report.diagnostics().stream().filter(SarifFindings::isFinding).toList()
            : List.of();
    codes = findings.stream().map(Diagnostic::code).distinct().toList();
  }

  private static boolean isFinding(Diagnostic diagnostic) {
    return diagnostic.severity() != Severity.ERROR && !diagnostic.code().isEmpty();
  }

  boolean isEmpty() {
    return findings.isEmpty();
  }

  /** The report without what is written as results. */
  Report others() {
    List<Diagnostic> rest =
        report.diagnostics().stream().filter(one -> !findings.contains(one)).toList();
    return new Report(
        report.conforms(), report.results(), rest, report.statistics(), report.switches());
  }

  void write() throws IOException {
    for (Diagnostic finding : findings) {
      json.line().beginObject();
      json.name("ruleId").value(finding.code());
      json.name("ruleIndex").value(codes.indexOf(finding.code()));
      json.name("level").value(SarifText.level(finding.severity()));
      String hint = finding.hint().isEmpty() ? "" : "; " + finding.hint();
      SarifText.write("message", SarifNotifications.text(finding.message() + hint), json);
      json.name("locations").beginArray();
      SarifNotifications.writeLocation(finding.at(), "", json);
      json.endArray();
      writeRelated(finding);
      json.name("partialFingerprints").beginObject();
      json.name("ontocFinding/v1");
      json.value(fingerprint.of(finding.code(), finding.at().document(), finding.message()))
          .endObject();
      json.endObject();
    }
  }

  private void writeRelated(Diagnostic finding) throws IOException {
    if (finding.notes().isEmpty()) return;
    json.name("relatedLocations").beginArray();
    int id = 0;
    for (Diagnostic.Note note : finding.notes()) {
      json.beginObject().name("id").value(id++);
      if (!note.at().document().isEmpty()) SarifText.writePhysical(note.at(), json);
      SarifText.write("message", SarifNotifications.text(note.message()), json);
      json.endObject();
    }
    json.endArray();
  }

  void writeRules() throws IOException {
    json.name("rules").beginArray();
    for (String code : codes) {
      json.line().beginObject().name("id").value(code);
      String example = SarifNotifications.text(first(code).message());
      SarifText.write("shortDescription", example, json);
      SarifText.write("fullDescription", example, json);
      SarifText.write("help", "'ontoc explain " + code + "' says more.", json);
      json.name("defaultConfiguration").beginObject().name("level");
      json.value(SarifText.level(first(code).severity())).endObject();
      json.endObject();
    }
    json.endArray();
  }

  /** What a code means is told by its first finding. */
  private Diagnostic first(String code) {
    return findings.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
  }
}
