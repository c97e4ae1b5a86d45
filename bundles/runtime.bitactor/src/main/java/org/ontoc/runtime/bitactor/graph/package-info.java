// SPDX-License-Identifier: Apache-2.0
/** Images of graph mode: what validates RDF graphs. Needs runtime.graph and nothing else. */
@Export
@Version("1.0.0")
@NullMarked
package org.ontoc.runtime.bitactor.graph;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
