// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Path;

/**
 * A rule for each check that was violated. Its identity is what the check says, not where it stands
 * nor its number, so that a rule keeps its id when the shapes file is edited elsewhere. Checks that
 * say the same share a rule.
 */
final class SarifRules {
  private static final int LONGEST_WORD = 40;
  private static final Pattern BLANK_NODE = Pattern.compile("_:[^\\s,\\]]*");

  /** The rule of a result and its place in the array of rules. */
  record Rule(int index, String id, ValidationResult first) {}

  /** A violated check; a check's number is unique in the plan. */
  private record Violated(int check, Iri component) {}

  private final Map<Violated, Rule> byCheck = new HashMap<>();
  private final Map<String, Rule> byIdentity = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final Fingerprint fingerprint = new Fingerprint();

  Rule of(ValidationResult result) {
    Violated violated = new Violated(result.check().number(), result.component());
    return byCheck.computeIfAbsent(violated, _ -> ofContent(result));
  }

  private Rule ofContent(ValidationResult result) {
    String component = result.component().value();
    String shape = result.shape().id() instanceof Iri iri ? iri.value() : "";
    String path = result.shape().path().map(Path::toString).orElse("");
    String identity =
        fingerprint.of(
            component,
            shape,
            path,
            result.severity().value(),
            content(result.check().constraint()),
            result.shape().messages().toString());
    return byIdentity.computeIfAbsent(identity, _ -> add(identity, result));
  }

  /**
   * The parameters of a constraint. Its position and the labels of blank nodes change when lines
   * are moved, as does the check's sentence, which may name a line.
   */
  private static String content(Constraint constraint) {
    String text = constraint.toString().replace("at=" + constraint.at(), "");
    return BLANK_NODE.matcher(text).replaceAll("_:");
  }

  private Rule add(String identity, ValidationResult result) {
    String id =
        word(Vocabulary.componentName(result.component()))
            + "-"
            + subject(result)
            + "-"
            + identity.substring(0, 8);
    Rule rule = new Rule(rules.size(), id, result);
    rules.add(rule);
    return rule;
  }

  private static String subject(ValidationResult result) {
    if (result.shape().id() instanceof Iri iri) return word(Vocabulary.localName(iri));
    return result.shape().path().orElse(null) instanceof Path.Predicate(Iri iri)
        ? word(Vocabulary.localName(iri))
        : "shape";
  }

  private static String word(String text) {
    String word = text.replaceAll("[^A-Za-z0-9_.]", "_");
    return word.substring(0, Math.min(word.length(), LONGEST_WORD));
  }

  void write(JsonText json, Names names, Sentences sentences) throws IOException {
    json.name("rules").beginArray();
    for (Rule rule : rules) {
      write(rule, json.line().beginObject(), names, sentences);
      json.endObject();
    }
    json.endArray();
  }

  private static void write(Rule rule, JsonText json, Names names, Sentences sentences)
      throws IOException {
    ValidationResult result = rule.first();
    String component = Vocabulary.componentName(result.component());
    String what = SarifText.message(sentences.message(result));
    String where = SarifText.message(subject(result, names));
    String help = SarifText.message(ComponentHelp.of(component));
    json.name("id").value(rule.id());
    json.name("name").value(word(component));
    SarifText.write("shortDescription", what, json);
    SarifText.write("fullDescription", what + " (" + where + ")", json);
    SarifText.write("help", help + " The constraint is of " + where + ".", json);
    json.name("defaultConfiguration").beginObject();
    json.name("level").value(SarifText.level(result.severity())).endObject();
    json.name("properties").beginObject();
    json.name("component").value(result.component().value());
    json.name("severity").value(result.severity().value());
    json.endObject();
  }

  /** The position is left out: a rule may be of several checks, and each result names its own. */
  private static String subject(ValidationResult result, Names names) {
    String shape =
        result.shape().id() instanceof Iri iri ? "shape " + names.show(iri) : "an unnamed shape";
    return shape + result.shape().path().map(path -> " with path " + names.show(path)).orElse("");
  }
}
