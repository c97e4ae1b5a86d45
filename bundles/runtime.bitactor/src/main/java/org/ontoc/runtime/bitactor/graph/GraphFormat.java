// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import java.util.ArrayList;
import java.util.List;
import org.ontoc.runtime.bitactor.ImageHeader;

/** The numbers of the encoding of graph images; docs/bitactor.md says what they are. */
final class GraphFormat {
  static final int MODE = 2;
  static final int MOST_BYTES = 1 << 28;

  /** In the order in which they stand in an image; entries of 0 bytes vary. */
  enum Section {
    PROGRAM(11, 16),
    CONSTANTS(12, 12),
    CLASSES(13, 4),
    HIERARCHY(14, 8),
    ENTRIES(15, 12),
    TARGETS(16, 8),
    HANDLERS(17, 40),
    CODE(18, 16),
    CHECKS(19, 24),
    QUALIFIED(20, 24),
    SETS(21, 8),
    NUMBERS(22, 4),
    PATHS(23, 0),
    BYTE_AUTOMATA(24, 0),
    CHARACTER_AUTOMATA(25, 0),
    PROGRAMS(26, 0),
    STRINGS(27, 4),
    TEXT(10, 1);

    final int number;
    final int entryBytes;

    Section(int number, int entryBytes) {
      this.number = number;
      this.entryBytes = entryBytes;
    }
  }

  private GraphFormat() {}

  /** The rows of the section table, in order, with these numbers of bytes and entries. */
  static List<ImageHeader.Section> sections(int[] bytes, int[] entries) {
    List<ImageHeader.Section> rows = new ArrayList<>();
    for (Section section : Section.values()) {
      int i = section.ordinal();
      rows.add(
          new ImageHeader.Section(section.number, section.entryBytes, 0, bytes[i], entries[i]));
    }
    return rows;
  }
}
