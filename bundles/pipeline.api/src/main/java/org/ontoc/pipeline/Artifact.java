// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline;

/**
 * A file that a back end or a toolchain made.
 *
 * @param path relative, with {@code /}, without {@code ..}
 * @param executable whether the file is to be run
 */
public record Artifact(String path, byte[] bytes, boolean executable) {
  public Artifact(String path, String text) {
    this(path, text.getBytes(java.nio.charset.StandardCharsets.UTF_8), false);
  }
}
