// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.ontoc.report;

import org.jspecify.annotations.NullMarked;
