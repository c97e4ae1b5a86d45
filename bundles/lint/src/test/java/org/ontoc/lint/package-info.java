// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ontoc.lint;

import org.jspecify.annotations.NullMarked;
