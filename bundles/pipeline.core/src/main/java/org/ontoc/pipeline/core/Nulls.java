// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds nulls inside records, which Java lets through everywhere but in copied lists. */
final class Nulls {
  private Nulls() {}

  /** Where the first null is, e.g. {@code constraints[2].type}; null when there is none. */
  static @Nullable String in(Record node) {
    String[] names = Records.names(node);
    for (int i = 0; i < names.length; i++) {
      Object value = Records.component(node, i);
      if (value == null) return names[i];
      String inside = inside(value);
      if (inside != null) return names[i] + inside;
    }
    return null;
  }

  private static @Nullable String inside(Object value) {
    return switch (value) {
      case Record node -> dotted(in(node));
      case Optional<?> optional -> optional.map(Nulls::inside).orElse(null);
      case List<?> list -> inList(list);
      default -> null;
    };
  }

  private static @Nullable String inList(List<?> list) {
    for (int i = 0; i < list.size(); i++) {
      Object item = list.get(i);
      String inside = item == null ? "" : inside(item);
      if (inside != null) return "[" + i + "]" + inside;
    }
    return null;
  }

  private static @Nullable String dotted(@Nullable String path) {
    return path == null ? null : "." + path;
  }
}
