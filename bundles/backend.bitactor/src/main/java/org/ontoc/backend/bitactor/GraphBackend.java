// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.plan.PathAutomaton;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlanLimits;
import org.ontoc.pipeline.plan.PlanQueries;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.graph.GraphImage;
import org.ontoc.runtime.bitactor.graph.GraphReader;
import org.ontoc.runtime.bitactor.graph.GraphWriter;
import org.ontoc.runtime.bitactor.graph.NativeRunner;

/** Graph mode: any plan without queries becomes an image that validates graphs. */
final class GraphBackend {
  /** Images hold states in 16 bits. */
  private static final int MOST_STATES = 1 << 16;

  private GraphBackend() {}

  /** The image; nothing when something was reported. */
  static List<Artifact> apply(Plan plan, Context context) {
    if (!isPossible(plan, context)) return List.of();
    boolean explained = context.option("detail", "true").equals("true");
    GraphImage image = new GraphCompiler(plan, explained).compile(context);
    for (int i = 0; i < image.handlers().size(); i++) {
      if (image.handlers().get(i).depth() <= GraphImage.DEEPEST) continue;
      PlanLimits.reportLongChain(plan.shapes().get(i).shape(), GraphImage.DEEPEST, context);
      return List.of();
    }
    byte[] bytes = GraphWriter.write(image);
    try {
      GraphReader.read(bytes);
    } catch (ImageException wrong) {
      throw new IllegalStateException("the image would be refused", wrong);
    }
    return List.of(
        new Artifact(plan.name() + ".bitc", bytes, false),
        new Artifact("ontoc_run.c", NativeRunner.source()));
  }

  private static boolean isPossible(Plan plan, Context context) {
    Optional<Shape> deep = plan.tooDeepPath();
    deep.ifPresent(shape -> PathAutomaton.reportTooDeep(shape, context));
    return PlanQueries.areNone(plan, "bitactor", context)
        & PlanLimits.areAutomataSmall(plan, MOST_STATES, "bytecode", context)
        & isWithoutBudget(context)
        & deep.isEmpty();
  }

  /** A budget is about records, and would be ignored here. */
  private static boolean isWithoutBudget(Context context) {
    String given = context.option("budget", "") + context.option("over-budget", "");
    if (given.isEmpty()) return true;
    context.error(
        "E0535",
        Origin.NOWHERE,
        "a budget is given, and no shape is chosen as a record",
        "name node shapes with --signal, or leave the budget out");
    return false;
  }
}
