// SPDX-License-Identifier: Apache-2.0
/** The command line and the Gogo commands: prints, decides nothing. */
@NullMarked
package org.ontoc.shell;

import org.jspecify.annotations.NullMarked;
