// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import org.ontoc.pipeline.plan.Check;
import org.ontoc.runtime.bitactor.Image;

/**
 * A check that depends on the record. The bit of the result is its index among the record's rules,
 * behind the required fields.
 *
 * @param field that it is about, or {@link Image.Check#NO_FIELD}
 */
record Rule(Check check, int field, Value violated) {}
