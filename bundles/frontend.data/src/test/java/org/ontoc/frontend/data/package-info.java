// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ontoc.frontend.data;

import org.jspecify.annotations.NullMarked;
