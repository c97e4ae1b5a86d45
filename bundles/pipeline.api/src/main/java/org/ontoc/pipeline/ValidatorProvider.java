// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import org.ontoc.pipeline.plan.Plan;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Opens what was built for a target as a {@link Validator}. */
@ConsumerType
public interface ValidatorProvider {
  /** The target word whose binaries this provider opens. */
  @ComponentPropertyType
  @Capability(namespace = "ontoc.validator", name = "${#value}")
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface Opens {
    String value();
  }

  /**
   * Opens the binaries in a folder.
   *
   * @param folder holds the toolchain's artifacts (or the back end's when the target needs no
   *     toolchain); private to the platform, verified and unchanged until the validator is closed
   */
  Validator open(Plan plan, Path folder, Context context);
}
