// SPDX-License-Identifier: Apache-2.0
package org.ontoc.conformance;

/** The vectors for SPARQL-based targets of the SHACL Advanced Features. */
public abstract class TargetsSuite extends W3cSuite {
  protected TargetsSuite() {
    super("shacl-af/target", 2);
  }
}
