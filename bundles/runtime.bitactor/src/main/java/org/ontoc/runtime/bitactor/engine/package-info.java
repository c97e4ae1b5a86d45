// SPDX-License-Identifier: Apache-2.0
/** Signals on their way through rings to the rules, and what becomes of them. */
@NullMarked
package org.ontoc.runtime.bitactor.engine;

import org.jspecify.annotations.NullMarked;
