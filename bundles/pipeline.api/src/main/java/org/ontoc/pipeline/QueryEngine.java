// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.ir.Triple;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Evaluates the SPARQL queries of shapes over a validator's graph; a stateless service, of which
 * validators use the one with the highest service ranking. It never opens a connection. A query
 * that fails (SHACL sections 3.4.2 and 5.3.2: it binds failure to true) or that needs more than the
 * engine has is reported to the context as an error; what was handed over until then means nothing.
 */
@ConsumerType
public interface QueryEngine {
  /**
   * Prepares a constraint; to be done once in a validation, not once for each focus node.
   *
   * @param context used until the last evaluation, also to cancel one
   */
  Prepared prepare(Shape shape, Constraint.Sparql constraint, Graph data, Context context);

  /** Hands over the nodes that a target selects (SHACL Advanced Features section 3), each once. */
  void select(Target.Sparql target, Graph data, Consumer<Term> nodes, Context context);

  /** The data graph, indexed as its owner likes. It does not change while it is queried. */
  @FunctionalInterface
  interface Graph {
    /**
     * The triples of these terms, each once; null is any term. Language tags are the same in any
     * case, and no triple has a literal as its subject.
     */
    Iterator<Triple> match(@Nullable Term subject, @Nullable Iri predicate, @Nullable Term object);
  }

  /** A query that is parsed and planned; for one thread at a time. */
  @ConsumerType
  interface Prepared {
    /**
     * Evaluates the query for all nodes in one pass, with the meaning of one evaluation for each
     * node pre-bound as this: what is found for one does not depend on the others.
     *
     * @param violations takes each violation; false to be handed no more
     */
    void evaluate(Iterable<Focus> nodes, Predicate<Violation> violations);
  }

  /**
   * A focus node.
   *
   * @param values its value nodes, which a query of the kind ASK is about: the node itself in a
   *     node shape. A SELECT query finds its own, and this may be empty
   */
  record Focus(Term node, Iterable<Term> values) {}

  /**
   * What makes a validation result (SHACL sections 5.3.2 and 6.3).
   *
   * @param path the shape's path, or the IRI that the query binds to path
   * @param messages with the values of this solution in them; empty when neither the solution nor
   *     the constraint has one
   */
  record Violation(
      Term focusNode, Optional<Term> value, Optional<Path> path, List<Literal> messages) {
    public Violation {
      messages = List.copyOf(messages);
    }
  }
}
