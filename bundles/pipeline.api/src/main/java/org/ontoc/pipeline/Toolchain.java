// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Turns a back end's sources into binaries. */
@ConsumerType
public interface Toolchain {
  /** The target word of the back end whose artifacts this toolchain builds. */
  @ComponentPropertyType
  @Capability(namespace = "ontoc.toolchain", name = "${#value}")
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface Builds {
    String value();
  }

  /**
   * Which compiler would run, with its version and flags: part of the cache key. Reports an error
   * and returns an empty string when there is none.
   */
  String identity(Context context);

  /**
   * Builds; the options {@code profile} (portable, native, debug, size) and {@code cc} are read
   * from the context.
   */
  List<Artifact> build(List<Artifact> sources, Context context);
}
