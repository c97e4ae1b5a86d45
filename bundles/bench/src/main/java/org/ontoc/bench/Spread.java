// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The median of some numbers with the least and the greatest. */
record Spread(double median, double least, double greatest) {
  static Spread of(List<Measurement> runs, ToDoubleFunction<Measurement> number) {
    double[] sorted = runs.stream().mapToDouble(number).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** {@code median (least–greatest)} in a unit. */
  String text(double unit, String format) {
    return String.format(
        Locale.ROOT,
        "%s (%s–%s)".formatted(format, format, format),
        median / unit,
        least / unit,
        greatest / unit);
  }
}
