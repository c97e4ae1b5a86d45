// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.ValidationResult;
import org.osgi.service.component.annotations.Component;

/**
 * SARIF 2.1.0 (OASIS Standard, 27 March 2020), one run. The results come first and the tool with
 * its rules after them, since the rules are known when all results have been written.
 */
@Component
@Renderer.Format("sarif")
public final class SarifRenderer implements Renderer {
  @Override
  public void render(Report report, Surface surface, Appendable out) throws IOException {
    Names names = new Names();
    Sentences sentences = new Sentences(names);
    SarifRules rules = new SarifRules();
    JsonText json = new JsonText(out).beginObject().line();
    json.name("$schema").value("https://json.schemastore.org/sarif-2.1.0.json").line();
    json.name("version").value("2.1.0").line();
    json.name("runs").beginArray().beginObject().line();
    json.name("columnKind").value("unicodeCodePoints").line();
    json.name("results").beginArray();
    SarifFindings findings = new SarifFindings(report, json);
    findings.write();
    long shown = report.failed() ? 0 : writeResults(report, rules, names, sentences, json);
    json.endArray().line();
    writeTool(report, rules, findings, names, sentences, json);
    SarifNotifications.writeInvocation(findings.others(), json.line());
    writeProperties(report, shown, json.line());
    json.endObject().endArray().endObject();
    out.append('\n');
  }

  private static long writeResults(
      Report report, SarifRules rules, Names names, Sentences sentences, JsonText json)
      throws IOException {
    SarifResult writer = new SarifResult(rules, names, sentences, json);
    long shown = 0;
    for (ValidationResult result : report.results()) {
      writer.write(result);
      shown++;
    }
    return shown;
  }

  private static void writeTool(
      Report report,
      SarifRules rules,
      SarifFindings findings,
      Names names,
      Sentences sentences,
      JsonText json)
      throws IOException {
    json.name("tool").beginObject().name("driver").beginObject().name("name").value("ontoc");
    if (findings.isEmpty()) rules.write(json, names, sentences);
    else findings.writeRules();
    SarifNotifications.writeDescriptors(findings.others(), json);
    json.endObject().endObject();
  }

  private static void writeProperties(Report report, long shown, JsonText json) throws IOException {
    json.name("properties").beginObject();
    JsonParts.writeConforms(report, json);
    JsonParts.writeSwitches(report.switches(), json);
    JsonParts.writeStatistics(report.statistics(), shown, json);
    json.endObject();
  }
}
