// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ontoc.pipeline.Benchmark.Sample;

/** The median of some numbers with the least and the greatest. */
record Spread(double median, double least, double greatest) {
  static Spread of(List<Sample> samples, ToDoubleFunction<Sample> number) {
    double[] sorted = samples.stream().mapToDouble(number).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }
}
