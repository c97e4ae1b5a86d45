// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ontoc.backend.bitactor.BitactorBackend;
import org.ontoc.backend.bitactor.BitactorProvider;
import org.ontoc.backend.c.CBackend;
import org.ontoc.backend.jvm.JvmBackend;
import org.ontoc.backend.jvm.JvmProvider;
import org.ontoc.frontend.shacl.ShaclFrontEnd;
import org.ontoc.passes.ConstantFolding;
import org.ontoc.passes.DeadShapes;
import org.ontoc.passes.MergeDuplicates;
import org.ontoc.passes.OrderByCost;
import org.ontoc.passes.SharedPaths;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.PlanPass;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidatorProvider;
import org.ontoc.pipeline.ir.Program;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.planner.StandardPlanner;
import org.ontoc.runtime.nativecode.NativeProvider;

/** Our stages, called without the platform. */
final class Stages {
  static final ValidatorProvider PROVIDER = new NativeProvider();
  private static final CBackend BACKEND = new CBackend();

  /** In the order of the platform's default list. */
  private static final List<Pass> PASSES =
      List.of(new DeadShapes(), new ConstantFolding(), new MergeDuplicates());

  private static final List<PlanPass> PLAN_PASSES = List.of(new OrderByCost(), new SharedPaths());

  private Stages() {}

  /** What a stage refused. */
  static final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    Rejected(RecordingContext context) {
      super(String.join("; ", context.diagnostics().stream().map(Object::toString).toList()));
    }
  }

  static Program program(String turtle) {
    return program(List.of(CompiledEngine.source("shapes.ttl", "text/turtle", turtle)));
  }

  static Program program(List<Source> shapes) {
    return accepted(new RecordingContext(), context -> new ShaclFrontEnd().apply(shapes, context));
  }

  /** The program after all standard passes over programs. */
  static Program optimized(Program program) {
    Program result = program;
    for (Pass pass : PASSES) {
      Program input = result;
      result = accepted(new RecordingContext(), context -> pass.apply(input, context));
    }
    return result;
  }

  /** The plan of a name, with all standard passes or with none. */
  static Plan plan(String name, List<Source> shapes, boolean passes) {
    Program read = program(shapes);
    Program program = passes ? optimized(read) : read;
    Plan plan =
        accepted(
            new RecordingContext(Map.of("name", name)),
            context -> new StandardPlanner().apply(program, context));
    if (!passes) return plan;
    for (PlanPass pass : PLAN_PASSES) {
      Plan input = plan;
      plan = accepted(new RecordingContext(), context -> pass.apply(input, context));
    }
    return plan;
  }

  /** For C. */
  static List<Artifact> sources(Plan plan) {
    return sources(plan, "c");
  }

  static List<Artifact> sources(Plan plan, String target) {
    Backend backend =
        switch (target) {
          case "jvm" -> new JvmBackend();
          case "bitactor" -> new BitactorBackend();
          default -> BACKEND;
        };
    return accepted(new RecordingContext(), context -> backend.apply(plan, context));
  }

  static ValidatorProvider provider(String target) {
    return switch (target) {
      case "jvm" -> new JvmProvider();
      case "bitactor" -> new BitactorProvider();
      default -> PROVIDER;
    };
  }

  private static <T> T accepted(RecordingContext context, Function<RecordingContext, T> stage) {
    T output = stage.apply(context);
    if (context.failed()) throw new Rejected(context);
    return output;
  }
}
