// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Toolchain;
import org.ontoc.pipeline.ir.Origin;
import org.osgi.service.component.annotations.Component;

/** Builds the C back end's sources with the machine's C compiler. */
@Component
@Toolchain.Builds("c")
public final class NativeToolchain implements Toolchain {
  private final Compilers compilers = new Compilers();
  private final RuntimeObjects runtimes = new RuntimeObjects();

  @Override
  public String identity(Context context) {
    Optional<Settings> settings = Settings.of(context);
    if (settings.isEmpty()) return "";
    return compilers
        .choose(settings.get(), context)
        .map(compiler -> compilers.identity(compiler, settings.get(), context))
        .orElse("");
  }

  @Override
  public List<Artifact> build(List<Artifact> sources, Context context) {
    Optional<Settings> settings = Settings.of(context);
    if (settings.isEmpty()) return List.of();
    Optional<CCompiler> compiler = compilers.choose(settings.get(), context);
    if (compiler.isEmpty()) return List.of();
    try (BuildFolder folder = BuildFolder.create();
        CompilerRuns runs = new CompilerRuns(compiler.get(), settings.get(), folder, context)) {
      boolean sanitize = compilers.sanitizes(compiler.get(), settings.get(), context);
      return new Build(compiler.get(), settings.get(), folder, runtimes, context, runs)
          .run(sources, sanitize);
    } catch (IOException fault) {
      context.error(
          "E0609",
          Origin.NOWHERE,
          "the temporary files of the build cannot be written: " + fault.getMessage(),
          "free some space, or name another folder: JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR");
      return List.of();
    }
  }
}
