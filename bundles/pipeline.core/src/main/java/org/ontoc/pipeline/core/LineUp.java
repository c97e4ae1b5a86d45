// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.FrontEnd;
import org.ontoc.pipeline.Pass;
import org.ontoc.pipeline.PlanPass;
import org.ontoc.pipeline.Planner;
import org.ontoc.pipeline.Request;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.Toolchain;
import org.ontoc.pipeline.ValidatorProvider;
import org.ontoc.pipeline.ir.Origin;

/** The stages of one compilation, all taken at its start. */
record LineUp(
    List<Reader> readers,
    List<Member<Pass>> passes,
    Optional<Member<Planner>> planner,
    List<Member<PlanPass>> planPasses,
    Optional<Member<Backend>> backend,
    Optional<Member<Toolchain>> toolchain) {
  /** A front end and what it is to read. */
  record Reader(Member<FrontEnd> frontEnd, List<Source> sources) {}

  /** Takes what a request needs; what is not registered is reported as an error. */
  static LineUp of(Request request, List<String> defaultPasses, Selection selection, Run run) {
    List<Reader> readers = new ArrayList<>();
    readers.addAll(readers(request.shapes(), "shapes", selection, run));
    readers.addAll(readers(request.ontologies(), "ontology", selection, run));
    if (request.shapes().isEmpty() && request.ontologies().isEmpty()) {
      error(run, "E0110", "there are no sources to compile", "name at least one shapes graph");
    }
    List<Member<Pass>> passes = new ArrayList<>();
    List<Member<PlanPass>> planPasses = new ArrayList<>();
    boolean named = request.passes().isPresent();
    for (String id : request.passes().orElse(defaultPasses)) {
      Optional<Member<Pass>> pass = selection.one(Pass.class, "pass", "id", id);
      Optional<Member<PlanPass>> planPass =
          pass.isPresent()
              ? Optional.empty()
              : selection.one(PlanPass.class, "plan pass", "id", id);
      pass.ifPresent(passes::add);
      planPass.ifPresent(planPasses::add);
      if (pass.isEmpty() && planPass.isEmpty()) missingPass(id, named, selection, run);
    }
    Optional<Member<Planner>> planner =
        selection.one(Planner.class, "planner", "planner", offer -> true);
    if (planner.isEmpty()) {
      error(run, "E0594", "there is no planner", "install a bundle that provides one");
    }
    return new LineUp(
        readers,
        passes,
        planner,
        planPasses,
        backend(request, selection, run),
        toolchain(request, selection));
  }

  private static List<Reader> readers(
      List<Source> sources, String role, Selection selection, Run run) {
    Map<String, Optional<Member<FrontEnd>>> byType = new LinkedHashMap<>();
    Map<Long, Reader> readers = new LinkedHashMap<>();
    for (Source source : sources) {
      Optional<Member<FrontEnd>> frontEnd =
          byType.computeIfAbsent(source.mediaType(), type -> frontEnd(type, role, selection));
      if (frontEnd.isEmpty()) {
        String known = selection.known(FrontEnd.class, "value");
        run.report(
            new Diagnostic(
                Severity.ERROR,
                "pipeline.core",
                "E0109",
                new Origin(source.name(), 0, 0, ""),
                "no front end reads " + source.mediaType() + " as " + role,
                "known media types: " + known,
                List.of()));
        continue;
      }
      readers
          .computeIfAbsent(
              frontEnd.get().offer().id(), _ -> new Reader(frontEnd.get(), new ArrayList<>()))
          .sources()
          .add(source);
    }
    return List.copyOf(readers.values());
  }

  private static Optional<Member<FrontEnd>> frontEnd(
      String mediaType, String role, Selection selection) {
    return selection.one(
        FrontEnd.class,
        "front end",
        "frontend." + role,
        offer ->
            Selection.strings(offer.property("role")).contains(role)
                && Selection.strings(offer.property("value")).contains(mediaType));
  }

  private static void missingPass(String id, boolean named, Selection selection, Run run) {
    String known = selection.known(Pass.class, "id") + ", " + selection.known(PlanPass.class, "id");
    if (named) {
      error(run, "E0592", "no pass has the id " + id, "known passes: " + known);
    } else {
      run.report(
          Severity.WARNING,
          "W0592",
          "the pass " + id + " of the default list is not installed",
          "known passes: " + known);
    }
  }

  private static Optional<Member<Backend>> backend(Request request, Selection selection, Run run) {
    if (request.until() == Request.Until.PLAN) return Optional.empty();
    String target = request.target();
    Optional<Member<Backend>> backend = selection.one(Backend.class, "back end", "target", target);
    if (backend.isEmpty()) {
      String known = selection.known(Backend.class, "target");
      error(run, "E0591", "no back end has the target " + target, "known targets: " + known);
    }
    return backend;
  }

  private static Optional<Member<Toolchain>> toolchain(Request request, Selection selection) {
    if (request.until().compareTo(Request.Until.BINARIES) < 0) return Optional.empty();
    String known = selection.known(ValidatorProvider.class, "opens");
    String target = request.target();
    boolean opened = request.until() == Request.Until.VALIDATOR;
    if (opened && !List.of(known.split(", ")).contains(target)) {
      selection.reportNoProvider(target);
    }
    // a target without a toolchain needs none: its artifacts are executed as they are
    return selection.one(Toolchain.class, "toolchain", "builds", target);
  }

  private static void error(Run run, String code, String message, String hint) {
    run.report(Severity.ERROR, code, message, hint);
  }
}
