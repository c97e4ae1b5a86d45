// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.Validator.Statistics;

class HtmlRendererTest {
  private static String render(Report report) throws IOException {
    return Fixture.render(new HtmlRenderer(), report);
  }

  /** What stands in the elements of a name, as a parser of HTML finds their ends. */
  private static List<String> contents(String page, String name) {
    Matcher matcher =
        Pattern.compile("<" + name + "\\b[^>]*>(.*?)</" + name, Pattern.DOTALL).matcher(page);
    List<String> contents = new ArrayList<>();
    while (matcher.find()) contents.add(matcher.group(1));
    return contents;
  }

  private static JsonArray array(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readArray();
    }
  }

  /** The page without the style and the script, which are files of their own. */
  @Test
  void goldenText() throws IOException {
    String page = render(Fixture.typical());
    String script = contents(page, "script").get(2);
    String style = contents(page, "style").getFirst();
    Golden.check(
        "typical.html",
        page.replace(script, "…").replace(style, "…").replaceAll("sha256-[^']+", "sha256-…"));
  }

  @Test
  void rowsAreTheResults() throws IOException {
    List<String> scripts = contents(render(Fixture.typical()), "script");
    JsonArray kinds = array(scripts.get(0));
    JsonArray rows = array(scripts.get(1));
    assertEquals(3, kinds.size());
    assertEquals(4, rows.size());
    assertEquals("violation", kinds.getJsonArray(0).getString(0));
    assertEquals("<http://example.org/carol>", rows.getJsonArray(2).getString(1));
    assertEquals(0, rows.getJsonArray(2).getInt(0));
    assertEquals("data.ttl:4:1", rows.getJsonArray(2).getString(4));
  }

  @Test
  void usersCannotWriteMarkup() throws IOException {
    String page = render(Hostile.report());
    assertTrue(Hostile.isPlain(page), page);
    assertFalse(page.contains("<img"), page);
    assertFalse(page.contains("<!--"), page);
    List<String> scripts = contents(page, "script");
    assertEquals(3, scripts.size());
    assertEquals(3, page.split("<script", -1).length - 1);
    assertEquals(
        TerminalText.sanitize("message" + Hostile.EVIL),
        array(scripts.get(0)).getJsonArray(0).getString(3));
    assertEquals(1, array(scripts.get(1)).size());
  }

  @Test
  void policyAllowsTheScriptAndNothingElse() throws Exception {
    String page = render(Fixture.typical());
    for (String part :
        List.of(contents(page, "script").get(2), contents(page, "style").getFirst())) {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(part.getBytes(StandardCharsets.UTF_8));
      assertTrue(page.contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'"));
    }
    assertTrue(page.contains("default-src 'none'"));
    String markup = page.replaceAll("(?s)<script.*?</script>", "");
    assertFalse(Pattern.compile("\\s(src|href|style|on\\w+)=").matcher(markup).find(), markup);
    assertFalse(page.contains("url("), page);
  }

  @Test
  void pageOfDataThatConformsHasNoTable() throws IOException {
    String page = render(Fixture.report(List.of()));
    assertTrue(page.contains("the data conforms to the shapes"), page);
    assertTrue(contents(page, "script").isEmpty());
  }

  @Test
  void errorsAreShownInsteadOfResults() throws IOException {
    String page =
        render(
            new Report(
                true,
                Fixture.typical().results(),
                Fixture.diagnostics(),
                Statistics.NONE,
                Map.of()));
    assertTrue(page.contains("not validated: 1 error"), page);
    assertTrue(page.contains("sh:maxCount must be an integer"), page);
    assertTrue(contents(page, "script").isEmpty());
  }

  @Test
  void longestBarIsTheMost() throws IOException {
    String page = render(Fixture.typical());
    List<String> plots = contents(page, "svg");
    assertEquals(2, plots.size());
    Matcher widths = Pattern.compile("<rect [^>]*width=\"(\\d+)\"").matcher(plots.getFirst());
    List<Integer> lengths = new ArrayList<>();
    while (widths.find()) lengths.add(Integer.parseInt(widths.group(1)));
    assertEquals(List.of(240, 120, 120), lengths);
  }
}
