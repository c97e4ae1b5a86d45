// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

/** A compiled validator said something that our protocol does not know. */
final class ProtocolException extends Exception {
  private static final long serialVersionUID = 1;

  ProtocolException(String message) {
    super(Tail.printable(message.substring(0, Math.min(message.length(), 500))));
  }
}
