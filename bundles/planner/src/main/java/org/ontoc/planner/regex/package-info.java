// SPDX-License-Identifier: Apache-2.0
/**
 * Regular expressions of XPath and XQuery Functions and Operators 3.1 section 5.6, compiled to
 * automata over UTF-8 bytes: parser, NFA, subset construction, minimization.
 */
@NullMarked
package org.ontoc.planner.regex;

import org.jspecify.annotations.NullMarked;
