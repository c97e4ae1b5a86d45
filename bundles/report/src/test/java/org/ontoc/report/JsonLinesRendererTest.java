// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Validator.Statistics;

class JsonLinesRendererTest {
  private static List<JsonObject> lines(Report report) throws IOException {
    String text = Fixture.render(new JsonLinesRenderer(), report);
    assertTrue(text.endsWith("\n"), text);
    return text.lines().map(JsonLinesRendererTest::parse).toList();
  }

  private static JsonObject parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  @Test
  void goldenText() throws IOException {
    Golden.check("typical.jsonl", Fixture.render(new JsonLinesRenderer(), Fixture.typical()));
  }

  /** The objects are those of the other format, with a type before their members. */
  @Test
  void saysWhatJsonSays() throws IOException {
    for (Report report : List.of(Fixture.typical(), Fixture.everything(), Hostile.report())) {
      JsonObject whole = parse(Fixture.render(new JsonRenderer(), report));
      List<JsonObject> lines = lines(report);
      assertEquals(whole.getJsonArray("diagnostics"), array(lines, "diagnostic"));
      assertEquals(whole.getJsonArray("results"), array(lines, "result"));
      JsonObject summary = lines.getLast();
      assertEquals("summary", summary.getString("type"));
      for (String name : List.of("version", "conforms", "switches", "statistics"))
        assertEquals(whole.get(name), summary.get(name), name);
      assertEquals(
          1, lines.stream().filter(one -> one.getString("type").equals("summary")).count());
    }
  }

  private static JsonValue array(List<JsonObject> lines, String type) {
    var array = Json.createArrayBuilder();
    for (JsonObject line : lines)
      if (line.getString("type").equals(type))
        array.add(Json.createObjectBuilder(line).remove("type"));
    return array.build();
  }

  @Test
  void noResultsAfterAnError() throws IOException {
    Report failed =
        new Report(
            true, Fixture.typical().results(), Fixture.diagnostics(), Statistics.NONE, Map.of());
    List<JsonObject> lines = lines(failed);
    assertEquals(
        List.of("diagnostic", "diagnostic", "summary"),
        lines.stream().map(line -> line.getString("type")).toList());
    assertEquals(JsonValue.NULL, lines.getLast().get("conforms"));
  }
}
