// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/** Takes what a reader reads. */
interface Sink {
  void triple(TermView subject, TermView predicate, TermView object) throws ReadException;
}
