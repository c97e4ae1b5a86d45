// SPDX-License-Identifier: Apache-2.0
/** Validators of plans, whatever makes the program: what the targets share that run on the JVM. */
@Export
@Version("1.0.0")
@NullMarked
package org.ontoc.runtime.graph.plan;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
