// SPDX-License-Identifier: Apache-2.0
package org.ontoc.sparql;

import java.util.List;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.BooleanLiteral;
import org.eclipse.rdf4j.model.vocabulary.FN;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.query.algebra.FunctionCall;
import org.eclipse.rdf4j.query.algebra.Regex;
import org.eclipse.rdf4j.query.algebra.Service;
import org.eclipse.rdf4j.query.algebra.evaluation.QueryEvaluationStep;
import org.eclipse.rdf4j.query.algebra.evaluation.QueryValueEvaluationStep;
import org.eclipse.rdf4j.query.algebra.evaluation.TripleSource;
import org.eclipse.rdf4j.query.algebra.evaluation.ValueExprEvaluationException;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.DefaultEvaluationStrategy;
import org.eclipse.rdf4j.query.algebra.evaluation.impl.QueryEvaluationContext;
import org.eclipse.rdf4j.query.algebra.evaluation.util.QueryEvaluationUtility;
import org.ontoc.pipeline.Context;

/**
 * RDF4J's evaluation, but for SERVICE, which is never asked, and for regular expressions, which a
 * budget must be able to stop.
 */
final class Strategy extends DefaultEvaluationStrategy {
  private final RegularExpressions expressions;
  private final ValueFactory values;

  Strategy(TripleSource source, Context context) {
    super(source, null);
    this.expressions = new RegularExpressions(context);
    this.values = source.getValueFactory();
  }

  @Override
  protected QueryEvaluationStep prepare(Service service, QueryEvaluationContext context) {
    throw new QueryEvaluationException("SERVICE is not executed");
  }

  @Override
  protected QueryValueEvaluationStep prepare(Regex regex, QueryEvaluationContext context) {
    QueryValueEvaluationStep text = precompile(regex.getArg(), context);
    QueryValueEvaluationStep pattern = precompile(regex.getPatternArg(), context);
    QueryValueEvaluationStep flags =
        regex.getFlagsArg() == null ? null : precompile(regex.getFlagsArg(), context);
    return new Step(
        bindings ->
            BooleanLiteral.valueOf(
                expressions.find(
                    text(text.evaluate(bindings)).getLabel(),
                    simple(pattern.evaluate(bindings)),
                    flags == null ? "" : simple(flags.evaluate(bindings)))));
  }

  @Override
  public QueryValueEvaluationStep prepare(FunctionCall call, QueryEvaluationContext context) {
    if (!call.getURI().equals(FN.REPLACE.stringValue())) return super.prepare(call, context);
    List<QueryValueEvaluationStep> arguments =
        call.getArgs().stream().map(argument -> precompile(argument, context)).toList();
    return new Step(
        bindings -> replace(arguments.stream().map(it -> it.evaluate(bindings)).toList()));
  }

  private Value replace(List<Value> arguments) {
    Literal text = text(arguments.get(0));
    String result =
        expressions.replace(
            text.getLabel(),
            simple(arguments.get(1)),
            simple(arguments.get(2)),
            arguments.size() > 3 ? simple(arguments.get(3)) : "");
    return text.getLanguage()
        .map(language -> values.createLiteral(result, language))
        .orElseGet(() -> values.createLiteral(result));
  }

  private static Literal text(Value value) {
    if (value instanceof Literal literal && QueryEvaluationUtility.isStringLiteral(literal))
      return literal;
    throw new ValueExprEvaluationException("not a string: " + value);
  }

  private static String simple(Value value) {
    if (value instanceof Literal literal && QueryEvaluationUtility.isSimpleLiteral(literal))
      return literal.getLabel();
    throw new ValueExprEvaluationException("not a string without a language: " + value);
  }

  private interface Expression {
    Value evaluate(BindingSet bindings);
  }

  /** Never constant: its arguments may be pre-bound anew. */
  private record Step(Expression expression) implements QueryValueEvaluationStep {
    @Override
    public Value evaluate(BindingSet bindings) {
      return expression.evaluate(bindings);
    }
  }
}
