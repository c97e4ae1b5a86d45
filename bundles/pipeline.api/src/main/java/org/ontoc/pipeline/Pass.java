// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ontoc.pipeline.ir.Program;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Transforms a program without changing what it accepts; returns its argument when it changes
 * nothing.
 */
@ConsumerType
public non-sealed interface Pass extends Stage<Program, Program> {
  /** The id by which a request names the pass, e.g. {@code dead-shapes}. */
  @ComponentPropertyType
  @Capability(namespace = "ontoc.pass", name = "${#value}")
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface Id {
    String value();
  }
}
