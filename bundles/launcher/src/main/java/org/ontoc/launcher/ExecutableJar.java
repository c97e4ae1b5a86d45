// SPDX-License-Identifier: Apache-2.0
package org.ontoc.launcher;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets the executable jar's launcher, bnd's, run a command: it calls the service on its main
 * thread.
 */
@Component(service = Callable.class, property = "main.thread=true")
public final class ExecutableJar implements Callable<Integer> {
  private final ToIntFunction<String[]> main;
  private final String[] arguments;

  @Activate
  public ExecutableJar(
      @Reference(target = "(ontoc.main=true)") ToIntFunction<String[]> main,
      @Reference(service = Object.class, target = "(launcher.arguments=*)")
          Map<String, Object> launcher) {
    this.main = main;
    this.arguments = (String[]) launcher.getOrDefault("launcher.arguments", new String[0]);
  }

  @Override
  public Integer call() {
    return main.applyAsInt(arguments);
  }
}
