// SPDX-License-Identifier: Apache-2.0
/** What validators of a plan have in common, so that every target takes and says the same. */
@Export
@Version("1.0.0")
@NullMarked
package org.ontoc.pipeline.validation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
