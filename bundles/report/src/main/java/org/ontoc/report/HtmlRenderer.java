// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.osgi.service.component.annotations.Component;

/**
 * One page that needs nothing else. The results are iterated twice, to count and to write them;
 * they stand as JSON in the page, and its script shows those that match a search, page by page. A
 * content security policy allows that script and nothing else.
 */
@Component
@Renderer.Format("html")
public final class HtmlRenderer implements Renderer {
  @Override
  public void render(Report report, Surface surface, Appendable out) throws IOException {
    String script = resource("report.js");
    String style = resource("report.css");
    HtmlText html = new HtmlText(out);
    HtmlCounts counts = new HtmlCounts(report.failed() ? List.of() : report.results());
    HtmlSummary summary = new HtmlSummary(report, counts, html);
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ")
        .raw("'sha256-" + hash(style) + "'; script-src 'sha256-" + hash(script) + "'\">\n")
        .raw("<title>ontoc: ")
        .text(summary.verdict())
        .raw("</title>\n<style>" + style + "</style>\n</head>\n<body>\n");
    summary.write();
    if (counts.tally().shown() > 0) writeTable(report, counts, script, html, out);
    html.raw("</body>\n</html>\n");
  }

  private static void writeTable(
      Report report, HtmlCounts counts, String script, HtmlText html, Appendable out)
      throws IOException {
    html.raw(
            "<section>\n<h2>Results</h2>\n<noscript><p>The table needs JavaScript.</p></noscript>\n")
        .raw("<div class=\"controls\"><input id=\"search\" type=\"search\" aria-label=\"Search\"")
        .raw(" placeholder=\"Search nodes, messages, shapes, files …\">")
        .raw("<span id=\"status\" role=\"status\"></span><button id=\"previous\">Previous</button>")
        .raw("<button id=\"next\">Next</button></div>\n<div class=\"scroll\"><table>\n<thead><tr>");
    for (String head : List.of("Severity", "Message", "Focus node", "Value", "Shape", "Position"))
      html.raw("<th scope=\"col\">").text(head).raw("</th>");
    html.raw("</tr></thead>\n<tbody id=\"body\"></tbody>\n</table></div>\n</section>\n");
    HtmlRows rows = new HtmlRows(counts);
    html.raw("<script type=\"application/json\" id=\"kinds\">");
    rows.writeKinds(JsonText.inMarkup(out));
    html.raw("</script>\n<script type=\"application/json\" id=\"rows\">");
    rows.write(report.results(), JsonText.inMarkup(out));
    html.raw("</script>\n<script>" + script + "</script>\n");
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = HtmlRenderer.class.getResourceAsStream(name)) {
      if (stream == null) throw new IllegalStateException("the bundle lacks " + name);
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
