// SPDX-License-Identifier: Apache-2.0
/** Drives the C compiler, and runs what it built as a process or inside this one. */
@NullMarked
package org.ontoc.runtime.nativecode;

import org.jspecify.annotations.NullMarked;
