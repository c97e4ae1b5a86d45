// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.ontoc.pipeline.ir.Program;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Reads all sources of its kind into one program; the runner links the programs of several front
 * ends.
 */
@ConsumerType
public non-sealed interface FrontEnd extends Stage<List<Source>, Program> {
  /** What a front end accepts. */
  @ComponentPropertyType
  @Capability(namespace = "ontoc.frontend", name = "${#role}")
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface Accepts {
    /** What the sources are to the request: {@code shapes} or {@code ontology}. */
    String role();

    /** Media types. */
    String[] value();
  }
}
