// SPDX-License-Identifier: Apache-2.0
/** OWL 2 ontologies as programs. */
@NullMarked
package org.ontoc.frontend.owl;

import org.jspecify.annotations.NullMarked;
