// SPDX-License-Identifier: Apache-2.0
package org.ontoc.example.markdown;

import java.util.List;
import java.util.stream.Stream;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.plan.Plan;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;

/**
 * Takes the target {@code c} over from the built-in back end, adds the Markdown page to what that
 * one makes, and gives the target back when this bundle stops.
 */
@Component
@Backend.Target("c")
@ServiceRanking(100)
public final class DocumentedC implements Backend {
  private final Backend original;
  private final Backend documentation;

  @Activate
  public DocumentedC(
      @Reference(target = "(&(target=c)(!(service.ranking=100)))") Backend original,
      @Reference(target = "(target=markdown)") Backend documentation) {
    this.original = original;
    this.documentation = documentation;
  }

  @Override
  public List<Artifact> apply(Plan plan, Context context) {
    return Stream.concat(
            original.apply(plan, context).stream(), documentation.apply(plan, context).stream())
        .toList();
  }
}
