// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.Optional;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.plan.Plan;
import org.osgi.service.component.annotations.Component;

/** For people. When nothing was validated, nothing is said about conformance. */
@Component(service = Renderer.class)
@Renderer.Format("human")
public final class HumanRenderer implements Renderer.Prepared {
  @Override
  public void render(Report report, Surface surface, Appendable out) throws IOException {
    Style style = new Style(surface.colour());
    Excerpt excerpt = new Excerpt(surface, style);
    new HumanDiagnostics(excerpt, style, out).write(report.diagnostics());
    if (report.failed() || report.validatedNothing()) return;
    new HumanResults(excerpt, style, out).write(report);
  }

  @Override
  public Optional<String> texts(Plan plan) {
    return PreparedTexts.of(plan);
  }
}
