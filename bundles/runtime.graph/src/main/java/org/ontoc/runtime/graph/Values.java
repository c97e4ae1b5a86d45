// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

/**
 * A set of value nodes, and the rows whose objects they are.
 *
 * @param nodes ids; as many as there are rows
 * @param rows {@code -1}: the focus node itself
 */
public record Values(int[] nodes, int[] rows) {}
