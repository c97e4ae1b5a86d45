// SPDX-License-Identifier: Apache-2.0
/** Program: what the sources say, faithfully. Depends on nothing. */
@Export
@Version("2.1.0")
@NullMarked
package org.ontoc.pipeline.ir;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
