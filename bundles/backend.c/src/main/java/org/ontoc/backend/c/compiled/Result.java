// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c.compiled;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;

/**
 * A validation result.
 *
 * @param predicate the offending one of a closed shape, else {@link Term#NONE}
 * @param path the path of the shape, empty for a node shape
 * @param severity violation, warning, info, or an IRI
 * @param document the number in the batch, or in the order of reading
 * @param line of the value, or else of the focus node, as the column from 1; 0: unknown
 * @param depth 0, or what explains the nearest result before it whose depth is less by one
 */
public record Result(
    Term focus,
    Term value,
    Term predicate,
    String shape,
    String path,
    String severity,
    String component,
    String message,
    int document,
    int line,
    int column,
    int depth) {

  // struct NAME_result
  static Result of(MemorySegment struct) {
    return new Result(
        Term.of(struct, 8),
        Term.of(struct, 8 + Structs.TERM),
        Term.of(struct, 8 + 2 * Structs.TERM),
        Structs.text(struct, 152),
        Structs.text(struct, 160),
        Structs.text(struct, 168),
        Structs.text(struct, 176),
        Structs.text(struct, 184),
        struct.get(JAVA_INT, 192),
        struct.get(JAVA_INT, 196),
        struct.get(JAVA_INT, 200),
        struct.get(JAVA_INT, 204));
  }
}
