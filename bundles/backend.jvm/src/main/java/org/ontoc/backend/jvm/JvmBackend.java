// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.plan.PathAutomaton;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlanLimits;
import org.ontoc.pipeline.plan.PlanQueries;
import org.osgi.service.component.annotations.Component;

/**
 * Compiles a plan to class files, and NAME.jar, which holds them with the runtime: it runs by
 * itself and is a library for Java programs. Same plan, same bytes.
 */
@Component
@Backend.Target("jvm")
@Backend.Sparql
public final class JvmBackend implements Backend {
  /** The compiled methods call each other as deep, and a thread's stack may be small. */
  private static final int LONGEST_CHAIN = 1_000;

  @Override
  public List<Artifact> apply(Plan plan, Context context) {
    context.checkCancelled();
    if (!isPossible(plan, context)) return List.of();
    boolean explained = context.option("detail", "true").equals("true");
    List<ClassFiles.Compiled> classes = new ClassFiles(plan, explained).compile(context);
    List<Artifact> artifacts = new ArrayList<>();
    for (ClassFiles.Compiled compiled : classes)
      artifacts.add(new Artifact(path(compiled.className()), compiled.bytes(), false));
    artifacts.add(
        new Artifact(plan.name() + ".jar", Jar.of(classes, PlanQueries.areAsked(plan)), false));
    return List.copyOf(artifacts);
  }

  /** Where a class file is in a folder or a jar. */
  static String path(String className) {
    return className.replace('.', '/') + ".class";
  }

  private static boolean isPossible(Plan plan, Context context) {
    Optional<Shape> deepPath = plan.tooDeepPath();
    if (deepPath.isPresent()) {
      PathAutomaton.reportTooDeep(deepPath.get(), context);
      return false;
    }
    return PlanLimits.areChainsShort(plan, LONGEST_CHAIN, context);
  }
}
