// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.List;
import org.ontoc.pipeline.ir.Term;

/** One statement about a shape. The name is a local name of the SHACL vocabulary, or {@code a}. */
sealed interface Parameter {
  String name();

  /** The terms of the value. */
  List<Term> terms();

  /** A value that is one term. */
  record One(String name, Term value) implements Parameter {
    @Override
    public List<Term> terms() {
      return List.of(value);
    }
  }

  /** A value that is a SHACL list. */
  record Many(String name, List<Term> terms) implements Parameter {
    public Many {
      terms = List.copyOf(terms);
    }
  }
}
