// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ontoc.shell;

import org.jspecify.annotations.NullMarked;
