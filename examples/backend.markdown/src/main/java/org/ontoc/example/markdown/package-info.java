// SPDX-License-Identifier: Apache-2.0
/** A back end that documents shapes; install it into a running platform to see a target appear. */
@NullMarked
package org.ontoc.example.markdown;

import org.jspecify.annotations.NullMarked;
