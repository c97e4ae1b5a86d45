// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.ir;

/**
 * An RDF 1.1 term; two terms are the same term exactly when they are equal. {@code toString} is its
 * N-Triples form.
 */
public sealed interface Term permits Iri, BlankNode, Literal {}
