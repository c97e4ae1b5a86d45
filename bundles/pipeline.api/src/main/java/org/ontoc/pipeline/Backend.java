// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.ontoc.pipeline.plan.Plan;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Renders a plan as the sources or images of one target; reports what it cannot express and writes
 * nothing itself.
 */
@ConsumerType
public non-sealed interface Backend extends Stage<Plan, List<Artifact>> {
  /** The target word, e.g. {@code c}. */
  @ComponentPropertyType
  @Capability(namespace = "ontoc.backend", name = "${#value}")
  @Retention(RetentionPolicy.CLASS)
  @java.lang.annotation.Target(ElementType.TYPE)
  @interface Target {
    String value();
  }

  /**
   * Says that a back end takes SPARQL-based constraints and targets; without it, it must refuse
   * them. A validation whose own back end does not take them has them checked by one that does.
   */
  @ComponentPropertyType
  @Retention(RetentionPolicy.CLASS)
  @java.lang.annotation.Target(ElementType.TYPE)
  @interface Sparql {}
}
