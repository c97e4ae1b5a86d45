// SPDX-License-Identifier: Apache-2.0
/** Apache Jena's SHACL engine as an oracle. */
@NullMarked
package org.ontoc.differential.peers.jena;

import org.jspecify.annotations.NullMarked;
