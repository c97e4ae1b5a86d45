// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ontoc.backend.bitactor;

import org.jspecify.annotations.NullMarked;
