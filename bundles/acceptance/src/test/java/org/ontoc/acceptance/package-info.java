// SPDX-License-Identifier: Apache-2.0
/** Tests of what users get, run as users run it. */
@NullMarked
package org.ontoc.acceptance;

import org.jspecify.annotations.NullMarked;
