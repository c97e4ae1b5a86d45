// SPDX-License-Identifier: Apache-2.0
/** The contracts: what a plug-in implements, what it is lent, and what a caller uses. */
@Export
@Version("1.0.0")
@NullMarked
package org.ontoc.pipeline;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
