// SPDX-License-Identifier: Apache-2.0
/** The standard planner: read set, tiers, costs, sentences, automata. */
@NullMarked
package org.ontoc.planner;

import org.jspecify.annotations.NullMarked;
