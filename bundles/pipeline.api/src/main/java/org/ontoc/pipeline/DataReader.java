// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.UnaryOperator;
import org.ontoc.pipeline.ir.Origin;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Turns data of a syntax that validators do not read into one that all of them read. A stateless
 * service; blank nodes keep apart what the document keeps apart.
 */
@ConsumerType
public interface DataReader {
  /** What a data reader accepts. */
  @ComponentPropertyType
  @Capability(namespace = "ontoc.data")
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface Accepts {
    /** Media types. */
    @Attribute("ontoc.data")
    String[] value();
  }

  /**
   * Prepares a document; its bytes are read when the content of the result is opened, and not all
   * at once where the syntax allows it. What is wrong with them is reported to the context, with
   * its position in the document; the stream then ends with an {@link java.io.IOException}.
   *
   * @param context may be used until the validation is over, by any thread
   */
  Data read(Source source, Context context);

  /**
   * A document in another syntax.
   *
   * @param source of the same name, in N-Triples or Turtle
   * @param origins from a position in that source to the one in the document; line 0 when unknown
   */
  record Data(Source source, UnaryOperator<Origin> origins) {}
}
