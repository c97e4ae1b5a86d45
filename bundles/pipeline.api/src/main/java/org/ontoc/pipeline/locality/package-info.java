// SPDX-License-Identifier: Apache-2.0
/** How far from a focus node shapes look, so that a graph can be validated in parts. */
@Export
@Version("1.0.0")
@NullMarked
package org.ontoc.pipeline.locality;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
