// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

/** Why an image or its assembly is refused: one sentence without a full stop. */
public final class ImageException extends Exception {
  private static final long serialVersionUID = 1;

  public ImageException(String message) {
    super(message);
  }
}
