// SPDX-License-Identifier: Apache-2.0
/** Plan to class files, and what loads them. */
@NullMarked
package org.ontoc.backend.jvm;

import org.jspecify.annotations.NullMarked;
