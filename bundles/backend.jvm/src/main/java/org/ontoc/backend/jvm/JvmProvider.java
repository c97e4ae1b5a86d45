// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontoc.backend.jvm.compiled.Host;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.QueryEngine;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ValidatorProvider;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.validation.RefusedValidator;
import org.ontoc.runtime.graph.Part;
import org.ontoc.runtime.graph.plan.PlanValidator;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Loads compiled classes as hidden ones, which go when the validator is closed. */
@Component
@ValidatorProvider.Opens("jvm")
public final class JvmProvider implements ValidatorProvider {
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable QueryEngine engine;

  /** For the platform, which says what answers queries. */
  public JvmProvider() {}

  JvmProvider(QueryEngine engine) {
    this.engine = engine;
  }

  @Override
  public Validator open(Plan plan, Path folder, Context context) {
    String name = Symbols.PACKAGE + "." + Symbols.className(plan.name());
    try {
      Part first = load(folder, name);
      return new PlanValidator(
          plan,
          () -> Optional.ofNullable(engine),
          org.ontoc.runtime.graph.Validator.of(first, i -> loadOther(folder, name + "_" + i)));
    } catch (IOException | IllegalAccessException | LinkageError | IllegalArgumentException e) {
      context.error(
          "E0610",
          Origin.NOWHERE,
          "the compiled classes in " + folder + " cannot be used: " + e,
          "compile them again with this version");
      return new RefusedValidator();
    }
  }

  private static Part loadOther(Path folder, String name) {
    try {
      return load(folder, name);
    } catch (IOException | IllegalAccessException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Part load(Path folder, String name) throws IOException, IllegalAccessException {
    Class<?> type = Host.define(Files.readAllBytes(folder.resolve(JvmBackend.path(name))));
    try {
      return (Part) type.getConstructor().newInstance();
    } catch (NoSuchMethodException
        | InstantiationException
        | InvocationTargetException
        | ClassCastException cause) {
      throw new IllegalArgumentException(cause);
    }
  }
}
