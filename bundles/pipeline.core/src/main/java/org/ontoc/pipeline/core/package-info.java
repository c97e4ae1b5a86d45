// SPDX-License-Identifier: Apache-2.0
/**
 * Runs the stages that are registered now, caches their results and blames the one that fails.
 *
 * <p>{@link PipelineCompiler} is the service; {@link CompileJob} is the way from sources to a
 * validator; {@link Runner} wraps every stage.
 */
@NullMarked
package org.ontoc.pipeline.core;

import org.jspecify.annotations.NullMarked;
