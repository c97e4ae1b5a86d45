// SPDX-License-Identifier: Apache-2.0
/** Validates graphs by a bytecode image, alone in a JVM: one jar, no OSGi, no compiler. */
@NullMarked
package org.ontoc.worker;

import org.jspecify.annotations.NullMarked;
