// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/** Writes result objects (SARIF section 3.27), one to a line. */
final class SarifResult {
  private final SarifRules rules;
  private final Names names;
  private final Sentences sentences;
  private final JsonText json;
  private final Because because;
  private final Fingerprint fingerprint = new Fingerprint();

  SarifResult(SarifRules rules, Names names, Sentences sentences, JsonText json) {
    this.rules = rules;
    this.names = names;
    this.sentences = sentences;
    this.json = json;
    this.because = new Because(sentences);
  }

  void write(ValidationResult result) throws IOException {
    SarifRules.Rule rule = rules.of(result);
    json.line().beginObject();
    json.name("ruleId").value(rule.id()).name("ruleIndex").value(rule.index());
    json.name("level").value(SarifText.level(result.severity()));
    String text = sentences.message(result) + ": " + sentences.nodes(result);
    SarifText.write("message", SarifText.message(text), json);
    writeLocation(result);
    writeRelated(result);
    json.name("partialFingerprints").beginObject();
    json.name("ontocResult/v1").value(fingerprint(result, rule)).endObject();
    json.endObject();
  }

  private void writeLocation(ValidationResult result) throws IOException {
    json.name("locations").beginArray().beginObject();
    if (!result.dataAt().document().isEmpty()) SarifText.writePhysical(result.dataAt(), json);
    json.name("logicalLocations").beginArray().beginObject();
    json.name("fullyQualifiedName").value(names.showNode(result.focusNode()));
    json.name("kind").value("focusNode").endObject().endArray();
    json.endObject().endArray();
  }

  private void writeRelated(ValidationResult result) throws IOException {
    List<Origin> places = new ArrayList<>();
    Origin constraint = result.check().constraint().at();
    Origin shape = result.shape().at();
    if (!constraint.document().isEmpty()) places.add(constraint);
    if (!shape.document().isEmpty() && !shape.equals(constraint)) places.add(shape);
    List<Because.Line> lines = because.lines(result);
    if (places.isEmpty() && lines.isEmpty()) return;
    json.name("relatedLocations").beginArray();
    for (int i = 0; i < places.size(); i++) {
      Origin place = places.get(i);
      json.beginObject().name("id").value(i);
      SarifText.writePhysical(place, json);
      String what = place == constraint ? "the constraint" : Tally.describe(result.shape(), names);
      SarifText.write("message", SarifText.message(what), json);
      json.endObject();
    }
    for (int i = 0; i < lines.size(); i++) {
      Because.Line line = lines.get(i);
      json.beginObject().name("id").value(places.size() + i);
      if (!line.at().document().isEmpty()) SarifText.writePhysical(line.at(), json);
      String text = "  ".repeat(line.depth() - 1) + "because " + line.text();
      SarifText.write("message", SarifText.message(text), json);
      json.endObject();
    }
    json.endArray();
  }

  /** No position and no label of a blank node: both change when lines are moved. */
  private String fingerprint(ValidationResult result, SarifRules.Rule rule) {
    return fingerprint.of(
        rule.id(),
        stable(result.focusNode()),
        result.value().map(SarifResult::stable).orElse(""),
        result.path().map(Path::toString).orElse(""));
  }

  private static String stable(Term term) {
    return term instanceof BlankNode ? "_:" : term.toString();
  }
}
