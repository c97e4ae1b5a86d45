// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm.compiled;

import java.lang.invoke.MethodHandles;

/** Beside this class the compiled ones are defined. */
public final class Host {
  private Host() {}

  /** Makes a hidden class of a class file of this package; it goes when nobody uses it. */
  public static Class<?> define(byte[] classFile) throws IllegalAccessException {
    return MethodHandles.lookup().defineHiddenClass(classFile, true).lookupClass();
  }
}
