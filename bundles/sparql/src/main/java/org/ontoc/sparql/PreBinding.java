// SPDX-License-Identifier: Apache-2.0
package org.ontoc.sparql;

import java.util.List;
import java.util.Set;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.BooleanLiteral;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.algebra.ArbitraryLengthPath;
import org.eclipse.rdf4j.query.algebra.BindingSetAssignment;
import org.eclipse.rdf4j.query.algebra.Join;
import org.eclipse.rdf4j.query.algebra.QueryModelNode;
import org.eclipse.rdf4j.query.algebra.SingletonSet;
import org.eclipse.rdf4j.query.algebra.StatementPattern;
import org.eclipse.rdf4j.query.algebra.TupleExpr;
import org.eclipse.rdf4j.query.algebra.ZeroLengthPath;
import org.eclipse.rdf4j.query.algebra.evaluation.QueryBindingSet;
import org.eclipse.rdf4j.query.algebra.helpers.AbstractQueryModelVisitor;

/**
 * The pre-bound variables of a query with the values that they have now. As SHACL appendix A
 * defines it, their solution mapping is joined with every basic graph pattern and property path of
 * the algebra, also in nested groups, subqueries and EXISTS, and an empty group is such a pattern.
 */
final class PreBinding {
  private final Set<String> names;
  private final QueryBindingSet current = new QueryBindingSet();

  PreBinding(Set<String> names) {
    this.names = names;
    // a value for each, since the algebra is asked for what is surely bound before it is evaluated
    names.forEach(name -> current.setBinding(name, BooleanLiteral.TRUE));
  }

  void bind(String name, Value value) {
    current.setBinding(name, value);
  }

  void insertInto(TupleExpr algebra) {
    if (!names.isEmpty()) algebra.visit(new Insertion());
  }

  private BindingSetAssignment table() {
    BindingSetAssignment table = new BindingSetAssignment();
    table.setBindingNames(names);
    // asked anew in each evaluation, so that one plan serves all values
    table.setBindingSets(() -> List.<BindingSet>of(new QueryBindingSet(current)).iterator());
    return table;
  }

  /** One table joined with a tree of joins is joined with each pattern in it. */
  private final class Insertion extends AbstractQueryModelVisitor<RuntimeException> {
    @Override
    public void meet(StatementPattern node) {
      join(node);
    }

    @Override
    public void meet(ArbitraryLengthPath node) {
      join(node);
    }

    @Override
    public void meet(ZeroLengthPath node) {
      join(node);
    }

    @Override
    public void meet(SingletonSet node) {
      join(node);
    }

    @Override
    public void meet(Join node) {
      visitBelow(node.getLeftArg());
      visitBelow(node.getRightArg());
      join(node);
    }

    /** What is in one group with its join needs no table of its own. */
    private void visitBelow(TupleExpr arg) {
      if (arg instanceof Join join && !join.isVariableScopeChange()) {
        visitBelow(join.getLeftArg());
        visitBelow(join.getRightArg());
      } else if (!isPattern(arg)) {
        arg.visit(this);
      }
    }

    private static boolean isPattern(TupleExpr arg) {
      return arg instanceof StatementPattern
          || arg instanceof ArbitraryLengthPath
          || arg instanceof ZeroLengthPath
          || arg instanceof SingletonSet;
    }

    private void join(TupleExpr node) {
      QueryModelNode parent = node.getParentNode();
      Join joined = new Join();
      parent.replaceChildNode(node, joined);
      joined.setLeftArg(table());
      joined.setRightArg(node);
      if (node instanceof Join inner && inner.isVariableScopeChange()) {
        joined.setVariableScopeChange(true);
        inner.setVariableScopeChange(false);
      }
    }
  }
}
