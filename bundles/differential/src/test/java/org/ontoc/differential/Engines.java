// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The engines by name: {@code reference} evaluates what the front end read, {@code passes} what the
 * passes made of it; the compiled ones are told by {@link Compiled}; {@code jena} and {@code
 * topbraid}.
 */
final class Engines {
  private static final String TCC = "/usr/bin/tcc";
  private static final List<String> CHECKED =
      List.of("-fno-sanitize-recover=all", "-fno-omit-frame-pointer", "-g");

  /**
   * How programs are compiled.
   *
   * @param passes with all standard passes, or with none
   * @param library inside this process, or each graph by a process of its own
   * @param split shapes and data in several documents each
   * @param target the target; all but c need no compiler of the machine
   */
  record Compiled(
      List<String> compiler, boolean passes, boolean library, boolean split, String target) {
    Compiled(List<String> compiler, boolean passes, boolean library, boolean split) {
      this(compiler, passes, library, split, "c");
    }

    boolean isNative() {
      return target.equals("c");
    }
  }

  private Engines() {}

  static List<Engine> open(String names) {
    return Stream.of(names.split(",")).map(Engines::engine).toList();
  }

  private static Engine engine(String name) {
    return switch (name) {
      case "reference" -> new ReferenceEngine(name, false);
      case "passes" -> new ReferenceEngine(name, true);
      case "jena" -> Peer.jena();
      case "topbraid" -> Peer.topbraid();
      default -> new CompiledEngine(name, compiled(name));
    };
  }

  static Compiled compiled(String name) {
    return switch (name) {
      case "plain" -> new Compiled(quick(), false, false, false);
      case "process" -> new Compiled(quick(), true, false, false);
      case "split" -> new Compiled(quick(), true, false, true);
      case "jvm", "bitactor" -> new Compiled(List.of(), true, true, false, name);
      case "library" -> new Compiled(gcc("-O0"), true, true, false);
      case "portable" -> new Compiled(gcc("-O2"), true, true, false);
      case "sanitized" -> sanitized("-fsanitize=address,undefined");
      case "tsan" -> sanitized("-fsanitize=thread");
      default -> throw new IllegalArgumentException("no engine is called " + name);
    };
  }

  private static Compiled sanitized(String sanitizer) {
    List<String> flags = new ArrayList<>(CHECKED);
    flags.addAll(List.of("-O1", sanitizer));
    return new Compiled(gcc(flags.toArray(String[]::new)), true, false, false);
  }

  /**
   * The fastest compiler that is there: the pairs are small, and compiling takes longest. Its
   * libraries are of no use, since they want an executable stack.
   */
  private static List<String> quick() {
    return Files.isExecutable(Path.of(TCC)) ? List.of(TCC, "-std=c99") : gcc("-O0");
  }

  private static List<String> gcc(String... flags) {
    return Stream.concat(
            Stream.of("gcc", "-std=c99", "-fPIC", "-fvisibility=hidden", "-pthread"),
            Stream.of(flags))
        .toList();
  }
}
