// SPDX-License-Identifier: Apache-2.0
package org.ontoc.example.markdown;

import java.util.List;
import java.util.stream.Collectors;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Constraint;
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
    StringBuilder page = new StringBuilder("# " + plan.name() + "\n");
    for (PlannedShape shape : plan.shapes()) {
      context.checkCancelled();
      page.append(section(shape));
    }
    return List.of(new Artifact(plan.name() + ".md", page.toString()));
  }

  private static String section(PlannedShape planned) {
    String path = planned.shape().path().map(it -> ", path " + code(it)).orElse("");
    String heading = "\n## " + code(planned.shape().id()) + path + "\n\n";
    return planned.checks().stream()
        .map(MarkdownBackend::item)
        .collect(Collectors.joining("", heading, ""));
  }

  /** The sentence is for people and may leave something out; the constraint does not. */
  private static String item(Check check) {
    return "- " + escape(check.message()) + ": " + code(withoutPosition(check.constraint())) + "\n";
  }

  private static String withoutPosition(Constraint constraint) {
    String at = "at=" + constraint.at() + "]";
    return constraint.toString().replace(", " + at, "]").replace("[" + at, "");
  }

  private static String code(Object term) {
    return "`" + term.toString().replace('`', '\'').replaceAll("\\s+", " ") + "`";
  }

  private static String escape(String text) {
    return text.replaceAll("([\\\\`*_<>#|\\[\\]])", "\\\\$1").replaceAll("\\s+", " ");
  }
}
