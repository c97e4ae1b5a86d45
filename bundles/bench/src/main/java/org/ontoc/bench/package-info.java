// SPDX-License-Identifier: Apache-2.0
/** Measures whole programs against each other on one machine in one run. */
@NullMarked
package org.ontoc.bench;

import org.jspecify.annotations.NullMarked;
