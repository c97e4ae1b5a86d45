// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Threat T10: paths of artifacts that a back end names; CompileCommandTest has what becomes of
 * them, of links in the folder and of names that differ in case alone.
 */
class T10PathsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "a/../x",
        "..",
        ".",
        "a/.",
        "/x",
        "a//b",
        "a/",
        "",
        "a\\b",
        "..\\x",
        "C:x",
        "C:/x",
        "a:stream",
        "a\u0000b",
        "a\nb",
        "a\rb",
        "\u001Bx",
        "con",
        "CON",
        "con.c",
        "a/NUL.txt",
        "aux.tar.gz",
        "prn",
        "COM1",
        "lpt9.h",
        "conin$",
        "x.",
        "x ",
        "a./b",
        "a /b",
        "a<b",
        "a>b",
        "a|b",
        "a?b",
        "a*b",
        "a\"b",
        "...",
        " ",
        "nul"
      })
  void hostilePathsAreNotInside(String path) {
    assertFalse(OutputFolder.isInside(path), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a.c",
        "a/b/c.h",
        "CMakeLists.txt",
        "peopleConfig.cmake",
        "com10",
        "console.c"
      })
  void usualPathsAre(String path) {
    assertTrue(OutputFolder.isInside(path), path);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 300, 100_000})
  void longNamesAreNotInside(int length) {
    assertFalse(OutputFolder.isInside("a/" + "x".repeat(length)));
  }
}
