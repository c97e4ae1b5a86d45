// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.ontoc.pipeline.Benchmark.Goal;

/** All outcomes of a run on one page that needs nothing else, with a plot for each quantity. */
final class HtmlPage {
  private static final int LEFT = 240;
  private static final int WIDTH = 460;
  private static final int RIGHT = 200;
  private static final int ROW = 30;

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><meta charset="utf-8"><title>ontoc bench</title>
      <meta name="viewport" content="width=device-width">
      <style>
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 940px; margin: 2em auto; padding: 0 1em; color: #1d2733; background: #fff }
      h1 { font-size: 1.4em } h2 { font-size: 1.15em; margin: 2.2em 0 .2em }
      svg { display: block; width: 100%; height: auto } text { font-size: 13px; fill: #1d2733 }
      .bar { fill: #8fa3b8 } .ours { fill: #1b6e4b } .wrong { fill: #b3402f } .spread { stroke: #1d2733; stroke-width: 1.5 }
      .axis { stroke: #d5dce4 } .small { fill: #5a6878; font-size: 11px } .reached { color: #1b6e4b } .missed { color: #b3402f }
      ul { padding-left: 1.2em } footer { margin-top: 3em; color: #5a6878; font-size: 13px }
      @media (prefers-color-scheme: dark) {
        body { background: #14191f; color: #dbe3ec } text { fill: #dbe3ec } .spread { stroke: #dbe3ec } .axis { stroke: #37424e }
        .small { fill: #93a1b1 } .reached { color: #53b98b } .missed { color: #e07a69 } .ours { fill: #2f9c6e } footer { color: #93a1b1 }
      }
      </style>
      <h1>ontoc bench</h1>
      <p>Shorter is better. Each bar is a median, its line the least and the greatest sample; scales that span more than a
      factor of fifty are logarithmic, and say so. Green is ours, red is a wrong answer.</p>
      """;

  private HtmlPage() {}

  static String of(List<Outcome> outcomes) {
    StringBuilder out = new StringBuilder(HEAD);
    outcomes.forEach(outcome -> section(outcome, out));
    out.append("<footer>");
    if (!outcomes.isEmpty()) {
      outcomes
          .getFirst()
          .machine()
          .forEach((key, value) -> out.append(escape(key + ": " + value)).append("<br>"));
    }
    return out.append("</footer></html>\n").toString();
  }

  private static void section(Outcome outcome, StringBuilder out) {
    out.append("<section><h2>").append(escape(outcome.trial().title())).append("</h2>\n<p>");
    out.append(escape(outcome.trial().what())).append("</p>\n");
    boolean units =
        outcome.series().stream().mapToDouble(s -> s.contestant().units()).distinct().count() > 1;
    plot(
        units ? "wall time for each unit of work" : "wall time",
        outcome.series(),
        series -> scale(series.wall(), series.contestant().units()),
        value -> Seconds.text(value),
        out);
    if (outcome.series().stream().allMatch(series -> series.peak().median() > 0)) {
      plot("peak memory", outcome.series(), Outcome.Series::peak, HtmlPage::megabytes, out);
    }
    out.append("<ul>\n");
    for (Goal goal : outcome.trial().goals()) {
      boolean reached = outcome.reached(goal) >= goal.ratio();
      out.append("<li class=\"").append(reached ? "reached" : "missed").append("\">");
      out.append(escape(MarkdownPage.text(outcome, goal))).append("</li>\n");
    }
    for (String note : outcome.trial().notes())
      out.append("<li>").append(escape(note)).append("</li>\n");
    out.append("</ul></section>\n");
  }

  private static Spread scale(Spread spread, double units) {
    return new Spread(spread.median() / units, spread.least() / units, spread.greatest() / units);
  }

  private static String megabytes(double bytes) {
    return String.format(Locale.ROOT, "%.0f MiB", bytes / (1 << 20));
  }

  private static void plot(
      String title,
      List<Outcome.Series> all,
      Function<Outcome.Series, Spread> quantity,
      Function<Double, String> text,
      StringBuilder out) {
    Axis axis = Axis.of(all.stream().map(quantity).toList());
    int height = 26 + ROW * all.size();
    out.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\"><text x=\"0\" y=\"14\" class=\"small\">%s</text>\n"
            .formatted(
                LEFT + WIDTH + RIGHT,
                height,
                escape(title),
                escape(title + (axis.logarithmic() ? " (logarithmic)" : ""))));
    out.append(
        "<line class=\"axis\" x1=\"%d\" y1=\"22\" x2=\"%d\" y2=\"%d\"/>\n"
            .formatted(LEFT, LEFT, height));
    for (int i = 0; i < all.size(); i++)
      bar(all.get(i), quantity.apply(all.get(i)), axis, 26 + i * ROW, text, out);
    out.append("</svg>\n");
  }

  /** Values to pixels. */
  private record Axis(double from, double to, boolean logarithmic) {
    static Axis of(List<Spread> spreads) {
      double least = spreads.stream().mapToDouble(Spread::least).min().orElse(1);
      double greatest = spreads.stream().mapToDouble(Spread::greatest).max().orElse(1);
      boolean logarithmic = least > 0 && greatest / least > 50;
      return new Axis(logarithmic ? least / 2 : 0, greatest, logarithmic);
    }

    double pixels(double value) {
      double part =
          logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
      return Math.max(1, WIDTH * part);
    }
  }

  private static void bar(
      Outcome.Series series,
      Spread spread,
      Axis axis,
      int y,
      Function<Double, String> text,
      StringBuilder out) {
    String kind = !series.isRight() ? "wrong" : series.contestant().ours() ? "ours" : "bar";
    out.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
            .formatted(LEFT - 8, y + 16, escape(series.contestant().name())));
    out.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"20\" rx=\"2\"/>",
            kind,
            LEFT,
            y,
            axis.pixels(spread.median())));
    out.append(
        String.format(
            Locale.ROOT,
            "<line class=\"spread\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>",
            LEFT + axis.pixels(spread.least()),
            y + 10,
            LEFT + axis.pixels(spread.greatest()),
            y + 10));
    String answer = series.isRight() ? "" : " · wrong: " + series.answer();
    out.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%d\">%s</text>\n",
            LEFT + axis.pixels(spread.greatest()) + 8,
            y + 15,
            escape(text.apply(spread.median()) + answer)));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
