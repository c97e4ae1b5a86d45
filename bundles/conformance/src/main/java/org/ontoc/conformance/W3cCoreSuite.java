// SPDX-License-Identifier: Apache-2.0
package org.ontoc.conformance;

/**
 * The Core part of the W3C SHACL test suite. A target's test extends this and says how a plan
 * becomes a validator.
 */
public abstract class W3cCoreSuite extends W3cSuite {
  protected W3cCoreSuite() {
    super("shacl10/data-shapes-test-suite/tests/core", 98);
  }
}
