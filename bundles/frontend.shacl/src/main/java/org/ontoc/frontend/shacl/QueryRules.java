// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTBind;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTBindingsClause;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTConstraint;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTDatasetClause;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTGroupCondition;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTInlineData;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTMinusGraphPattern;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTProjectionElem;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTPropertyListPath;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTQuery;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTSelect;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTSelectQuery;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTServiceGraphPattern;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTVar;
import org.eclipse.rdf4j.query.parser.sparql.ast.ASTWhereClause;
import org.eclipse.rdf4j.query.parser.sparql.ast.Node;
import org.eclipse.rdf4j.query.parser.sparql.ast.SimpleNode;

/**
 * What pre-binding forbids a query to contain (SHACL section 5.2.1 and appendix A), and what would
 * make it ask other data than what is validated.
 */
final class QueryRules {
  private static final Set<String> OPTIONAL_IN_SUBQUERIES = Set.of("shapesGraph", "currentShape");

  private final Set<String> preBound;
  private final Set<String> faults = new TreeSet<>();
  private final Set<String> variables = new HashSet<>();

  /**
   * @param preBound all variables that may be pre-bound, whether they have a value or not
   */
  QueryRules(Set<String> preBound) {
    this.preBound = preBound;
  }

  /** What is wrong, in words that complete "the query". */
  Set<String> faults() {
    return faults;
  }

  /** All variables that occur. */
  Set<String> variables() {
    return variables;
  }

  void check(ASTQuery query) {
    visit(query, query);
  }

  private void visit(Node node, ASTQuery root) {
    switch (node) {
      case ASTServiceGraphPattern _ -> faults.add("contains SERVICE");
      case ASTDatasetClause _ -> faults.add("contains FROM");
      case ASTMinusGraphPattern _ -> forbid("contains MINUS");
      case ASTInlineData _, ASTBindingsClause _ -> forbid("contains VALUES");
      case ASTBind bind -> assigned(last(bind));
      case ASTProjectionElem element when element.hasAlias() -> assigned(element.getAlias());
      case ASTGroupCondition condition when condition.jjtGetNumChildren() > 1 ->
          assigned(last(condition));
      case ASTSelectQuery select when select != root -> subquery(select);
      case ASTVar variable -> variable(variable);
      default -> {}
    }
    for (Node child : children(node)) visit(child, root);
  }

  private void forbid(String fault) {
    if (!preBound.isEmpty()) faults.add(fault);
  }

  private void assigned(String variable) {
    if (preBound.contains(variable)) faults.add("assigns a value to $" + variable);
  }

  private void variable(ASTVar variable) {
    variables.add(variable.getName());
    if (!variable.getName().equals("PATH")) return;
    boolean predicate =
        variable.jjtGetParent() instanceof ASTPropertyListPath list && list.getVerb() == variable;
    if (!predicate) faults.add("uses $PATH elsewhere than as a predicate");
  }

  private void subquery(ASTSelectQuery select) {
    Set<String> returned = returned(select);
    for (String variable : new TreeSet<>(preBound)) {
      if (!returned.contains(variable) && !OPTIONAL_IN_SUBQUERIES.contains(variable))
        faults.add("has a subquery that does not return $" + variable);
    }
  }

  /** The variables that a SELECT query has in its solutions. */
  static Set<String> returned(ASTSelectQuery query) {
    Set<String> names = new HashSet<>();
    ASTSelect select = query.getSelect();
    if (select.isWildcard()) {
      for (Node child : children(query)) if (child instanceof ASTWhereClause) inScope(child, names);
      return names;
    }
    for (ASTProjectionElem element : select.getProjectionElemList())
      names.add(element.hasAlias() ? element.getAlias() : last(element));
    return names;
  }

  /** The variables in scope outside of a group (SPARQL 1.1 section 18.2.1): none of its filters. */
  private static void inScope(Node node, Set<String> names) {
    switch (node) {
      case ASTConstraint _, ASTMinusGraphPattern _ -> {}
      case ASTSelectQuery query -> names.addAll(returned(query));
      case ASTBind bind -> names.add(last(bind));
      case ASTVar variable -> names.add(variable.getName());
      default -> {
        for (Node child : children(node)) inScope(child, names);
      }
    }
  }

  private static String last(Node node) {
    Node[] children = children(node);
    return children[children.length - 1] instanceof ASTVar variable ? variable.getName() : "";
  }

  private static Node[] children(Node node) {
    Node[] children = ((SimpleNode) node).jjtGetChildren();
    return children == null ? new Node[0] : children;
  }
}
