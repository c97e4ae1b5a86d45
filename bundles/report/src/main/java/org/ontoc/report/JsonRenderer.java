// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.ValidationResult;
import org.osgi.service.component.annotations.Component;

/** The JSON of docs/json-report.md, one result to a line. */
@Component
@Renderer.Format("json")
public final class JsonRenderer implements Renderer {
  @Override
  public void render(Report report, Surface surface, Appendable out) throws IOException {
    JsonText json = new JsonText(out).beginObject().line();
    json.name("version").value(1).line();
    JsonParts.writeConforms(report, json);
    JsonParts.writeSwitches(report.switches(), json.line());
    json.line().name("diagnostics").beginArray();
    for (Diagnostic diagnostic : report.diagnostics()) {
      JsonParts.writeDiagnostic(diagnostic, json.line().beginObject());
      json.endObject();
    }
    json.endArray().line().name("results").beginArray();
    long shown = report.failed() ? 0 : writeResults(report, json);
    json.endArray().line();
    JsonParts.writeStatistics(report.statistics(), shown, json);
    json.endObject();
    out.append('\n');
  }

  private static long writeResults(Report report, JsonText json) throws IOException {
    long shown = 0;
    for (ValidationResult result : report.results()) {
      JsonParts.writeResult(result, json.line().beginObject());
      json.endObject();
      shown++;
    }
    return shown;
  }
}
