// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.List;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Term;
import org.osgi.service.component.annotations.Component;

/**
 * The validation report of SHACL section 3.6 in JSON-LD 1.1, result by result; an empty graph after
 * an error. The context defines no prefixes, so that no IRI of the data can be taken for a compact
 * one.
 */
@Component
@Renderer.Format("jsonld")
public final class JsonLdRenderer implements Renderer {
  @Override
  public void render(Report report, Surface surface, Appendable out) throws IOException {
    JsonText json = new JsonText(out).beginObject().line();
    json.name("@context").beginObject().name("@vocab").value(Vocabulary.SH);
    // a term that means null is no part of the graph
    if (!report.switches().isEmpty()) json.name("ontoc").nothing();
    json.endObject().line();
    if (report.failed()) json.name("@graph").beginArray().endArray();
    else writeReport(report, json);
    json.endObject();
    out.append('\n');
  }

  private static void writeReport(Report report, JsonText json) throws IOException {
    json.name("@type").value("ValidationReport").line();
    json.name("conforms").value(report.conforms()).line();
    json.name("result").beginArray();
    long shown = 0;
    for (ValidationResult result : report.results()) {
      writeResult(result, json.line());
      shown++;
    }
    json.endArray();
    if (report.switches().isEmpty()) return;
    json.line().name("ontoc").beginObject();
    JsonParts.writeSwitches(report.switches(), json);
    JsonParts.writeStatistics(report.statistics(), shown, json);
    json.endObject();
  }

  private static void writeResult(ValidationResult result, JsonText json) throws IOException {
    json.beginObject().name("@type").value("ValidationResult");
    json.name("focusNode");
    writeTerm(result.focusNode(), RdfText.Graph.DATA, json);
    if (result.path().isPresent()) {
      json.name("resultPath");
      writePath(result.path().get(), json);
    }
    if (result.value().isPresent()) {
      json.name("value");
      writeTerm(result.value().get(), RdfText.Graph.DATA, json);
    }
    json.name("resultSeverity");
    writeTerm(result.severity(), RdfText.Graph.SHAPES, json);
    json.name("sourceConstraintComponent");
    writeTerm(result.component(), RdfText.Graph.SHAPES, json);
    if (result.sourceConstraint().isPresent()) {
      json.name("sourceConstraint");
      writeTerm(result.sourceConstraint().get(), RdfText.Graph.SHAPES, json);
    }
    json.name("sourceShape");
    writeTerm(result.shape().id(), RdfText.Graph.SHAPES, json);
    json.name("resultMessage").beginArray();
    for (Literal message : result.messages()) writeTerm(message, RdfText.Graph.SHAPES, json);
    json.endArray();
    if (!result.details().isEmpty()) {
      json.name("detail").beginArray();
      for (ValidationResult detail : result.details()) writeResult(detail, json);
      json.endArray();
    }
    json.endObject();
  }

  private static void writeTerm(Term term, RdfText.Graph graph, JsonText json) throws IOException {
    json.beginObject();
    switch (term) {
      case Iri iri -> json.name("@id").value(iri.value());
      case BlankNode node -> json.name("@id").value(RdfText.label(node, graph));
      case Literal literal -> {
        json.name("@value").value(literal.lexical());
        if (!literal.language().isEmpty()) json.name("@language").value(literal.language());
        else if (!literal.datatype().value().equals(Vocabulary.XSD + "string"))
          json.name("@type").value(literal.datatype().value());
      }
    }
    json.endObject();
  }

  private static void writePath(Path path, JsonText json) throws IOException {
    switch (path) {
      case Path.Predicate(Iri iri) -> writeTerm(iri, RdfText.Graph.SHAPES, json);
      case Path.Inverse(Path inner) -> writePath("inversePath", inner, json);
      case Path.Sequence(List<Path> members) -> writeList(members, json);
      case Path.Alternative(List<Path> members) -> {
        json.beginObject().name("alternativePath");
        writeList(members, json);
        json.endObject();
      }
      case Path.ZeroOrMore(Path inner) -> writePath("zeroOrMorePath", inner, json);
      case Path.OneOrMore(Path inner) -> writePath("oneOrMorePath", inner, json);
      case Path.ZeroOrOne(Path inner) -> writePath("zeroOrOnePath", inner, json);
    }
  }

  private static void writePath(String name, Path inner, JsonText json) throws IOException {
    json.beginObject().name(name);
    writePath(inner, json);
    json.endObject();
  }

  private static void writeList(List<Path> members, JsonText json) throws IOException {
    json.beginObject().name("@list").beginArray();
    for (Path member : members) writePath(member, json);
    json.endArray().endObject();
  }
}
