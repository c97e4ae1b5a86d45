// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator.Statistics;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;

/** What {@code json} and {@code jsonl} have in common; docs/json-report.md describes it. */
final class JsonParts {
  private JsonParts() {}

  static void writeSwitches(Map<String, String> switches, JsonText json) throws IOException {
    json.name("switches").beginObject();
    for (Map.Entry<String, String> entry : new TreeMap<>(switches).entrySet())
      json.name(entry.getKey()).value(entry.getValue());
    json.endObject();
  }

  /** {@code null} when nothing was validated, by wish or because of an error. */
  static void writeConforms(Report report, JsonText json) throws IOException {
    json.name("conforms");
    if (report.failed() || report.validatedNothing()) json.nothing();
    else json.value(report.conforms());
  }

  static void writeStatistics(Statistics statistics, long shown, JsonText json) throws IOException {
    json.name("statistics").beginObject();
    json.name("triples").value(statistics.triples());
    json.name("kept").value(statistics.kept());
    json.name("focusNodes").value(statistics.focusNodes());
    json.name("results").value(Math.max(shown, statistics.results()));
    json.name("shown").value(shown);
    json.endObject();
  }

  /** The members of an object that the caller begins and ends. */
  static void writeDiagnostic(Diagnostic diagnostic, JsonText json) throws IOException {
    json.name("severity").value(diagnostic.severity().name().toLowerCase(Locale.ROOT));
    json.name("code").value(diagnostic.code());
    json.name("stage").value(diagnostic.stage());
    json.name("message").value(diagnostic.message());
    writeOrigin(diagnostic.at(), json);
    if (!diagnostic.hint().isEmpty()) json.name("hint").value(diagnostic.hint());
    json.name("notes").beginArray();
    for (Diagnostic.Note note : diagnostic.notes()) {
      json.beginObject().name("message").value(note.message());
      writeOrigin(note.at(), json);
      json.endObject();
    }
    json.endArray();
  }

  /** The members of an object that the caller begins and ends. */
  static void writeResult(ValidationResult result, JsonText json) throws IOException {
    json.name("severity").value(result.severity().value());
    json.name("component").value(result.component().value());
    json.name("focusNode");
    writeTerm(result.focusNode(), json);
    if (result.path().isPresent()) {
      Path path = result.path().get();
      json.name("path").value(path.toString());
    }
    if (result.value().isPresent()) {
      json.name("value");
      writeTerm(result.value().get(), json);
    }
    json.name("messages").beginArray();
    for (Literal message : result.messages()) writeTerm(message, json);
    json.endArray();
    writeOrigin(result.dataAt(), json);
    json.name("shape").beginObject().name("id");
    writeTerm(result.shape().id(), json);
    writeOrigin(result.shape().at(), json);
    json.endObject().name("constraint").beginObject();
    json.name("number").value(result.check().number());
    if (result.sourceConstraint().isPresent()) {
      json.name("id");
      writeTerm(result.sourceConstraint().get(), json);
    }
    writeOrigin(result.check().constraint().at(), json);
    json.endObject();
    if (result.details().isEmpty()) return;
    json.name("details").beginArray();
    for (ValidationResult detail : result.details()) {
      json.beginObject();
      writeResult(detail, json);
      json.endObject();
    }
    json.endArray();
  }

  /** A term as the SPARQL 1.1 Query Results JSON Format (section 3.2.2) writes it. */
  static void writeTerm(Term term, JsonText json) throws IOException {
    json.beginObject();
    switch (term) {
      case Iri iri -> json.name("type").value("uri").name("value").value(iri.value());
      case BlankNode node -> json.name("type").value("bnode").name("value").value(node.label());
      case Literal literal -> {
        json.name("type").value("literal").name("value").value(literal.lexical());
        if (!literal.language().isEmpty()) json.name("xml:lang").value(literal.language());
        else if (!literal.datatype().value().equals(Vocabulary.XSD + "string"))
          json.name("datatype").value(literal.datatype().value());
      }
    }
    json.endObject();
  }

  /** Nothing when no document is known. */
  static void writeOrigin(Origin at, JsonText json) throws IOException {
    if (at.document().isEmpty()) return;
    json.name("at").beginObject().name("document").value(at.document());
    if (at.isKnown()) json.name("line").value(at.line()).name("column").value(at.column());
    if (!at.term().isEmpty()) json.name("term").value(at.term());
    json.endObject();
  }
}
