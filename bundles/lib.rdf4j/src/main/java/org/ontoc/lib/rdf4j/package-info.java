// SPDX-License-Identifier: Apache-2.0
/** RDF documents read with RDF4J so that each term's position is known and nothing is fetched. */
@Export
@Version("1.0.0")
@NullMarked
package org.ontoc.lib.rdf4j;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
