// SPDX-License-Identifier: Apache-2.0
/**
 * Lints: passes that report what is suspicious in shapes and ontologies and change nothing. What
 * they call impossible is proved from the sources alone, for all data.
 */
@NullMarked
package org.ontoc.lint;

import org.jspecify.annotations.NullMarked;
