// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ontoc.passes;

import org.jspecify.annotations.NullMarked;
