// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Encodes an image; the same image is always the same bytes. */
public final class ImageWriter {
  static final int SIGNAL_MODE = 1;
  static final int SECTIONS = 10;
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
    ByteBuffer out = ImageHeader.begin(SIGNAL_MODE, sections(bytes, entries));
    sections(image, out);
    return ImageHeader.seal(out);
  }

  static List<ImageHeader.Section> sections(int[] bytes, int[] entries) {
    List<ImageHeader.Section> sections = new ArrayList<>();
    for (int i = 0; i < SECTIONS; i++)
      sections.add(new ImageHeader.Section(i + 1, ENTRY_BYTES[i], 0, bytes[i], entries[i]));
    return sections;
  }

  private static int bytes(Image.Dfa dfa) {
    return ImageHeader.padded(AUTOMATON_HEADER + 2 * dfa.next().length + dfa.states());
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
    out.position(ImageHeader.padded(out.position()));
  }
}
