// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.util.function.ToIntFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs the process's command line; the launcher finds it by its property. */
@Component(service = ToIntFunction.class, property = "ontoc.main=true")
public final class Main implements ToIntFunction<String[]> {
  private final Platform platform;
  private final Progress progress;

  @Activate
  public Main(@Reference Platform platform, @Reference Progress progress) {
    this.platform = platform;
    this.progress = progress;
  }

  @Override
  public int applyAsInt(String[] arguments) {
    Console console = Console.ofProcess(System.getenv());
    return Ontoc.run(arguments, new Session(platform, console, progress));
  }
}
