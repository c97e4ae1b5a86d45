// SPDX-License-Identifier: Apache-2.0
/** Real source of what generated programs carry for Java: it becomes an artifact as text. */
@NullMarked
package org.ontoc.backend.c.compiled;

import org.jspecify.annotations.NullMarked;
