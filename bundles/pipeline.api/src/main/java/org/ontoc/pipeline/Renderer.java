// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.plan.Plan;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Writes a report as text. */
@ConsumerType
public interface Renderer {
  /** The format word, e.g. {@code turtle}. */
  @ComponentPropertyType
  @Capability(namespace = "ontoc.renderer", name = "${#value}")
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface Format {
    String value();
  }

  void render(Report report, Surface surface, Appendable out) throws IOException;

  /**
   * A renderer whose reports a compiled validator can write by itself. What depends on nothing but
   * the plan is prepared here; what is made of it is the validator's business, and is the same to
   * the byte as what {@link #render} writes.
   */
  @ConsumerType
  interface Prepared extends Renderer {
    /** In UTF-8; empty when a validator could not write what the renderer would. */
    Optional<String> texts(Plan plan);
  }

  /** What the text is written for. */
  interface Surface {
    /** Whether ANSI colours are welcome. */
    boolean colour();

    /**
     * The line of a source at a position, without its line end; empty when the source cannot be
     * read again.
     */
    Optional<String> line(Origin at);
  }
}
