// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The commands in Gogo's shell. Gogo lends each command its session's streams as the standard ones;
 * a command's value is its exit code when that is not 0.
 */
@Component(
    service = GogoCommands.class,
    property = {
      "osgi.command.scope=ontoc",
      "osgi.command.function=validate",
      "osgi.command.function=compile",
      "osgi.command.function=lint",
      "osgi.command.function=explain",
      "osgi.command.function=doctor",
      "osgi.command.function=targets",
      "osgi.command.function=bench",
      "osgi.command.function=disasm",
      "osgi.command.function=signals",
      "osgi.command.function=version"
    })
public final class GogoCommands {
  private final Platform platform;
  private final Progress progress;

  @Activate
  public GogoCommands(@Reference Platform platform, @Reference Progress progress) {
    this.platform = platform;
    this.progress = progress;
  }

  @Descriptor("check data against shapes; --help says more")
  public @Nullable Integer validate(String... arguments) {
    return run("validate", arguments);
  }

  @Descriptor("compile shapes; --help says more")
  public @Nullable Integer compile(String... arguments) {
    return run("compile", arguments);
  }

  @Descriptor("find mistakes in shapes and ontologies; --help says more")
  public @Nullable Integer lint(String... arguments) {
    return run("lint", arguments);
  }

  @Descriptor("what a code means, or what the compiler decided; --help says more")
  public @Nullable Integer explain(String... arguments) {
    return run("explain", arguments);
  }

  @Descriptor("whether everything that ontoc needs is there")
  public @Nullable Integer doctor(String... arguments) {
    return run("doctor", arguments);
  }

  @Descriptor("the stages that are registered now")
  public @Nullable Integer targets(String... arguments) {
    return run("targets", arguments);
  }

  @Descriptor("measure compilation and validation")
  public @Nullable Integer bench(String... arguments) {
    return run("bench", arguments);
  }

  @Descriptor("print a bytecode image as assembly")
  public @Nullable Integer disasm(String... arguments) {
    return run("disasm", arguments);
  }

  @Descriptor("generate signals, run them through a bytecode image, and measure")
  public @Nullable Integer signals(String... arguments) {
    return run("signals", arguments);
  }

  @Descriptor("the versions of ontoc and of Java")
  public @Nullable Integer version(String... arguments) {
    return run("version", arguments);
  }

  private @Nullable Integer run(String command, String[] arguments) {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(List.of(arguments));
    Console console = Console.plain(System.out, System.err);
    int code = Ontoc.run(line.toArray(String[]::new), new Session(platform, console, progress));
    return code == ExitCode.DONE ? null : code;
  }
}
