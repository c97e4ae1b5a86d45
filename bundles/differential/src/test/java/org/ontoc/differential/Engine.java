// SPDX-License-Identifier: Apache-2.0
package org.ontoc.differential;

import java.util.List;

/** A SHACL Core validator. */
interface Engine extends AutoCloseable {
  String name();

  /** Tells which shapes come next, so that they may be compiled together. */
  default void prepare(List<String> shapes) {}

  /** One verdict for each data graph; shapes in Turtle, data in N-Triples. */
  List<Verdict> validate(String shapes, List<String> data);

  default Verdict validate(Pair pair) {
    return validate(pair.shapesText(), List.of(pair.dataText())).getFirst();
  }

  @Override
  default void close() {}
}
