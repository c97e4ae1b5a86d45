// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A comparison as Markdown for people and as JSON for programs. */
final class ComparisonPage {
  private static final double MEBI = 1 << 20;

  private ComparisonPage() {}

  static String markdown(Comparison comparison) {
    StringBuilder out = new StringBuilder("# " + comparison.title() + "\n\n");
    out.append("Whole processes, from start to report, in turns after one warm-up each; median");
    out.append(" (least–greatest). Memory is the peak of the process tree.\n\n");
    out.append("| program | wall s | CPU s | peak MiB | results | runs |\n");
    out.append("|---|---|---|---|---|---|\n");
    for (Comparison.Series series : comparison.all()) {
      Contestant contestant = series.contestant();
      out.append(
          "| %s %s | %s | %s | %s | %d | %d |\n"
              .formatted(
                  contestant.name(),
                  contestant.version(),
                  series.wall().text(1, "%.3f"),
                  series.cpu().text(1, "%.2f"),
                  series.peak().median() > 0 ? series.peak().text(MEBI, "%.0f") : "too short",
                  series.runs().getFirst().results(),
                  series.runs().size()));
    }
    out.append('\n').append(ratios(comparison)).append('\n');
    comparison.machine().forEach((key, value) -> out.append("- %s: %s\n".formatted(key, value)));
    return out.toString();
  }

  private static String ratios(Comparison comparison) {
    Comparison.Series base = comparison.all().getLast();
    StringBuilder out = new StringBuilder();
    for (Comparison.Series other : comparison.all()) {
      if (other == base) continue;
      out.append(
          String.format(
              Locale.ROOT,
              "%s: %.1f times less wall time, %.1f times less CPU time%s than %s.\n\n",
              other.contestant().name(),
              base.wall().median() / other.wall().median(),
              base.cpu().median() / Math.max(0.01, other.cpu().median()),
              memory(base, other),
              base.contestant().name()));
    }
    out.append(
        comparison.agrees()
            ? "All found the %d results that are known.\n".formatted(comparison.expectedResults())
            : "**The numbers of results differ from the known %d.**\n"
                .formatted(comparison.expectedResults()));
    return out.toString();
  }

  private static String memory(Comparison.Series base, Comparison.Series other) {
    double least = other.peak().median();
    return least > 0
        ? String.format(Locale.ROOT, ", %.1f times less memory", base.peak().median() / least)
        : "";
  }

  static String json(Comparison comparison) {
    String programs =
        comparison.all().stream()
            .map(series -> program(series.contestant(), series.runs()))
            .collect(Collectors.joining(",\n"));
    String machine =
        comparison.machine().entrySet().stream()
            .map(ComparisonPage::member)
            .collect(Collectors.joining(",\n"));
    return """
        {
          "title": %s,
          "expectedResults": %d,
          "agrees": %s,
          "machine": {
        %s
          },
          "programs": [
        %s
          ]
        }
        """
        .formatted(
            quote(comparison.title()),
            comparison.expectedResults(),
            comparison.agrees(),
            machine,
            programs);
  }

  private static String member(Map.Entry<String, String> entry) {
    return "    %s: %s".formatted(quote(entry.getKey()), quote(entry.getValue()));
  }

  private static String program(Contestant contestant, List<Measurement> runs) {
    String rows =
        runs.stream()
            .map(
                run ->
                    String.format(
                        Locale.ROOT,
                        "      {\"wallSeconds\": %.6f, \"cpuSeconds\": %.2f, \"peakBytes\": %d, \"results\": %d}",
                        run.wallSeconds(),
                        run.cpuSeconds(),
                        run.peakBytes(),
                        run.results()))
            .collect(Collectors.joining(",\n"));
    return "    {\"name\": %s, \"version\": %s, \"runs\": [\n%s\n    ]}"
        .formatted(quote(contestant.name()), quote(contestant.version()), rows);
  }

  private static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') out.append('\\').append(c);
      else if (c < ' ') out.append("\\u%04x".formatted((int) c));
      else out.append(c);
    }
    return out.append('"').toString();
  }
}
