// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A C compiler as it was found.
 *
 * @param path absolute
 * @param version the first line that it prints about itself
 * @param target the machine that it compiles for, e.g. {@code x86_64-linux-gnu}; empty when it does
 *     not say
 */
record CCompiler(Path path, String version, String target) {
  /** Whether it understands the options of gcc and clang. */
  boolean gnuLike() {
    return !version.toLowerCase(Locale.ROOT).startsWith("tcc");
  }
}
