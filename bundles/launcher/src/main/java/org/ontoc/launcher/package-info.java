// SPDX-License-Identifier: Apache-2.0
/**
 * Starts the platform: Felix, the bundles of the distribution, and one command or the Gogo shell.
 */
@NullMarked
package org.ontoc.launcher;

import org.jspecify.annotations.NullMarked;
