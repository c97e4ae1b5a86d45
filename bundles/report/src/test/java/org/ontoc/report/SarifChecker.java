// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules of SARIF 2.1.0 for the objects that ontoc writes: each may have the members of its
 * section and no others, has those that are required, and refers to what exists.
 */
final class SarifChecker {
  private static final Set<String> LEVELS = Set.of("none", "note", "warning", "error");
  // What is left of a message when its escapes are taken out has no placeholder and no link.
  private static final Pattern ESCAPES = Pattern.compile("\\\\[\\\\\\[\\]]|\\{\\{|\\}\\}");

  /** Members by section; an asterisk marks a required one. Of those with many, what is written. */
  private static final Map<String, List<String>> MEMBERS =
      Map.ofEntries(
          Map.entry("log", List.of("$schema", "version*", "runs*")),
          Map.entry("run", List.of("tool*", "invocations", "results*", "columnKind", "properties")),
          Map.entry("tool", List.of("driver*")),
          Map.entry("driver", List.of("name*", "rules", "notifications")),
          Map.entry(
              "rule",
              List.of(
                  "id*",
                  "name",
                  "shortDescription",
                  "fullDescription",
                  "help*",
                  "defaultConfiguration",
                  "properties")),
          Map.entry("configuration", List.of("level")),
          Map.entry("text", List.of("text*")),
          Map.entry(
              "result",
              List.of(
                  "ruleId*",
                  "ruleIndex*",
                  "level*",
                  "message*",
                  "locations*",
                  "relatedLocations",
                  "partialFingerprints*")),
          Map.entry("location", List.of("id", "physicalLocation", "logicalLocations", "message")),
          Map.entry("physical", List.of("artifactLocation*", "region")),
          Map.entry("artifact", List.of("uri*")),
          Map.entry("region", List.of("startLine*", "startColumn", "endColumn")),
          Map.entry("logical", List.of("fullyQualifiedName", "kind")),
          Map.entry("invocation", List.of("executionSuccessful*", "toolExecutionNotifications")),
          Map.entry("notification", List.of("descriptor", "level", "message*", "locations")),
          Map.entry("reference", List.of("id*", "index")));

  private SarifChecker() {}

  /** Checks a log file and returns its run. */
  static JsonObject check(JsonObject log) {
    members("log", log);
    assertEquals("2.1.0", log.getString("version"));
    assertTrue(log.getString("$schema").endsWith("sarif-2.1.0.json"));
    assertEquals(1, log.getJsonArray("runs").size());
    JsonObject run = log.getJsonArray("runs").getJsonObject(0);
    members("run", run);
    assertEquals("unicodeCodePoints", run.getString("columnKind"));
    members("tool", run.getJsonObject("tool"));
    JsonObject driver = run.getJsonObject("tool").getJsonObject("driver");
    members("driver", driver);
    assertEquals("ontoc", driver.getString("name"));
    JsonArray rules = driver.getJsonArray("rules");
    for (JsonObject rule : rules.getValuesAs(JsonObject.class)) rule(rule);
    distinctIds(rules);
    for (JsonObject result : run.getJsonArray("results").getValuesAs(JsonObject.class))
      result(result, rules);
    invocation(run, driver);
    return run;
  }

  private static void members(String section, JsonObject object) {
    Set<String> allowed = new HashSet<>();
    for (String member : MEMBERS.getOrDefault(section, List.of())) {
      String name = member.replace("*", "");
      allowed.add(name);
      if (member.endsWith("*")) assertTrue(object.containsKey(name), section + " lacks " + name);
    }
    for (String name : object.keySet()) assertTrue(allowed.contains(name), section + ": " + name);
    assertFalse(object.containsValue(JsonValue.NULL), section);
  }

  private static void distinctIds(JsonArray descriptors) {
    Set<String> ids = new HashSet<>();
    for (JsonObject one : descriptors.getValuesAs(JsonObject.class))
      assertTrue(ids.add(one.getString("id")), one.getString("id"));
  }

  private static void rule(JsonObject rule) {
    members("rule", rule);
    for (String name : List.of("shortDescription", "fullDescription", "help"))
      text(rule.getJsonObject(name));
    JsonObject configuration = rule.getJsonObject("defaultConfiguration");
    members("configuration", configuration);
    assertTrue(LEVELS.contains(configuration.getString("level")));
  }

  private static void text(JsonObject message) {
    members("text", message);
    String text = message.getString("text");
    assertFalse(text.isEmpty());
    String rest = ESCAPES.matcher(text).replaceAll("");
    assertTrue(rest.chars().noneMatch(c -> "\\[]{}".indexOf(c) >= 0), text);
  }

  private static void result(JsonObject result, JsonArray rules) {
    members("result", result);
    JsonObject rule = rules.getJsonObject(result.getInt("ruleIndex"));
    assertEquals(rule.getString("id"), result.getString("ruleId"));
    assertTrue(LEVELS.contains(result.getString("level")));
    text(result.getJsonObject("message"));
    assertEquals(1, result.getJsonArray("locations").size());
    location(result.getJsonArray("locations").getJsonObject(0));
    JsonArray related = result.getJsonArray("relatedLocations");
    for (int i = 0; related != null && i < related.size(); i++) {
      JsonObject location = related.getJsonObject(i);
      assertEquals(i, location.getInt("id"));
      location(location);
    }
    for (JsonValue print : result.getJsonObject("partialFingerprints").values())
      assertTrue(((JsonString) print).getString().matches("[0-9a-f]{32}"));
  }

  private static void location(JsonObject location) {
    members("location", location);
    if (location.containsKey("message")) text(location.getJsonObject("message"));
    if (location.containsKey("logicalLocations"))
      for (JsonObject one : location.getJsonArray("logicalLocations").getValuesAs(JsonObject.class))
        members("logical", one);
    if (!location.containsKey("physicalLocation")) return;
    JsonObject physical = location.getJsonObject("physicalLocation");
    members("physical", physical);
    members("artifact", physical.getJsonObject("artifactLocation"));
    String uri = physical.getJsonObject("artifactLocation").getString("uri");
    assertDoesNotThrow(() -> new URI(uri));
    if (!physical.containsKey("region")) return;
    JsonObject region = physical.getJsonObject("region");
    members("region", region);
    assertTrue(region.getInt("startLine") >= 1);
    assertTrue(region.getInt("startColumn", 1) >= 1);
    if (region.containsKey("endColumn"))
      assertTrue(region.getInt("endColumn") > region.getInt("startColumn"));
  }

  private static void invocation(JsonObject run, JsonObject driver) {
    assertEquals(1, run.getJsonArray("invocations").size());
    JsonObject invocation = run.getJsonArray("invocations").getJsonObject(0);
    members("invocation", invocation);
    invocation.getBoolean("executionSuccessful");
    JsonArray descriptors = driver.getJsonArray("notifications");
    if (descriptors != null) distinctIds(descriptors);
    for (JsonObject one :
        invocation.getJsonArray("toolExecutionNotifications").getValuesAs(JsonObject.class)) {
      members("notification", one);
      assertTrue(LEVELS.contains(one.getString("level")));
      text(one.getJsonObject("message"));
      one.getJsonArray("locations").getValuesAs(JsonObject.class).forEach(SarifChecker::location);
      JsonObject reference = one.getJsonObject("descriptor");
      if (reference == null) continue;
      members("reference", reference);
      assertEquals(
          reference.getString("id"),
          descriptors.getJsonObject(reference.getInt("index")).getString("id"));
    }
  }
}
