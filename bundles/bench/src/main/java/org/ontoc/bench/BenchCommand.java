// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.ontoc.pipeline.Benchmark;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The command {@code bench}. */
@Component(service = ToIntFunction.class, property = "ontoc.command=bench")
public final class BenchCommand implements ToIntFunction<String[]> {
  private final Map<Benchmark, String> benchmarks = new ConcurrentHashMap<>();

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bind(Benchmark benchmark, Map<String, Object> properties) {
    Object id = properties.get("id");
    if (id instanceof String word) benchmarks.put(benchmark, word);
  }

  void unbind(Benchmark benchmark) {
    benchmarks.remove(benchmark);
  }

  @Override
  public int applyAsInt(String[] arguments) {
    SortedMap<String, Benchmark> byId = new TreeMap<>();
    benchmarks.forEach((benchmark, id) -> byId.put(id, benchmark));
    try {
      return new Bench(byId, System.out, System.err).run(arguments);
    } catch (IOException failed) {
      System.err.println("error: " + failed.getMessage());
      return 4;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 130;
    }
  }
}
