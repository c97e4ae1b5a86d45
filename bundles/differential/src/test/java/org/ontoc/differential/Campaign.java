// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs many random pairs through all engines and prints what they disagree about. Exit status 1
 * when something is unexplained.
 */
public final class Campaign {
  private static final int GRAPHS_PER_SHAPES = 20;
  private static final int KEPT_PER_KIND = 2;

  private final List<Engine> engines;
  private final Path folder;
  private final Map<String, Integer> explained = new TreeMap<>();
  private final Map<String, Integer> unexplained = new TreeMap<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private int pairs;
  private long results;

  Campaign(List<Engine> engines, Path folder) {
    this.engines = engines;
    this.folder = folder;
  }

  /** {@code --pairs N --seed S --engines a,b}. */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) options.put(arguments[i], arguments[i + 1]);
    int pairs = Integer.parseInt(options.getOrDefault("--pairs", "1000"));
    long seed = Long.parseLong(options.getOrDefault("--seed", "1"));
    List<Engine> engines =
        Engines.open(options.getOrDefault("--engines", "reference,jena,topbraid"));
    Campaign campaign = new Campaign(engines, Path.of("target", "disagreements"));
    campaign.run(pairs, seed);
    campaign.print(System.out);
    engines.forEach(Engine::close);
    System.exit(campaign.unexplained.isEmpty() ? 0 : 1);
  }

  /** The first engine is compared with every other one. */
  void run(int count, long seed) throws IOException {
    for (int number = 0; pairs < count; number++) {
      int graphs = Math.min(GRAPHS_PER_SHAPES, count - pairs);
      Generator.Batch batch = Generator.batch(seed, number, graphs);
      run(batch, seed + "-" + number);
      pairs += graphs;
    }
  }

  private void run(Generator.Batch batch, String name) throws IOException {
    String shapes = Turtle.write(batch.shapes());
    List<String> data = batch.data().stream().map(Pair::nTriples).toList();
    List<List<Verdict>> verdicts = new ArrayList<>();
    for (Engine engine : engines) verdicts.add(engine.validate(shapes, data));
    for (int graph = 0; graph < data.size(); graph++) count(verdicts.getFirst().get(graph));
    for (int other = 1; other < engines.size(); other++)
      for (int graph = 0; graph < data.size(); graph++)
        compare(
            batch.pair(graph),
            other,
            verdicts.getFirst().get(graph),
            verdicts.get(other).get(graph),
            name + "-" + graph);
  }

  private void count(Verdict verdict) {
    switch (verdict) {
      case Verdict.Failed(String reason) -> outcomes.merge("failed: " + reason, 1, Integer::sum);
      case Verdict.Report(boolean conforms, List<Result> found) -> {
        outcomes.merge(conforms ? "conforming" : "not conforming", 1, Integer::sum);
        results += found.size();
      }
    }
  }

  private void compare(Pair pair, int other, Verdict first, Verdict second, String name)
      throws IOException {
    Engine left = engines.getFirst();
    Engine right = engines.get(other);
    for (Difference difference : Difference.of(left.name(), first, right.name(), second)) {
      var rule = Explained.of(pair, difference);
      if (rule.isPresent()) {
        explained.merge(
            String.join(", ", rule.get().engines()) + ": " + rule.get().name(), 1, Integer::sum);
      } else if (unexplained.merge(difference.kind(), 1, Integer::sum) <= KEPT_PER_KIND) {
        Disagreement disagreement = new Disagreement(left, right, difference.kind());
        disagreement.write(
            disagreement.shrink(pair), folder.resolve(name + "-" + right.name()), engines);
      }
    }
  }

  int pairs() {
    return pairs;
  }

  /** How many results the first engine had. */
  long results() {
    return results;
  }

  Map<String, Integer> unexplained() {
    return unexplained;
  }

  void print(PrintStream out) {
    out.println("pairs\t" + pairs + "\t" + results + " results");
    outcomes.forEach((outcome, count) -> out.println("outcome\t" + count + "\t" + outcome));
    explained.forEach((rule, count) -> out.println("explained\t" + count + "\t" + rule));
    unexplained.forEach((kind, count) -> out.println("unexplained\t" + count + "\t" + kind));
    if (!unexplained.isEmpty()) out.println("shrunk pairs are in " + folder);
  }
}
