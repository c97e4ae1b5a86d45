// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ValidatorProvider;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.validation.RefusedValidator;
import org.osgi.service.component.annotations.Component;

/**
 * Opens the C validators. The option {@code run} says how: {@code process} (a crash of the
 * validator is an error of that validation alone) or {@code library} (inside this process: faster
 * for small data, a crash takes everything with it).
 */
@Component
@ValidatorProvider.Opens("c")
public final class NativeProvider implements ValidatorProvider {
  private final LibraryPool pool = new LibraryPool();

  @Override
  public Validator open(Plan plan, Path folder, Context context) {
    String run = context.option("run", "process");
    return switch (run) {
      case "process" -> process(plan, folder, context);
      case "library" -> library(plan, folder, context);
      default -> {
        context.error(
            "E0607",
            Origin.NOWHERE,
            "the option run is '" + Tail.printable(run) + "'",
            "give process or library");
        yield new RefusedValidator();
      }
    };
  }

  private static Validator process(Plan plan, Path folder, Context context) {
    Path program = folder.resolve(plan.name()).toAbsolutePath();
    Optional<byte[]> binary = binary(program, context);
    if (binary.isEmpty()) return new RefusedValidator();
    if (Files.isExecutable(program)) return new ProcessValidator(program, new Results(plan));
    refuse(program, "it is not executable", context);
    return new RefusedValidator();
  }

  private Validator library(Plan plan, Path folder, Context context) {
    Path file = folder.resolve("lib" + plan.name() + ".so");
    Optional<byte[]> binary = binary(file, context);
    if (binary.isEmpty()) return new RefusedValidator();
    if (Elf.wantsExecutableStack(binary.get())) {
      refuse(
          file, "it would make this process's stack executable, as what tcc builds does", context);
      return new RefusedValidator();
    }
    try {
      return new LibraryValidator(pool.lease(plan.name(), binary.get()), new Results(plan));
    } catch (LibraryPool.Unusable | IOException fault) {
      refuse(file, String.valueOf(fault.getMessage()), context);
      return new RefusedValidator();
    }
  }

  private static Optional<byte[]> binary(Path file, Context context) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      Optional<String> problem = Elf.problem(bytes);
      if (problem.isEmpty()) return Optional.of(bytes);
      refuse(file, problem.get(), context);
    } catch (IOException fault) {
      refuse(file, "it cannot be read: " + fault.getMessage(), context);
    }
    return Optional.empty();
  }

  private static void refuse(Path file, String problem, Context context) {
    context.error(
        "E0610",
        Origin.NOWHERE,
        "the compiled validator " + file + " cannot be used: " + problem,
        "compile it again on this machine, with gcc or clang");
  }
}
