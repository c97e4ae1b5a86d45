// SPDX-License-Identifier: Apache-2.0
/** Plan: what will be executed; shared by all back ends, so that they agree by construction. */
@Export
@Version("1.0.0")
@NullMarked
package org.ontoc.pipeline.plan;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
