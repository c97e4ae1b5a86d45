// SPDX-License-Identifier: Apache-2.0
/**
 * Graphs in memory for the targets that run on the JVM: readers, terms, indexes, literal values.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.ontoc.runtime.graph;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
