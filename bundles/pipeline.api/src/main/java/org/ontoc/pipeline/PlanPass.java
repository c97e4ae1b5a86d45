// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ontoc.pipeline.plan.Plan;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Transforms a plan without changing what it accepts; returns its argument when it changes nothing.
 */
@ConsumerType
public non-sealed interface PlanPass extends Stage<Plan, Plan> {
  /** The id by which a request names the pass, e.g. {@code order-by-cost}. */
  @ComponentPropertyType
  @Capability(namespace = "ontoc.plan-pass", name = "${#value}")
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface Id {
    String value();
  }
}
