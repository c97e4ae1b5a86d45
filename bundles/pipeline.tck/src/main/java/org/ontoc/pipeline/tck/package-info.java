// SPDX-License-Identifier: Apache-2.0
/** What every stage must do: contract tests that an author extends, and a reference evaluator. */
@Export
@Version("1.0.0")
@NullMarked
package org.ontoc.pipeline.tck;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
