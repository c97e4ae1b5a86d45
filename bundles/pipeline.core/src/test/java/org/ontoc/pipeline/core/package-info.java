// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ontoc.pipeline.core;

import org.jspecify.annotations.NullMarked;
