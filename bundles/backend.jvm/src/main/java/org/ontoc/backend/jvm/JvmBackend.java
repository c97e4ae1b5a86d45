// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.RecursiveShapes;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.plan.PathAutomaton;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.osgi.service.component.annotations.Component;

/**
 * Compiles a plan to class files, and NAME.jar, which holds them with the runtime: it runs by
 * itself and is a library for Java programs. Same plan, same bytes.
 */
@Component
@Backend.Target("jvm")
@Backend.Sparql
public final class JvmBackend implements Backend {
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
        new Artifact(plan.name() + ".jar", Jar.of(classes, Queries.areAsked(plan)), false));
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
    if (isRecursive(plan, context)) return false;
    OptionalInt deep = Chains.tooDeep(plan);
    if (deep.isEmpty()) return true;
    context.error(
        "E0521",
        plan.shapes().get(deep.getAsInt()).shape().at(),
        "a chain of more than " + Chains.DEEPEST + " shapes that refer to each other starts here",
        "refer to fewer shapes in a row");
    return false;
  }

  /** Reports a shape that refers to itself, which only the back end c evaluates. */
  private static boolean isRecursive(Plan plan, Context context) {
    List<Shape> shapes = plan.shapes().stream().map(PlannedShape::shape).toList();
    RecursiveShapes recursive = RecursiveShapes.of(shapes);
    for (Shape shape : shapes) {
      if (!recursive.contains(shape.id())) continue;
      context.error(
          "E0525",
          shape.at(),
          "this shape refers to itself, which the target jvm does not evaluate",
          "use the target c, or break the cycle");
      return true;
    }
    return false;
  }
}
