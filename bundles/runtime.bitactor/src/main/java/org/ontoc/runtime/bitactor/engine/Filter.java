// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

/**
 * Which signals the user does not want checked. It looks at declared fields of the header only,
 * never at the payload or the record.
 *
 * @param debug signals of type DEBUG
 * @param test signals with the flag TEST
 */
public record Filter(boolean debug, boolean test) {
  public static final Filter NONE = new Filter(false, false);

  boolean drops(int type, int flags) {
    return debug && type == Signal.DEBUG || test && (flags & Signal.TEST) != 0;
  }
}
