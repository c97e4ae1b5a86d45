// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ontoc.planner;

import org.jspecify.annotations.NullMarked;
