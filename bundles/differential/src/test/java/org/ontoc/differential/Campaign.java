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
  static final int GRAPHS = 10;
  private static final int PREPARED = 50;
  private static final int KEPT_PER_KIND = 2;

  private final List<Engine> engines;
  private final Path folder;
  private final int graphs;
  private final Map<String, Integer> explained = new TreeMap<>();
  private final Map<String, Integer> unexplained = new TreeMap<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private int pairs;
  private long results;

  /** A campaign with so many data graphs for each shapes graph. */
  Campaign(List<Engine> engines, Path folder, int graphs) {
    this.engines = engines;
    this.graphs = graphs;
    this.folder = folder;
  }

  /** {@code --pairs N --seed S --engines a,b --graphs N}. */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) options.put(arguments[i], arguments[i + 1]);
    int pairs = Integer.parseInt(options.getOrDefault("--pairs", "1000"));
    long seed = Long.parseLong(options.getOrDefault("--seed", "1"));
    List<Engine> engines =
        Engines.open(options.getOrDefault("--engines", "reference,jena,topbraid"));
    int graphs = Integer.parseInt(options.getOrDefault("--graphs", "" + GRAPHS));
    Campaign campaign = new Campaign(engines, Path.of("target", "disagreements"), graphs);
    campaign.run(pairs, seed);
    campaign.print(System.out);
    engines.forEach(Engine::close);
    System.exit(campaign.unexplained.isEmpty() ? 0 : 1);
  }

  /** The first engine is compared with every other one. */
  void run(int count, long seed) throws IOException {
    for (int number = 0; pairs < count; number += PREPARED) {
      List<Generator.Batch> batches = batches(seed, number, count - pairs);
      List<String> shapes = batches.stream().map(batch -> Turtle.write(batch.shapes())).toList();
      engines.forEach(engine -> engine.prepare(shapes));
      for (int i = 0; i < batches.size(); i++) {
        run(batches.get(i), seed + "-" + (number + i));
        pairs += batches.get(i).data().size();
      }
    }
  }

  /** The next batches, with at most so many pairs. */
  private List<Generator.Batch> batches(long seed, int number, int most) {
    List<Generator.Batch> batches = new ArrayList<>();
    int left = most;
    while (left > 0 && batches.size() < PREPARED) {
      int some = Math.min(graphs, left);
      batches.add(Generator.batch(seed, number + batches.size(), some));
      left -= some;
    }
    return batches;
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
      case Verdict.Report(boolean conforms, List<Result> found, var _) -> {
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
