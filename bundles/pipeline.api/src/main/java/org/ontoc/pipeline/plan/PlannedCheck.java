// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.plan;

import org.ontoc.pipeline.ir.Shape;

/** A check and the shape that it belongs to. */
public record PlannedCheck(Shape shape, Check check) {}
