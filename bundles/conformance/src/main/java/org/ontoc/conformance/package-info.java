// SPDX-License-Identifier: Apache-2.0
/** The conformance suites beside the checkout, for the tests of every target. Not deployed. */
@NullMarked
package org.ontoc.conformance;

import org.jspecify.annotations.NullMarked;
