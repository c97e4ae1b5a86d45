// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.ontoc.pipeline.Compiler;
import org.ontoc.pipeline.Probe;
import org.ontoc.pipeline.Renderer;

/** What is registered now, as the commands need it. Nothing is kept between two calls. */
interface Platform {
  Optional<Compiler> compiler();

  Optional<Renderer> renderer(String format);

  List<Probe> probes();

  /** A command of another bundle: a {@code ToIntFunction<String[]>} with {@code ontoc.command}. */
  Optional<ToIntFunction<String[]>> command(String word);

  /** All stages and their company, ordered by kind, word and preference. */
  List<Provider> providers();

  String version();

  /** The words of one kind of provider. */
  default List<String> words(Kind kind) {
    return providers().stream()
        .filter(provider -> provider.kind() == kind)
        .map(Provider::word)
        .distinct()
        .toList();
  }

  /** What a service does for the platform. */
  enum Kind {
    FRONT_END("front end"),
    PASS("pass"),
    PLANNER("planner"),
    PLAN_PASS("plan pass"),
    BACK_END("back end"),
    TOOLCHAIN("toolchain"),
    VALIDATOR("validator"),
    RENDERER("renderer"),
    COMMAND("command");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /**
   * A registered service.
   *
   * @param word by which it is selected
   * @param detail what else is to be known, e.g. media types
   */
  record Provider(Kind kind, String word, String detail, String bundle, String version) {}
}
