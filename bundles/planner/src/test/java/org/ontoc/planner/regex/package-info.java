// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ontoc.planner.regex;

import org.jspecify.annotations.NullMarked;
