// SPDX-License-Identifier: Apache-2.0
package org.ontoc.conformance;

/**
 * The SPARQL part of the W3C SHACL test suite, of which seven tests expect a failure, for targets
 * that take queries.
 */
public abstract class W3cSparqlSuite extends W3cSuite {
  protected W3cSparqlSuite() {
    super("shacl10/data-shapes-test-suite/tests/sparql", 23);
  }
}
