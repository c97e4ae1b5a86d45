// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Renderer;
import org.ontoc.pipeline.Report;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator.Statistics;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Tier;

/** A small report with every kind of term, path and severity, and the documents it is about. */
final class Fixture {
  static final String EX = "http://example.org/";
  static final String LONG = "http://data.example.org/vocabularies/2026/people-and-places#";
  static final List<String> SHAPES =
      List.of(
          "ex:PersonShape a sh:NodeShape ;",
          "  sh:targetClass ex:Person ;",
          "  sh:property [ sh:path ex:name ; sh:minCount 1 ] ;",
          "  sh:property [ sh:path ex:mbox ; sh:maxCount \"x\" ] .");
  static final List<String> DATA =
      List.of(
          "ex:alice a ex:Person ;",
          "\tex:mbox \"Zoë's 日本 box\" , \"two\" .",
          "ex:bob a ex:Person .",
          "ex:carol a ex:Person .");

  private Fixture() {}

  static Iri ex(String local) {
    return new Iri(EX + local);
  }

  static Iri sh(String local) {
    return new Iri(Vocabulary.SH + local);
  }

  static Shape shape(Term id, Optional<Path> path, Iri severity, List<Literal> messages, int line) {
    return new Shape(
        id,
        path,
        List.of(),
        List.of(),
        severity,
        messages,
        false,
        new Origin("shapes.ttl", line, 3, ""));
  }

  static Shape property(String name, int line) {
    return shape(
        new BlankNode("b" + line),
        Optional.of(new Path.Predicate(ex(name))),
        sh("Violation"),
        List.of(),
        line);
  }

  static Check check(int number, Constraint constraint, String message) {
    return new Check(number, constraint, Tier.SUBJECT, 1, message);
  }

  static Check minCount(int number, int line) {
    return check(
        number,
        new Constraint.MinCount(1, new Origin("shapes.ttl", line, 36, "1")),
        "less than 1 value");
  }

  static ValidationResult result(
      Term focus, Optional<Term> value, Optional<Path> path, Shape shape, Check check, Origin at) {
    Iri component = sh(check.constraint().component() + "ConstraintComponent");
    return new ValidationResult(focus, value, path, component, shape, check, at);
  }

  static ValidationResult missingName(Term focus, Origin at) {
    Shape shape = property("name", 3);
    return result(focus, Optional.empty(), shape.path(), shape, minCount(0, 3), at);
  }

  static Origin data(int line, int column) {
    return new Origin("data.ttl", line, column, "");
  }

  static Report report(List<ValidationResult> results) {
    return new Report(
        results.isEmpty(),
        results,
        List.of(),
        new Statistics(8, 6, 3, results.size(), 1, 1, 1),
        Map.of());
  }

  static Report typical() {
    Shape mbox = property("mbox", 4);
    Shape person =
        shape(
            new Iri(LONG + "PersonShape"),
            Optional.empty(),
            sh("Warning"),
            List.of(
                new Literal("Geschlossen", new Iri(Vocabulary.RDF + "langString"), "de"),
                new Literal("Only known properties", new Iri(Vocabulary.RDF + "langString"), "en")),
            1);
    Check maxLength =
        check(1, new Constraint.MaxLength(5, new Origin("shapes.ttl", 4, 1, "")), "too long");
    Check closed =
        check(2, new Constraint.Closed(List.of(), new Origin("shapes.ttl", 1, 1, "")), "closed");
    return report(
        List.of(
            missingName(ex("bob"), data(3, 1)),
            result(
                ex("alice"),
                Optional.of(Literal.string("Zoë's 日本 box")),
                mbox.path(),
                mbox,
                maxLength,
                data(2, 10)),
            missingName(ex("carol"), data(4, 1)),
            result(
                    new BlankNode("b3"),
                    Optional.of(Literal.xsd("5", "integer")),
                    Optional.of(new Path.Predicate(new Iri(LONG + "age"))),
                    person,
                    closed,
                    Origin.NOWHERE)
                .withDetails(
                    List.of(
                        missingName(ex("bob"), data(3, 1))
                            .withDetails(List.of(missingName(ex("carol"), data(4, 1)))),
                        missingName(ex("carol"), data(4, 1))))));
  }

  /** A report in which every kind of path, severity and term stands. */
  static Report everything() {
    List<Path> paths =
        List.of(
            new Path.Inverse(new Path.Predicate(ex("p"))),
            new Path.Sequence(
                List.of(
                    new Path.Predicate(ex("p")),
                    new Path.Sequence(
                        List.of(new Path.Predicate(ex("q")), new Path.Predicate(ex("r")))))),
            new Path.Alternative(
                List.of(
                    new Path.Predicate(ex("p")), new Path.Inverse(new Path.Predicate(ex("q"))))),
            new Path.ZeroOrMore(new Path.Predicate(ex("p"))),
            new Path.OneOrMore(new Path.Predicate(ex("p"))),
            new Path.ZeroOrOne(new Path.Predicate(ex("p"))));
    List<Term> values =
        List.of(
            ex("value"),
            new BlankNode("b 1"),
            new BlankNode("b_1"),
            Literal.xsd("01", "integer"),
            new Literal("colour", new Iri(Vocabulary.RDF + "langString"), "en-GB"),
            Literal.string("\u001B[31m\"quoted\" \\ \r\n\t\u202E \uD83D\uDE00 \u0007"));
    List<Iri> severities = List.of(sh("Violation"), sh("Warning"), sh("Info"), ex("Fatal"));
    List<ValidationResult> results = new java.util.ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      Shape shape =
          shape(
              i % 2 == 0 ? new BlankNode("b 1") : ex("S" + i),
              Optional.of(paths.get(i)),
              severities.get(i % severities.size()),
              i == 0 ? List.of(Literal.string("first"), Literal.string("second")) : List.of(),
              i + 1);
      results.add(
          result(
              i == 1 ? new BlankNode("b 1") : ex("focus" + i),
              Optional.of(values.get(i)),
              shape.path(),
              shape,
              minCount(i, i + 1),
              data(1, 1)));
    }
    return report(results);
  }

  static List<Diagnostic> diagnostics() {
    return List.of(
        new Diagnostic(
            Severity.ERROR,
            "frontend.shacl",
            "E0301",
            new Origin("shapes.ttl", 4, 47, "\"x\""),
            "sh:maxCount must be an integer",
            "write sh:maxCount 1",
            List.of(new Diagnostic.Note(new Origin("shapes.ttl", 1, 1, ""), "in this shape"))),
        new Diagnostic(
            Severity.WARNING, "core", "W0101", Origin.NOWHERE, "nothing\u001B[2J to do"));
  }

  static Renderer.Surface surface(boolean colour) {
    return new Renderer.Surface() {
      @Override
      public boolean colour() {
        return colour;
      }

      @Override
      public Optional<String> line(Origin at) {
        List<String> document = at.document().equals("shapes.ttl") ? SHAPES : DATA;
        return at.line() <= document.size()
            ? Optional.of(document.get(at.line() - 1))
            : Optional.empty();
      }
    };
  }

  static String render(Renderer renderer, Report report) throws IOException {
    StringBuilder text = new StringBuilder();
    renderer.render(report, surface(false), text);
    return text.toString();
  }
}
