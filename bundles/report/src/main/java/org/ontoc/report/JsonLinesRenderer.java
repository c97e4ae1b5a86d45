// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.ValidationResult;
import org.osgi.service.component.annotations.Component;

/**
 * JSON Lines: an object for each diagnostic and each result as it is found, then one summary, whose
 * absence shows that the report was cut off.
 */
@Component
@Renderer.Format("jsonl")
public final class JsonLinesRenderer implements Renderer {
  @Override
  public void render(Report report, Surface surface, Appendable out) throws IOException {
    for (Diagnostic diagnostic : report.diagnostics()) {
      JsonText json = begin("diagnostic", out);
      JsonParts.writeDiagnostic(diagnostic, json);
      end(json, out);
    }
    long shown = report.failed() ? 0 : writeResults(report, out);
    JsonText json = begin("summary", out);
    json.name("version").value(1);
    JsonParts.writeConforms(report, json);
    JsonParts.writeSwitches(report.switches(), json);
    JsonParts.writeStatistics(report.statistics(), shown, json);
    end(json, out);
  }

  private static long writeResults(Report report, Appendable out) throws IOException {
    long shown = 0;
    for (ValidationResult result : report.results()) {
      JsonText json = begin("result", out);
      JsonParts.writeResult(result, json);
      end(json, out);
      shown++;
    }
    return shown;
  }

  private static JsonText begin(String type, Appendable out) throws IOException {
    return new JsonText(out).beginObject().name("type").value(type);
  }

  private static void end(JsonText json, Appendable out) throws IOException {
    json.endObject();
    out.append('\n');
  }
}
