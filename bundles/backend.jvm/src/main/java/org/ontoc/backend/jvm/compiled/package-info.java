// SPDX-License-Identifier: Apache-2.0
/** Where compiled classes live. */
@NullMarked
package org.ontoc.backend.jvm.compiled;

import org.jspecify.annotations.NullMarked;
