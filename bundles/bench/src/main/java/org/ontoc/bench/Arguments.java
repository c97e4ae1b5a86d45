// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The command line. */
final class Arguments {
  static final String USAGE =
      """
      usage: ontoc bench [-s small|medium|large] [--rounds N] [-o DIR] [--mode MODE]
                         [--profile WORD] [--data DIR] [--peers DIR] [--ontoc FILE] [--program FILE]
      Compares ontoc with Apache Jena on the LUBM data: whole processes in turns, on this machine, in one run.
        --mode MODE     processes (default), or jvm: both inside one process each, with data that is loaded
        -s SIZE         10,000, 100,000 or 1,000,000 triples (default: large)
        --rounds N      measured rounds after the warm-up (default: 5, at least 3)
        -o DIR          where jena-SIZE.md and jena-SIZE.json go (default: bndrun/target/bench)
        --profile WORD  the C compiler's flags, as of ontoc compile (default: portable)
        --data DIR      the folder with lubm-shapes.ttl and lubm-*.nt.gz (default: ../shared/data/lubm)
        --peers DIR     the folder with Jena's jars (default: bundles/bench/target/peers/jena)
        --ontoc FILE    the command line to measure (default: the one that runs this)
        --program FILE  a compiled validator of the LUBM shapes; otherwise ontoc compiles one first
      """;

  Workload workload = Workload.LARGE;
  int rounds = 5;
  boolean insideJvm;
  String profile = "portable";
  Path output = Path.of("bndrun/target/bench");
  Path data = Path.of("../shared/data/lubm");
  Path peers = Path.of("bundles/bench/target/peers/jena");
  @Nullable Path ontoc;
  @Nullable Path program;

  /** The command line is not understood. */
  static final class Misuse extends Exception {
    private static final long serialVersionUID = 1;

    Misuse(String message) {
      super(message);
    }
  }

  static Arguments parse(String[] words) throws Misuse {
    Arguments arguments = new Arguments();
    checkout().ifPresent(arguments::defaults);
    for (int i = 0; i < words.length; i += 2) {
      if (i + 1 == words.length) throw new Misuse(words[i] + " needs a value");
      arguments.set(words[i], words[i + 1]);
    }
    return arguments;
  }

  private void set(String option, String value) throws Misuse {
    switch (option) {
      case "-s" -> workload = workload(value);
      case "--rounds" -> rounds = rounds(value);
      case "--profile" -> profile = value;
      case "--mode" -> insideJvm = insideJvm(value);
      case "-o" -> output = Path.of(value);
      case "--data" -> data = Path.of(value);
      case "--peers" -> peers = Path.of(value);
      case "--ontoc" -> ontoc = Path.of(value);
      case "--program" -> program = Path.of(value);
      default -> throw new Misuse("there is no option " + option);
    }
  }

  private static Workload workload(String value) throws Misuse {
    for (Workload each : Workload.values())
      if (each.name().toLowerCase(Locale.ROOT).equals(value)) return each;
    throw new Misuse("-s is small, medium or large, not " + value);
  }

  private static boolean insideJvm(String value) throws Misuse {
    if (value.equals("jvm")) return true;
    if (value.equals("processes")) return false;
    throw new Misuse("--mode is processes or jvm, not " + value);
  }

  private static int rounds(String value) throws Misuse {
    if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) < 3)
      throw new Misuse("--rounds is a number from 3 on, not " + value);
    return Integer.parseInt(value);
  }

  private void defaults(Path root) {
    data = root.resolve(data).normalize();
    peers = root.resolve(peers);
    ontoc = root.resolve("ontoc");
  }

  /** The checkout that this distribution was built in. */
  private static Optional<Path> checkout() {
    String home = System.getProperty("ontoc.home", "");
    if (home.isEmpty()) return Optional.empty();
    for (Path at = Path.of(home).toAbsolutePath(); at != null; at = at.getParent())
      if (Files.isDirectory(at.resolve("bundles/bench")) && Files.isExecutable(at.resolve("ontoc")))
        return Optional.of(at);
    return Optional.empty();
  }

  Path jars() throws Misuse {
    if (Files.isDirectory(peers)) return peers;
    throw new Misuse("Jena's jars are not in " + peers + ": build the checkout, or name --peers");
  }

  Path lubm() throws Misuse {
    if (Files.isRegularFile(Workload.shapes(data))) return data;
    throw new Misuse("the LUBM data are not in " + data + ": name their folder by --data");
  }
}
