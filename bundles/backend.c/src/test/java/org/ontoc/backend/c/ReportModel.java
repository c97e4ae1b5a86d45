// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import java.util.List;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SHACL;
import org.eclipse.rdf4j.rio.helpers.NTriplesUtil;
import org.ontoc.pipeline.ir.BlankNode;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;

/** The results of a validation report as a graph that can be compared: no messages, no details. */
final class ReportModel {
  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();
  private static final List<IRI> COMPARED =
      List.of(
          SHACL.FOCUS_NODE,
          SHACL.VALUE,
          SHACL.RESULT_PATH,
          SHACL.RESULT_SEVERITY,
          SHACL.SOURCE_CONSTRAINT_COMPONENT,
          SHACL.SOURCE_SHAPE);

  private ReportModel() {}

  /** The part of an expected report that is compared. */
  static Model expected(Model manifest, Resource report) {
    Model model = new LinkedHashModel();
    for (Value result : manifest.filter(report, SHACL.RESULT, null).objects()) {
      for (IRI property : COMPARED) {
        for (Value value : manifest.filter((Resource) result, property, null).objects()) {
          model.add((Resource) result, property, value);
          if (property.equals(SHACL.RESULT_PATH)) copy(manifest, value, model);
        }
      }
    }
    return model;
  }

  /** A path's blank nodes; they make a tree. */
  private static void copy(Model from, Value node, Model to) {
    if (!node.isBNode()) return;
    for (var statement : from.filter((Resource) node, null, null)) {
      to.add(statement);
      copy(from, statement.getObject(), to);
    }
  }

  /** What the machine lines of a validator say. */
  static Model actual(Plan plan, String lines) {
    Model model = new LinkedHashModel();
    Shape[] shapes = new Shape[plan.checks().size()];
    for (PlannedShape planned : plan.shapes()) {
      planned.checks().forEach(check -> shapes[check.number()] = planned.shape());
    }
    lines
        .lines()
        .map(line -> line.split("\t", -1))
        .filter(fields -> fields[0].equals("R"))
        .forEach(
            fields -> {
              int number = Integer.parseInt(fields[1]);
              Check check = plan.checks().get(number);
              add(fields, shapes[number], check, model);
            });
    return model;
  }

  private static void add(String[] fields, Shape shape, Check check, Model model) {
    Resource result = VALUES.createBNode();
    model.add(result, SHACL.FOCUS_NODE, NTriplesUtil.parseValue(fields[3], VALUES));
    if (!fields[4].isEmpty())
      model.add(result, SHACL.VALUE, NTriplesUtil.parseValue(fields[4], VALUES));
    if (!fields[5].isEmpty())
      model.add(result, SHACL.RESULT_PATH, NTriplesUtil.parseValue(fields[5], VALUES));
    else shape.path().ifPresent(path -> model.add(result, SHACL.RESULT_PATH, path(path, model)));
    model.add(result, SHACL.RESULT_SEVERITY, value(shape.severity()));
    model.add(
        result,
        SHACL.SOURCE_CONSTRAINT_COMPONENT,
        VALUES.createIRI(check.component(fields[2].equals("1")).value()));
    model.add(result, SHACL.SOURCE_SHAPE, value(shape.id()));
  }

  private static Value value(Term term) {
    return switch (term) {
      case Iri iri -> VALUES.createIRI(iri.value());
      case BlankNode node -> VALUES.createBNode("shape" + node.label());
      case Literal literal -> throw new AssertionError(literal);
    };
  }

  private static Value path(Path path, Model model) {
    return switch (path) {
      case Path.Predicate step -> VALUES.createIRI(step.iri().value());
      case Path.Sequence sequence -> list(sequence.members(), model);
      case Path.Alternative choice ->
          node(SHACL.ALTERNATIVE_PATH, list(choice.members(), model), model);
      case Path.Inverse p -> node(SHACL.INVERSE_PATH, path(p.path(), model), model);
      case Path.ZeroOrMore p -> node(SHACL.ZERO_OR_MORE_PATH, path(p.path(), model), model);
      case Path.OneOrMore p -> node(SHACL.ONE_OR_MORE_PATH, path(p.path(), model), model);
      case Path.ZeroOrOne p -> node(SHACL.ZERO_OR_ONE_PATH, path(p.path(), model), model);
    };
  }

  private static Value node(IRI kind, Value inner, Model model) {
    Resource node = VALUES.createBNode();
    model.add(node, kind, inner);
    return node;
  }

  private static Value list(List<Path> members, Model model) {
    Resource rest = RDF.NIL;
    for (Path member : members.reversed()) {
      Resource node = VALUES.createBNode();
      model.add(node, RDF.FIRST, path(member, model));
      model.add(node, RDF.REST, rest);
      rest = node;
    }
    return rest;
  }
}
