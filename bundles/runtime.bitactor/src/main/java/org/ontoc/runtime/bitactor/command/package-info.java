// SPDX-License-Identifier: Apache-2.0
/** The commands run, disasm, signals and fuzz. */
@NullMarked
package org.ontoc.runtime.bitactor.command;

import org.jspecify.annotations.NullMarked;
