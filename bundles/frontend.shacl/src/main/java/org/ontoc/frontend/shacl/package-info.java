// SPDX-License-Identifier: Apache-2.0
/** SHACL shapes graphs as programs. */
@NullMarked
package org.ontoc.frontend.shacl;

import org.jspecify.annotations.NullMarked;
