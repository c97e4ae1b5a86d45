// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontoc.backend.c.CText.CIdentifier;
import org.ontoc.backend.c.CText.CStringLiteral;
import org.ontoc.backend.c.CText.Rendered;
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
 * Makes NAME.h, NAME.c (the C runtime and the program in one file), main.c, classes for Java and
 * what a project needs to use them. Same plan, same bytes.
 */
@Component
@Backend.Target("c")
public final class CBackend implements Backend {
  /**
   * The generated functions call each other as deep as shapes refer to each other, and a thread's
   * stack may be small. Recursive shapes do not call each other, but a report can go through each
   * of them.
   */
  private static final int LONGEST_CHAIN = 1_000;

  private final Templates templates = new Templates();

  @Override
  public List<Artifact> apply(Plan plan, Context context) {
    if (!isPossible(plan, context)) return List.of();
    CIdentifier name = new CIdentifier(plan.name());
    Rendered program = program(plan, name, context);
    List<Artifact> artifacts = new ArrayList<>(JavaSources.of(name));
    artifacts.addAll(
        List.of(
            artifact(plan.name() + ".h", "header", name),
            new Artifact(plan.name() + ".c", program.c()),
            new Artifact("main.c", main(name).c()),
            artifact("example.c", "example", name),
            artifact(plan.name() + ".pc", "pkgconfig", name),
            artifact("CMakeLists.txt", "cmake", name),
            artifact(plan.name() + "Config.cmake", "cmake_config", name)));
    return List.copyOf(artifacts);
  }

  private Artifact artifact(String path, String template, CIdentifier name) {
    return new Artifact(path, templates.render(template, "name", name, "quoted", quoted(name)).c());
  }

  private static CStringLiteral quoted(CIdentifier name) {
    return new CStringLiteral(name.name());
  }

  private Rendered main(CIdentifier name) {
    return templates.render(
        "main", "name", name, "quoted", quoted(name), "body", Amalgamation.main());
  }

  private Rendered program(Plan plan, CIdentifier name, Context context) {
    boolean detail = context.option("detail", "true").equals("true");
    Unit unit = new Unit(plan, templates, detail);
    Modes modes = Modes.of(plan, unit.shapeNumbers(), unit.recursion, detail);
    Functions functions = new Functions(unit, modes, context);
    Rendered tables =
        new Tables(unit)
            .program(functions.recursive(), functions.recursiveCount(), functions::passing);
    Parts parts = new Parts(unit, functions.shapes());
    return templates.render(
        "source",
        "name",
        name,
        "headers",
        Amalgamation.headers(),
        "runtime",
        Amalgamation.sources(),
        "parts",
        parts.count(),
        "prototypes",
        functions.prototypes(),
        "shared",
        parts.shared(),
        "shapes",
        parts.text(),
        "program",
        tables);
  }

  private static boolean isPossible(Plan plan, Context context) {
    boolean possible = PlanQueries.areNone(plan, "c", context);
    Optional<Shape> deep = plan.tooDeepPath();
    deep.ifPresent(shape -> PathAutomaton.reportTooDeep(shape, context));
    return PlanLimits.areAutomataSmall(plan, Automata.MOST_STATES, "C code", context)
            & PlanLimits.areChainsShort(plan, LONGEST_CHAIN, context)
            & possible
        && deep.isEmpty();
  }
}
