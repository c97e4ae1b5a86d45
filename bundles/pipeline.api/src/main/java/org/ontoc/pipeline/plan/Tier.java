// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.plan;

/** The least knowledge that decides a check. */
public enum Tier {
  /** The value node's term alone: datatype, node kind, length, pattern, range, in, language. */
  TRIPLE,
  /** All triples of the focus node as subject: counts, pairs, closed, unique language. */
  SUBJECT,
  /** The whole graph: the class of a value, inverse and longer paths, other shapes. */
  INDEX
}
