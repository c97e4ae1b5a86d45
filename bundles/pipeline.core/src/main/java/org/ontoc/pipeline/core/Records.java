// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** The components of records, looked up once for each record class. */
final class Records {
  private static final ClassValue<Accessors> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Accessors computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          String[] names = new String[components.length];
          Method[] methods = new Method[components.length];
          for (int i = 0; i < components.length; i++) {
            names[i] = components[i].getName();
            methods[i] = components[i].getAccessor();
            // spares each call the look for its caller
            methods[i].setAccessible(true);
          }
          return new Accessors(names, methods);
        }
      };

  private record Accessors(String[] names, Method[] methods) {}

  private Records() {}

  static String[] names(Record value) {
    return ACCESSORS.get(value.getClass()).names();
  }

  static @Nullable Object component(Record value, int index) {
    try {
      return ACCESSORS.get(value.getClass()).methods()[index].invoke(value);
    } catch (IllegalAccessException | InvocationTargetException failed) {
      throw new IllegalStateException("cannot read " + value.getClass().getName(), failed);
    }
  }
}
