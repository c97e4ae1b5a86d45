// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.runtime.bitactor.Image;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.ImageReader;
import org.ontoc.runtime.bitactor.ImageWriter;
import org.osgi.service.component.annotations.Component;

/**
 * Makes a bytecode image that validates graphs or, with the option {@code signal}, one of record
 * shapes, with sources of C and Java that check the same records. The option names the shapes: IRIs
 * or their last parts with commas between, {@code all} for every node shape with a target, or
 * {@code annotated} for those that say {@code ontoc:signal}, if there are any.
 */
@Component
@Backend.Target("bitactor")
public final class BitactorBackend implements Backend {
  private static final String ANNOTATED = "annotated";

  @Override
  public List<Artifact> apply(Plan plan, Context context) {
    context.checkCancelled();
    if (validatesGraphs(plan, context)) return GraphBackend.apply(plan, context);
    Optional<Budget> budget = Budget.of(context);
    List<PlannedShape> shapes = selected(plan, context);
    if (budget.isEmpty() || shapes.isEmpty()) return List.of();
    List<RecordSpec> records = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (PlannedShape shape : shapes) {
      context.checkCancelled();
      Optional<RecordSpec> record = new RecordReader(plan, shape, context).read();
      if (record.isEmpty()) continue;
      records.add(record.get());
      if (!names.add(record.get().name()))
        Misfit.of(
                shape.shape().at(),
                "two shapes would both be the record " + record.get().name(),
                "rename one of them")
            .report(context);
    }
    if (records.size() < shapes.size() || names.size() < shapes.size()) return List.of();
    Optional<Image> image = new ImageBuilder(plan, budget.get(), context).build(records);
    return image.map(it -> artifacts(plan, records, it)).orElse(List.of());
  }

  private static boolean validatesGraphs(Plan plan, Context context) {
    String option = context.option("signal", "none");
    return option.equals("none")
        || option.equals(ANNOTATED)
            && plan.shapes().stream().noneMatch(shape -> shape.shape().signal());
  }

  private static List<Artifact> artifacts(Plan plan, List<RecordSpec> records, Image image) {
    byte[] bytes = ImageWriter.write(image);
    try {
      ImageReader.read(bytes);
    } catch (ImageException wrong) {
      throw new IllegalStateException("the image would be refused", wrong);
    }
    List<Artifact> artifacts = new ArrayList<>();
    artifacts.add(new Artifact(plan.name() + ".bitc", bytes, false));
    artifacts.addAll(new CSource(plan, records, image).artifacts());
    for (RecordSpec record : records) artifacts.add(new JavaSource(plan, record).artifact());
    return artifacts;
  }

  private static List<PlannedShape> selected(Plan plan, Context context) {
    String option = context.option("signal", ANNOTATED);
    Set<PlannedShape> selected = new LinkedHashSet<>();
    if (option.equals("all") || option.equals(ANNOTATED)) {
      Set<Integer> targeted = option.equals("all") ? Set.copyOf(plan.entryPoints()) : Set.of();
      for (int i = 0; i < plan.shapes().size(); i++) {
        PlannedShape shape = plan.shapes().get(i);
        if (isRecord(shape) && (shape.shape().signal() || targeted.contains(i)))
          selected.add(shape);
      }
    } else
      for (String word : Arrays.stream(option.split(",")).map(String::strip).toList()) {
        List<PlannedShape> named =
            plan.shapes().stream().filter(shape -> isNamed(shape, word)).toList();
        if (named.size() == 1) selected.addAll(named);
        else if (!word.isEmpty()) {
          unknown(plan, word, context);
          return List.of();
        }
      }
    if (selected.isEmpty())
      context.error(
          "E0531",
          plan.shapes().isEmpty() ? Origin.NOWHERE : plan.shapes().getFirst().shape().at(),
          "bytecode checks records of fixed layout, and no shape is chosen as one",
          "write ontoc:signal true at node shapes, or name them with --signal");
    return List.copyOf(selected);
  }

  private static void unknown(Plan plan, String word, Context context) {
    List<String> known =
        plan.shapes().stream()
            .filter(BitactorBackend::isRecord)
            .map(shape -> shape.shape().id().toString())
            .toList();
    context.error(
        "E0531",
        Origin.NOWHERE,
        "there is no one node shape '" + word + "' to make a record of",
        "known shapes: " + String.join(", ", known));
  }

  private static boolean isRecord(PlannedShape shape) {
    return shape.path() < 0 && shape.shape().id() instanceof Iri && !shape.shape().deactivated();
  }

  private static boolean isNamed(PlannedShape shape, String word) {
    return isRecord(shape)
        && shape.shape().id() instanceof Iri iri
        && (iri.value().equals(word) || Names.local(iri).equals(word));
  }
}
