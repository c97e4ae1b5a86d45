// SPDX-License-Identifier: Apache-2.0
/**
 * Tests that run inside Felix beside the bundles they test: services, end to end, hot swap, Gogo.
 */
@NullMarked
package org.ontoc.itest;

import org.jspecify.annotations.NullMarked;
