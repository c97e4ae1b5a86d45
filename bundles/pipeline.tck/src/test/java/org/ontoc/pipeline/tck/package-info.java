// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ontoc.pipeline.tck;

import org.jspecify.annotations.NullMarked;
