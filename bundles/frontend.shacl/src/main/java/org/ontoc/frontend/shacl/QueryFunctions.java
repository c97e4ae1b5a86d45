// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.shacl;

import java.util.Set;
import java.util.TreeSet;
import org.eclipse.rdf4j.query.algebra.AggregateFunctionCall;
import org.eclipse.rdf4j.query.algebra.FunctionCall;
import org.eclipse.rdf4j.query.algebra.TupleExpr;
import org.eclipse.rdf4j.query.algebra.evaluation.function.FunctionRegistry;
import org.eclipse.rdf4j.query.algebra.helpers.AbstractQueryModelVisitor;
import org.eclipse.rdf4j.query.parser.sparql.aggregate.CustomAggregateFunctionRegistry;

/**
 * Finds calls of functions that nobody provides: SPARQL makes them errors, and a filter with an
 * error finds nothing, so that all data would conform.
 */
final class QueryFunctions extends AbstractQueryModelVisitor<RuntimeException> {
  private final Set<String> unknown = new TreeSet<>();

  private QueryFunctions() {}

  static Set<String> unknown(TupleExpr algebra) {
    QueryFunctions visitor = new QueryFunctions();
    algebra.visit(visitor);
    return visitor.unknown;
  }

  @Override
  public void meet(FunctionCall call) {
    if (!FunctionRegistry.getInstance().has(call.getURI())) unknown.add(call.getURI());
    super.meet(call);
  }

  @Override
  public void meet(AggregateFunctionCall call) {
    if (!CustomAggregateFunctionRegistry.getInstance().has(call.getIRI()))
      unknown.add(call.getIRI());
    super.meet(call);
  }
}
