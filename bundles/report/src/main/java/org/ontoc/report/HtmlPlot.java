// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A bar plot as inline SVG, most results first. Lengths are units of its view box. */
final class HtmlPlot {
  private static final int MOST_BARS = 20;
  private static final int ROW = 24;
  private static final int LABEL_WIDTH = 270;
  private static final int BAR_WIDTH = 240;
  private static final int WIDTH = 600;
  private static final int LONGEST_LABEL = 34;
  // Hangul, ideographs and pictures begin here; they are about two letters wide.
  private static final int FIRST_WIDE = 0x1100;

  private final HtmlText html;

  HtmlPlot(HtmlText html) {
    this.html = html;
  }

  /** A bar's short text, its whole text, and its length in results. */
  private record Bar(String label, String title, long count) {}

  <T> void write(
      String caption, Map<T, Long> counts, Function<T, String> label, Function<T, String> title)
      throws IOException {
    List<Map.Entry<T, Long>> all = new ArrayList<>(counts.entrySet());
    all.sort(Map.Entry.<T, Long>comparingByValue().reversed());
    List<Bar> bars = new ArrayList<>();
    for (Map.Entry<T, Long> one : all.subList(0, Math.min(all.size(), MOST_BARS)))
      bars.add(new Bar(label.apply(one.getKey()), title.apply(one.getKey()), one.getValue()));
    long rest = all.stream().skip(MOST_BARS).mapToLong(Map.Entry::getValue).sum();
    write(caption, bars);
    if (rest > 0)
      html.raw("<p class=\"note\">")
          .text(Counts.of(rest, "result") + " more in " + (all.size() - MOST_BARS) + " others")
          .raw("</p>\n");
    html.raw("</figure>\n");
  }

  private void write(String caption, List<Bar> bars) throws IOException {
    html.raw("<figure><figcaption>").text(caption).raw("</figcaption>\n");
    html.raw("<svg role=\"img\" viewBox=\"0 0 " + WIDTH + " " + bars.size() * ROW + "\"");
    html.raw(" aria-label=\"").text(caption).raw("\">\n");
    long most = bars.stream().mapToLong(Bar::count).max().orElse(1);
    for (int i = 0; i < bars.size(); i++) write(bars.get(i), i * ROW, most);
    html.raw("</svg>\n");
  }

  private void write(Bar bar, int y, long most) throws IOException {
    long width = Math.max(2, Math.round((double) bar.count() * BAR_WIDTH / most));
    html.raw("<g><title>").text(bar.title() + ": " + Counts.number(bar.count())).raw("</title>");
    html.raw("<text x=\"" + (LABEL_WIDTH - 8) + "\" y=\"" + (y + 16) + "\" text-anchor=\"end\">");
    html.text(end(bar.label())).raw("</text>");
    html.raw("<rect x=\"" + LABEL_WIDTH + "\" y=\"" + (y + 4) + "\" width=\"" + width);
    html.raw("\" height=\"" + (ROW - 8) + "\" rx=\"2\"/>");
    html.raw("<text x=\"" + (LABEL_WIDTH + width + 6) + "\" y=\"" + (y + 16) + "\">");
    html.text(Counts.number(bar.count())).raw("</text></g>\n");
  }

  /** Names differ at their ends, so that is what is left of a long one. */
  private static String end(String label) {
    int start = label.length();
    int columns = 0;
    while (start > 0) {
      int character = label.codePointBefore(start);
      columns += character < FIRST_WIDE ? 1 : 2;
      if (columns > LONGEST_LABEL) return "…" + label.substring(start);
      start -= Character.charCount(character);
    }
    return label;
  }
}
