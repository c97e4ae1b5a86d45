// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** What images of all modes begin with, and their checksum: docs/bitactor.md says each byte. */
public final class ImageHeader {
  static final int MAGIC = 0x43544942;
  static final int VERSION = 1;
  static final int CHECKSUM_AT = 16;
  static final int TABLE_AT = 24;

  private ImageHeader() {}

  /**
   * A section as the table says it.
   *
   * @param entryBytes of each entry; 0 when they vary
   */
  public record Section(int number, int entryBytes, int offset, int bytes, int entries) {}

  /** How long the header is with so many sections. */
  public static int bytes(int sections) {
    return TABLE_AT + 16 * sections;
  }

  /** Sections begin at multiples of 8. */
  public static int padded(int size) {
    return (size + 7) & ~7;
  }

  /**
   * Begins an image: the header of its sections, of which only number, bytes and entries count, and
   * space for them. {@link #seal} ends it.
   */
  public static ByteBuffer begin(int mode, List<Section> sections) {
    int total = bytes(sections.size());
    for (Section section : sections) total += padded(section.bytes());
    ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(MAGIC).putShort((short) VERSION).putShort((short) mode);
    out.putInt(total).putInt(sections.size()).putLong(0);
    int offset = bytes(sections.size());
    for (Section section : sections) {
      out.putInt(section.number()).putInt(offset);
      out.putInt(section.bytes()).putInt(section.entries());
      offset += padded(section.bytes());
    }
    return out;
  }

  /** The bytes of an image with its checksum. */
  public static byte[] seal(ByteBuffer image) {
    image.putLong(CHECKSUM_AT, checksum(image.array(), image.array().length));
    return image.array();
  }

  /** FNV-1a over everything but the checksum itself. */
  static long checksum(byte[] image, int size) {
    long head = Fnv.add(Fnv.BASIS, image, 0, CHECKSUM_AT);
    return Fnv.add(head, image, TABLE_AT, size);
  }

  /** Mends size and checksum of the first bytes of an image, so that tests can lie behind them. */
  public static void mend(byte[] image, int size) {
    if (size < TABLE_AT) return;
    Fields.INT.set(image, 8, size);
    Fields.LONG.set(image, CHECKSUM_AT, checksum(image, size));
  }

  /**
   * The mode of what may be an image, which is not verified yet.
   *
   * @throws ImageException when it is none
   */
  public static int mode(byte[] bytes) throws ImageException {
    require(bytes.length >= TABLE_AT, "the image is too short");
    require(
        (int) Fields.INT.get(bytes, 0) == MAGIC, "this is no image: it does not begin with BITC");
    int version = (short) Fields.SHORT.get(bytes, 4);
    require(version == VERSION, "the image has version " + version + ", not 1");
    return (short) Fields.SHORT.get(bytes, 6);
  }

  /**
   * Verifies header, checksum and places of the sections.
   *
   * @param wanted the sections in order, of which only number and entryBytes count
   * @throws ImageException when something is wrong
   */
  public static List<Section> read(byte[] bytes, int mode, int mostBytes, List<Section> wanted)
      throws ImageException {
    require(bytes.length >= bytes(wanted.size()), "the image is too short");
    require(bytes.length <= mostBytes, "the image is too large");
    require(mode(bytes) == mode, "the image is of another mode");
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(8);
    require(in.getInt() == bytes.length, "the image is truncated or has a tail");
    require(in.getInt() == wanted.size(), "the number of sections is wrong");
    require(in.getLong() == checksum(bytes, bytes.length), "the checksum is wrong");
    List<Section> sections = new ArrayList<>();
    long offset = bytes(wanted.size());
    for (Section section : wanted) {
      require(in.getInt() == section.number(), "the sections are not in order");
      require(in.getInt() == offset, "the sections do not follow each other");
      long size = in.getInt() & 0xFFFF_FFFFL;
      long count = in.getInt() & 0xFFFF_FFFFL;
      require(size <= bytes.length && count <= size, "a section is too large");
      int each = section.entryBytes();
      require(each == 0 || count * each == size, "the size of a section is wrong");
      sections.add(new Section(section.number(), each, (int) offset, (int) size, (int) count));
      offset += (size + 7) & ~7;
      require(offset <= bytes.length, "a section is outside of the image");
    }
    require(offset == bytes.length, "the image has a tail");
    return sections;
  }

  private static void require(boolean fact, String otherwise) throws ImageException {
    if (!fact) throw new ImageException(otherwise);
  }
}
