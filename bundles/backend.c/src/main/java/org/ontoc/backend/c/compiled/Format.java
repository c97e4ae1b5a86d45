// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c.compiled;

/** The syntax of a document; the same order as in C. */
public enum Format {
  N_TRIPLES,
  TURTLE
}
