// SPDX-License-Identifier: Apache-2.0
/** The back end {@code c}: a plan as one C99 source file and its header. */
@NullMarked
package org.ontoc.backend.c;

import org.jspecify.annotations.NullMarked;
