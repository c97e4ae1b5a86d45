// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command line.
 *
 * @param ids of benchmarks, in order
 * @param options what benchmarks read, by names without dashes
 */
record Arguments(List<String> ids, int rounds, Path output, Map<String, String> options) {
  static final String USAGE =
      """
      usage: ontoc bench [ID…] [--rounds N] [-o DIR] [-s SIZE] [--data DIR] [--NAME VALUE…]
             ontoc bench --list | --generate TRIPLES [--seed N] [--grouped|--shuffled] FILE.nt|FILE.ttl
      Measures contestants in turns, on this machine, in one run. Without an ID: lubm.
        --list          the benchmarks that bundles provide
        --rounds N      measured rounds after the warm-up (default: 5, at least 3)
        -o DIR          where ID.md, ID.json and index.html go (default: bndrun/target/bench)
        -s SIZE         LUBM with 10,000, 100,000 or 1,000,000 triples: small, medium or large (the default)
        --data DIR      the folder with lubm-shapes.ttl and lubm-*.nt.gz (default: ../shared/data/lubm)
        --profile WORD  the C compiler's flags, as of ontoc compile (default: portable)
        --ontoc FILE    the command line to measure (default: the one that runs this)
        --program FILE  a compiled validator of the LUBM shapes; otherwise ontoc compiles one first
        --shacl-engine DIR  where 'npm install shacl-engine rdf-ext n3' was run, to measure it in lubm, too
        --triples N     growth and scale: how many are generated
        --generate N    writes about N triples of LUBM's kind, the same for the same seed; grouped: all of a subject
                        together; shuffled (.nt): in any order
      """;

  /** The command line is not understood. */
  static final class Misuse extends Exception {
    private static final long serialVersionUID = 1;

    Misuse(String message) {
      super(message);
    }
  }

  static Arguments parse(String[] words) throws Misuse {
    List<String> ids = new ArrayList<>();
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < words.length; i++) {
      if (!words[i].startsWith("-")) {
        ids.add(words[i]);
        continue;
      }
      String name =
          switch (words[i]) {
            case "-s" -> "size";
            case "-o" -> "output";
            default -> words[i].replaceFirst("^--", "");
          };
      if (!name.matches("[a-z][a-z-]*")) throw new Misuse("there is no option " + words[i]);
      if (++i == words.length) throw new Misuse(words[i - 1] + " needs a value");
      options.put(name, words[i]);
    }
    if (ids.isEmpty()) ids.add("lubm");
    return new Arguments(
        List.copyOf(ids),
        rounds(options.getOrDefault("rounds", "5")),
        Path.of(options.getOrDefault("output", "bndrun/target/bench")),
        Map.copyOf(options));
  }

  private static int rounds(String value) throws Misuse {
    if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) < 3)
      throw new Misuse("--rounds is a number from 3 on, not " + value);
    return Integer.parseInt(value);
  }

  /** The checkout that this distribution was built in. */
  static Optional<Path> checkout() {
    String home = System.getProperty("ontoc.home", "");
    if (home.isEmpty()) return Optional.empty();
    for (Path at = Path.of(home).toAbsolutePath(); at != null; at = at.getParent())
      if (Files.isDirectory(at.resolve("bundles/bench")) && Files.isExecutable(at.resolve("ontoc")))
        return Optional.of(at);
    return Optional.empty();
  }
}
