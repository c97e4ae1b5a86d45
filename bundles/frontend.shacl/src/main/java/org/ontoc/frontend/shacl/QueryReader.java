// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.rdf4j.query.MalformedQueryException;
import org.eclipse.rdf4j.query.algebra.TupleExpr;
import org.eclipse.rdf4j.query.parser.sparql.SPARQLParser;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTAskQuery;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTQuery;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTSelectQuery;
import org.eclipse.rdf4j.query.parser.sparql.ast.ParseException;
import org.eclipse.rdf4j.query.parser.sparql.ast.SyntaxTreeBuilder;
import org.eclipse.rdf4j.query.parser.sparql.ast.Token;
import org.eclipse.rdf4j.query.parser.sparql.ast.TokenMgrError;
import org.jspecify.annotations.Nullable;
import org.ontoc.lib.rdf4j.Findings;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Query;
import org.ontoc.pipeline.ir.Term;

/** Reads a SPARQL query and holds it to the rules of its use (SHACL sections 5.2 and 6.2). */
final class QueryReader {
  /** Stands for the shapes graph in GRAPH $shapesGraph. */
  private static final Iri SHAPES_GRAPH = new Iri("urn:ontoc:shapes-graph");

  private final ShapesGraph graph;
  private final Findings findings;
  private final WellFormedness rules;
  private final Prefixes prefixes;
  private @Nullable List<org.ontoc.pipeline.ir.Triple> triples;

  QueryReader(ShapesGraph graph, Findings findings) {
    this.graph = graph;
    this.findings = findings;
    this.rules = new WellFormedness(findings);
    this.prefixes = new Prefixes(graph, findings);
  }

  /**
   * What a query is used for.
   *
   * @param shape the shape that is validated with it; empty for a target
   * @param parameters the names of all parameters, with and without a value
   * @param values those with a value
   */
  record Use(
      Query.Kind kind,
      Optional<Term> shape,
      Optional<Path> path,
      Set<String> parameters,
      Map<String, Term> values) {

    Set<String> preBound() {
      Set<String> names = new HashSet<>(parameters);
      if (shape.isPresent()) names.addAll(List.of("this", "currentShape", "shapesGraph"));
      if (kind == Query.Kind.ASK) names.add("value");
      return names;
    }
  }

  /** The query of a constraint, validator or target: the value of sh:select or sh:ask. */
  Optional<Query> read(Term executable, Use use) {
    String property = use.kind() == Query.Kind.ASK ? "ask" : "select";
    Optional<ParameterValue> value =
        rules.single(graph.values(executable, Vocabulary.sh(property)));
    Optional<String> text = value.flatMap(rules::string);
    if (text.isEmpty()) return Optional.empty();
    String declared = prefixes.of(executable);
    Optional<ASTQuery> parsed = parse(declared, text.get(), value.get());
    return parsed.flatMap(tree -> query(tree, declared + text.get(), value.get(), use));
  }

  private Optional<ASTQuery> parse(String declared, String text, ParameterValue value) {
    int before = (int) declared.lines().count();
    try {
      return Optional.of(SyntaxTreeBuilder.parseQuery(declared + text).getQuery());
    } catch (ParseException wrong) {
      Token at = wrong.currentToken == null ? null : wrong.currentToken.next;
      unparsed(value, at == null ? text(wrong) : place(at, before));
    } catch (TokenMgrError wrong) {
      unparsed(value, "a character does not belong in it, or a string or IRI does not end");
    } catch (StackOverflowError deep) {
      unparsed(value, "it is nested too deep");
    }
    return Optional.empty();
  }

  private static String place(Token at, int before) {
    String found = at.image.isEmpty() ? "its end" : "\"" + at.image + "\"";
    return found
        + " was not expected in line "
        + (at.beginLine - before)
        + ", column "
        + at.beginColumn
        + " of it";
  }

  private void unparsed(ParameterValue value, String why) {
    findings.error(
        "E0341",
        value.at(),
        "The SPARQL query does not parse: " + why,
        "Prefixes of the document do not count here: declare them with sh:prefixes");
  }

  private static String text(Exception wrong) {
    String message = String.valueOf(wrong.getMessage());
    return message.lines().findFirst().orElse("").strip();
  }

  private Optional<Query> query(ASTQuery tree, String text, ParameterValue value, Use use) {
    if (!isOfForm(tree, value, use)) return Optional.empty();
    QueryRules check = new QueryRules(use.preBound());
    check.check(tree);
    for (String fault : check.faults())
      findings.error(
          "E0343",
          value.at(),
          "The query " + fault + ", which is not allowed in a query of shapes",
          "See SHACL appendix A; FILTER NOT EXISTS and IN often say the same");
    if (!check.faults().isEmpty()) return Optional.empty();
    String whole = use.path().map(path -> QueryText.substitute(text, path)).orElse(text);
    if (!isValid(whole, value)) return Optional.empty();
    return Optional.of(
        new Query(
            use.kind(),
            whole,
            bindings(use, check.variables()),
            check.variables().contains("shapesGraph") ? shapesGraph() : List.of(),
            value.at()));
  }

  private boolean isOfForm(ASTQuery tree, ParameterValue value, Use use) {
    boolean good =
        use.kind() == Query.Kind.ASK
            ? tree instanceof ASTAskQuery
            : tree instanceof ASTSelectQuery select && QueryRules.returned(select).contains("this");
    if (!good)
      findings.error(
          "E0342",
          value.at(),
          use.kind() == Query.Kind.ASK
              ? "The value of sh:ask must be an ASK query"
              : "The value of sh:select must be a SELECT query that returns $this",
          use.kind() == Query.Kind.ASK ? "" : "Begin it with SELECT $this");
    return good;
  }

  /** What the syntax tree alone does not show: undeclared prefixes, scopes, unknown functions. */
  private boolean isValid(String text, ParameterValue value) {
    TupleExpr algebra;
    try {
      algebra = new SPARQLParser().parseQuery(text, null).getTupleExpr();
    } catch (MalformedQueryException wrong) {
      unparsed(value, text(wrong));
      return false;
    } catch (StackOverflowError deep) {
      unparsed(value, "it is nested too deep");
      return false;
    }
    Set<String> unknown = QueryFunctions.unknown(algebra);
    for (String function : unknown)
      findings.error(
          "E0344",
          value.at(),
          "The query calls <" + function + ">, which is no function that is known here",
          "Use the functions of SPARQL 1.1; sh:SPARQLFunction is not supported");
    return unknown.isEmpty();
  }

  private List<Query.Binding> bindings(Use use, Set<String> variables) {
    List<Query.Binding> bindings = new ArrayList<>();
    use.values().forEach((name, term) -> bindings.add(new Query.Binding(name, term)));
    if (use.shape().isPresent() && variables.contains("currentShape"))
      bindings.add(new Query.Binding("currentShape", use.shape().get()));
    if (use.shape().isPresent() && variables.contains("shapesGraph"))
      bindings.add(new Query.Binding("shapesGraph", SHAPES_GRAPH));
    bindings.sort(Comparator.comparing(Query.Binding::variable));
    return bindings;
  }

  private List<org.ontoc.pipeline.ir.Triple> shapesGraph() {
    List<org.ontoc.pipeline.ir.Triple> known = triples;
    if (known == null) {
      known =
          graph
              .all()
              .map(
                  it -> new org.ontoc.pipeline.ir.Triple(it.subject(), it.predicate(), it.object()))
              .toList();
      triples = known;
    }
    return known;
  }
}
