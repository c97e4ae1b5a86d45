// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ontoc.runtime.bitactor.engine;

import org.jspecify.annotations.NullMarked;
