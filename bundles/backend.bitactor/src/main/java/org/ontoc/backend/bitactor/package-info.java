// SPDX-License-Identifier: Apache-2.0
/** Plan to BitActor bytecode. */
@NullMarked
package org.ontoc.backend.bitactor;

import org.jspecify.annotations.NullMarked;
