// SPDX-License-Identifier: Apache-2.0
/** The renderers of diagnostics and validation reports. */
@NullMarked
package org.ontoc.report;

import org.jspecify.annotations.NullMarked;
