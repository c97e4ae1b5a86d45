// SPDX-License-Identifier: Apache-2.0
package org.ontoc.example.markdown;

import java.util.List;
import java.util.stream.Collectors;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.osgi.service.component.annotations.Component;

/** The whole of a back end: a class, two annotations, one method. */
@Component
@Backend.Target("markdown")
public final class MarkdownBackend implements Backend {
  @Override
  public List<Artifact> apply(Plan plan, Context context) {
    String page =
        plan.shapes().stream()
            .map(MarkdownBackend::section)
            .collect(Collectors.joining("\n", "# " + plan.name() + "\n\n", ""));
    return List.of(new Artifact(plan.name() + ".md", page));
  }

  private static String section(PlannedShape planned) {
    String path = planned.shape().path().map(it -> ", path " + code(it)).orElse("");
    String heading = "## " + code(planned.shape().id()) + path + "\n\n";
    return planned.checks().stream()
        .map(Check::message)
        .map(sentence -> "- " + escape(sentence) + "\n")
        .collect(Collectors.joining("", heading, ""));
  }

  private static String code(Object term) {
    return "`" + term.toString().replace('`', '\'') + "`";
  }

  private static String escape(String text) {
    return text.replaceAll("([\\\\`*_<>#|\\[\\]])", "\\\\$1").replaceAll("\\s+", " ");
  }
}
