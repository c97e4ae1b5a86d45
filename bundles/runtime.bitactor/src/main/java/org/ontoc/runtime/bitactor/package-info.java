// SPDX-License-Identifier: Apache-2.0
/** The image format of BitActor: what a back end writes and what executes it. */
@Export
@Version("1.0.0")
@NullMarked
package org.ontoc.runtime.bitactor;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
