// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

/** Colours of the human format; without colour every method returns its argument. */
record Style(boolean colour) {
  String bold(String text) {
    return paint("1", text);
  }

  String error(String text) {
    return paint("1;31", text);
  }

  String warning(String text) {
    return paint("1;33", text);
  }

  String note(String text) {
    return paint("1;36", text);
  }

  String good(String text) {
    return paint("1;32", text);
  }

  /** Line numbers, bars and arrows. */
  String gutter(String text) {
    return paint("1;34", text);
  }

  private String paint(String code, String text) {
    return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
