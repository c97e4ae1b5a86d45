// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Decodes an image and verifies it: what this returns is safe to execute. */
public final class ImageReader {
  private static final int MOST_BYTES = 1 << 24;

  private final ByteBuffer in;
  private final int[] entries = new int[ImageWriter.SECTIONS];

  private ImageReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads an image.
   *
   * @throws ImageException when the bytes are no canonical image, or when the image lies
   */
  public static Image read(byte[] bytes) throws ImageException {
    ImageReader reader = new ImageReader(bytes);
    reader.header(bytes);
    Image image = reader.sections();
    if (!Arrays.equals(ImageWriter.write(image), bytes))
      throw new ImageException("the image is not canonical");
    Verifier.verify(image);
    return image;
  }

  private void header(byte[] bytes) throws ImageException {
    int[] none = new int[ImageWriter.SECTIONS];
    List<ImageHeader.Section> wanted = ImageWriter.sections(none, none);
    List<ImageHeader.Section> sections =
        ImageHeader.read(bytes, ImageWriter.SIGNAL_MODE, MOST_BYTES, wanted);
    for (int i = 0; i < entries.length; i++) entries[i] = sections.get(i).entries();
    in.position(ImageHeader.bytes(entries.length));
  }

  private Image sections() throws ImageException {
    List<Image.Kind> kinds = new ArrayList<>();
    for (int i = 0; i < entries[0]; i++) kinds.add(kind());
    int[] hash = new int[entries[1]];
    for (int i = 0; i < hash.length; i++) hash[i] = in.getInt();
    List<Image.Layout> records = list(entries[2], this::layout);
    align();
    List<Image.Field> fields = new ArrayList<>();
    for (int i = 0; i < entries[3]; i++) fields.add(field());
    List<Image.Check> checks = list(entries[4], this::check);
    List<Image.Handler> handlers = list(entries[5], this::handler);
    align();
    long[] code = new long[entries[6]];
    for (int i = 0; i < code.length; i++) code[i] = in.getLong();
    List<Image.Constant> constants = new ArrayList<>();
    for (int i = 0; i < entries[7]; i++) constants.add(constant());
    List<Image.Dfa> automata = new ArrayList<>();
    for (int i = 0; i < entries[8]; i++) automata.add(automaton());
    byte[] text = new byte[entries[9]];
    require(in.remaining() >= text.length, "the sections overlap");
    in.get(text);
    return new Image(
        kinds, hash, records, fields, checks, handlers, code, constants, automata, text);
  }

  private <T> List<T> list(int count, Supplier<T> entry) {
    align();
    List<T> list = new ArrayList<>();
    for (int i = 0; i < count; i++) list.add(entry.get());
    return list;
  }

  private Image.Kind kind() throws ImageException {
    long key = in.getLong();
    int name = in.getInt();
    int record = u16();
    int first = u16();
    int count = u16();
    Image.Necessity necessity = member(Image.Necessity.values(), u16());
    in.getInt();
    return new Image.Kind(key, name, record, first, count, necessity);
  }

  private Image.Layout layout() {
    return new Image.Layout(in.getInt(), u16(), u16(), u16(), u16(), u16(), skipAfter(u16(), 4));
  }

  private Image.Field field() throws ImageException {
    int name = in.getInt();
    int offset = u16();
    int width = u16();
    FieldType type = member(FieldType.values(), u16());
    in.getShort();
    return new Image.Field(name, offset, width, type);
  }

  private Image.Check check() {
    return new Image.Check(in.getInt(), in.getInt(), skipAfter(u16(), 2));
  }

  private Image.Handler handler() {
    return new Image.Handler(in.getInt(), in.getInt(), u16(), u16());
  }

  private Image.Constant constant() throws ImageException {
    long bits = in.getLong();
    FieldType.Kind kind = member(FieldType.Kind.values(), in.getInt());
    in.getInt();
    return new Image.Constant(bits, kind);
  }

  private Image.Dfa automaton() throws ImageException {
    require(in.remaining() >= ImageWriter.AUTOMATON_HEADER, "an automaton is cut off");
    int states = in.getInt();
    int classes = in.getInt();
    int start = in.getInt();
    in.getInt();
    require(states > 0 && states <= 0xFFFF, "an automaton has too many states");
    require(classes > 0 && classes <= 256, "an automaton has too many classes");
    byte[] classOf = new byte[256];
    in.get(classOf);
    require(in.remaining() >= 2L * states * classes + states + 7, "an automaton is cut off");
    char[] next = new char[states * classes];
    for (int i = 0; i < next.length; i++) next[i] = in.getChar();
    byte[] accepting = new byte[states];
    in.get(accepting);
    align();
    return new Image.Dfa(states, classes, start, classOf, next, accepting);
  }

  private static <T> T member(T[] values, int ordinal) throws ImageException {
    require(ordinal >= 0 && ordinal < values.length, "an enumeration has no such value");
    return values[ordinal];
  }

  private int u16() {
    return in.getShort() & 0xFFFF;
  }

  private int skipAfter(int value, int bytes) {
    in.position(in.position() + bytes);
    return value;
  }

  private void align() {
    in.position(ImageHeader.padded(in.position()));
  }

  private static void require(boolean fact, String otherwise) throws ImageException {
    if (!fact) throw new ImageException(otherwise);
  }
}
