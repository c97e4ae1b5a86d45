// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/**
 * A result; terms are ids.
 *
 * @param check the number of the violated check
 * @param variant 1: the maximum of a qualified count; else 0
 * @param value 0: none
 * @param path the offending predicate of a closed shape; else 0
 * @param document the number of the document, from 0
 * @param line 0: unknown
 * @param depth 0: counted; else it explains the last result before it that is one less deep
 */
public record Result(
    int check,
    int variant,
    int focus,
    int value,
    int path,
    int document,
    int line,
    int column,
    int depth) {}
