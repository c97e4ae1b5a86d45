// SPDX-License-Identifier: Apache-2.0
/**
 * Differential tests of SHACL Core: random pairs of shapes and data go through every engine at
 * hand, and whoever deviates is either explained from the specification's text or a fault. Start
 * reading at {@link org.ontoc.differential.Campaign}.
 */
@NullMarked
package org.ontoc.differential;

import org.jspecify.annotations.NullMarked;
