// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Encodes an image; the same image is always the same bytes. */
public final class ImageWriter {
  static final int MAGIC = 0x43544942;
  static final int VERSION = 1;
  static final int SIGNAL_MODE = 1;
  static final int SECTIONS = 10;
  static final int CHECKSUM_AT = 16;
  static final int TABLE_AT = 24;
  static final int HEADER = TABLE_AT + 16 * SECTIONS;
  static final int[] ENTRY_BYTES = {24, 4, 20, 12, 12, 12, 8, 16, 0, 1};
  static final int AUTOMATON_HEADER = 16 + 256;

  private ImageWriter() {}

  /** The bytes of an image. It is not verified here. */
  public static byte[] write(Image image) {
    int[] entries = {
      image.kinds().size(),
      image.hash().length,
      image.records().size(),
      image.fields().size(),
      image.checks().size(),
      image.handlers().size(),
      image.code().length,
      image.constants().size(),
      image.automata().size(),
      image.text().length
    };
    int[] bytes = new int[SECTIONS];
    for (int i = 0; i < SECTIONS; i++) bytes[i] = entries[i] * ENTRY_BYTES[i];
    bytes[8] = image.automata().stream().mapToInt(ImageWriter::bytes).sum();
    int total = HEADER;
    for (int size : bytes) total += padded(size);
    ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(MAGIC).putShort((short) VERSION).putShort((short) SIGNAL_MODE);
    out.putInt(total).putInt(SECTIONS).putLong(0);
    int offset = HEADER;
    for (int i = 0; i < SECTIONS; i++) {
      out.putInt(i + 1).putInt(offset).putInt(bytes[i]).putInt(entries[i]);
      offset += padded(bytes[i]);
    }
    sections(image, out);
    out.putLong(CHECKSUM_AT, checksum(out.array()));
    return out.array();
  }

  /** FNV-1a over everything but the checksum itself. */
  static long checksum(byte[] image) {
    long head = Fnv.add(Fnv.BASIS, image, 0, CHECKSUM_AT);
    return Fnv.add(head, image, TABLE_AT, image.length);
  }

  static int padded(int size) {
    return (size + 7) & ~7;
  }

  private static int bytes(Image.Dfa dfa) {
    return padded(AUTOMATON_HEADER + 2 * dfa.next().length + dfa.states());
  }

  private static void sections(Image image, ByteBuffer out) {
    for (Image.Kind kind : image.kinds()) {
      out.putLong(kind.key()).putInt(kind.name());
      shorts(out, kind.record(), kind.firstHandler(), kind.handlers());
      shorts(out, kind.necessity().ordinal(), 0, 0);
    }
    for (int entry : image.hash()) out.putInt(entry);
    align(out);
    for (Image.Layout layout : image.records()) {
      out.putInt(layout.name());
      shorts(out, layout.size(), layout.firstField(), layout.fields(), layout.firstCheck());
      shorts(out, layout.checks(), layout.staticChecks(), 0, 0);
    }
    align(out);
    for (Image.Field field : image.fields()) {
      out.putInt(field.name());
      shorts(out, field.offset(), field.width(), field.type().ordinal(), 0);
    }
    align(out);
    for (Image.Check check : image.checks()) {
      out.putInt(check.number()).putInt(check.component());
      shorts(out, check.field(), 0);
    }
    align(out);
    for (Image.Handler handler : image.handlers()) {
      out.putInt(handler.first()).putInt(handler.count());
      shorts(out, handler.ticks(), handler.record());
    }
    align(out);
    for (long instruction : image.code()) out.putLong(instruction);
    for (Image.Constant constant : image.constants())
      out.putLong(constant.bits()).putInt(constant.kind().ordinal()).putInt(0);
    for (Image.Dfa dfa : image.automata()) automaton(dfa, out);
    out.put(image.text());
  }

  private static void automaton(Image.Dfa dfa, ByteBuffer out) {
    out.putInt(dfa.states()).putInt(dfa.classes()).putInt(dfa.start()).putInt(0);
    out.put(dfa.classOf());
    for (char state : dfa.next()) out.putChar(state);
    out.put(dfa.accepting());
    align(out);
  }

  private static void shorts(ByteBuffer out, int... values) {
    for (int value : values) out.putShort((short) value);
  }

  private static void align(ByteBuffer out) {
    out.position(padded(out.position()));
  }
}
