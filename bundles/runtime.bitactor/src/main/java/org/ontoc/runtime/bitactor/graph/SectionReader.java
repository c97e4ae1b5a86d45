// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.ImageHeader;

/** Reads the sections of an image in order, and never beyond their ends. */
final class SectionReader {
  private final ByteBuffer in;
  private final List<ImageHeader.Section> sections;

  SectionReader(byte[] bytes, List<ImageHeader.Section> sections) {
    in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.sections = sections;
  }

  /** Goes to a section; the number of its entries. */
  int enter(GraphFormat.Section section) {
    ImageHeader.Section place = sections.get(section.ordinal());
    in.limit(place.offset() + place.bytes()).position(place.offset());
    return place.entries();
  }

  /** Everything in the section must have been read. */
  void leave() throws ImageException {
    require(!in.hasRemaining(), "a section has a tail");
  }

  /** Refuses when there is not room for as many things of so many bytes. */
  void need(int count, int each) throws ImageException {
    boolean room = count >= 0 && (long) count * each <= in.remaining();
    require(room, "a section is cut off");
  }

  int number() throws ImageException {
    need(1, 4);
    return in.getInt();
  }

  long longNumber() throws ImageException {
    need(1, 8);
    return in.getLong();
  }

  int[] numbers(int count) throws ImageException {
    need(count, 4);
    int[] list = new int[count];
    for (int i = 0; i < count; i++) list[i] = in.getInt();
    return list;
  }

  int[] shorts(int count) throws ImageException {
    need(count, 2);
    int[] list = new int[count];
    for (int i = 0; i < count; i++) list[i] = in.getShort() & 0xFFFF;
    return list;
  }

  int[] bytes(int count) throws ImageException {
    need(count, 1);
    int[] list = new int[count];
    for (int i = 0; i < count; i++) list[i] = in.get() & 0xFF;
    return list;
  }

  byte[] raw(int count) throws ImageException {
    need(count, 1);
    byte[] list = new byte[count];
    in.get(list);
    return list;
  }

  /** Skips padding. */
  void align() throws ImageException {
    int next = ImageHeader.padded(in.position());
    require(next <= in.limit(), "a section is cut off");
    in.position(next);
  }

  static <T> T member(T[] values, int ordinal) throws ImageException {
    require(ordinal >= 0 && ordinal < values.length, "an enumeration has no such value");
    return values[ordinal];
  }

  static void require(boolean fact, String otherwise) throws ImageException {
    if (!fact) throw new ImageException(otherwise);
  }
}
