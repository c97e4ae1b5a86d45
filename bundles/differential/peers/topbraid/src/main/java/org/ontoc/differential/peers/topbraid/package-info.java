// SPDX-License-Identifier: Apache-2.0
/** TopBraid SHACL as an oracle. */
@NullMarked
package org.ontoc.differential.peers.topbraid;

import org.jspecify.annotations.NullMarked;
