// SPDX-License-Identifier: Apache-2.0
/** SPARQL queries of shapes, evaluated with pre-binding. */
@NullMarked
package org.ontoc.sparql;

import org.jspecify.annotations.NullMarked;
