// SPDX-License-Identifier: Apache-2.0
/** Reads data in syntaxes that validators do not read themselves. */
@NullMarked
package org.ontoc.frontend.data;

import org.jspecify.annotations.NullMarked;
