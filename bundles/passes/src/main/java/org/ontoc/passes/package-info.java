// SPDX-License-Identifier: Apache-2.0
/** The standard passes, one class each. Whatever they remove or reorder, the results stay. */
@NullMarked
package org.ontoc.passes;

import org.jspecify.annotations.NullMarked;
