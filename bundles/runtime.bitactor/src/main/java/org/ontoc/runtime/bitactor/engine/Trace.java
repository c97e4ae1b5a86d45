// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telemetry frames as Turtle, and back: every byte of a frame is said, so that the frame can be
 * replayed. Only Turtle that this class wrote is read.
 */
public final class Trace {
  private static final String HEAD =
      """
      @prefix bit: <https://ontoc.org/ns/bitactor#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

      """;
  private static final Pattern FRAME =
      Pattern.compile(
          "\\[\\] a bit:Frame ; bit:id (\\d+) ; bit:status (\\d+) ; bit:flags (\\d+) ; bit:ticks (\\d+)"
              + " ; bit:violated \"([0-9a-f]{16})\"\\^\\^xsd:hexBinary"
              + " ; bit:hash \"([0-9a-f]{16})\"\\^\\^xsd:hexBinary"
              + " ; bit:image \"([0-9a-f]{16})\"\\^\\^xsd:hexBinary"
              + " ; bit:signal \"((?:[0-9a-f]{2})+)\"\\^\\^xsd:hexBinary \\.");
  private static final HexFormat HEX = HexFormat.of();

  private Trace() {}

  /** Frames of a size each, one after another, as a document. */
  public static String write(byte[] frames, int frameBytes) {
    StringBuilder out = new StringBuilder(HEAD);
    for (int at = 0; at + frameBytes <= frames.length; at += frameBytes)
      out.append(
          String.format(
              Locale.ROOT,
              "[] a bit:Frame ; bit:id %d ; bit:status %d ; bit:flags %d ; bit:ticks %d"
                  + " ; bit:violated \"%016x\"^^xsd:hexBinary"
                  + " ; bit:hash \"%016x\"^^xsd:hexBinary ; bit:image \"%016x\"^^xsd:hexBinary"
                  + " ; bit:signal \"%s\"^^xsd:hexBinary .%n",
              Integer.toUnsignedLong(Bytes.u32(frames, at + FrameLayout.ID)),
              frames[at + FrameLayout.STATUS] & 0xFF,
              frames[at + FrameLayout.FLAGS] & 0xFF,
              Bytes.u16(frames, at + FrameLayout.TICKS),
              Bytes.u64(frames, at + FrameLayout.VIOLATED),
              Bytes.u64(frames, at + FrameLayout.HASH),
              Bytes.u64(frames, at + FrameLayout.IMAGE),
              HEX.formatHex(frames, at + FrameLayout.SIGNAL, at + frameBytes)));
    return out.toString();
  }

  /**
   * The frames of a document.
   *
   * @throws IllegalArgumentException with the line that is none of {@link #write}
   */
  static List<byte[]> read(String document) {
    if (!document.startsWith(HEAD))
      throw new IllegalArgumentException("the document does not begin as a trace does");
    List<byte[]> frames = new ArrayList<>();
    for (String line : document.substring(HEAD.length()).lines().toList()) {
      Matcher matcher = FRAME.matcher(line);
      if (!matcher.matches()) throw new IllegalArgumentException("not a frame: " + line);
      frames.add(frame(matcher));
    }
    return frames;
  }

  private static byte[] frame(Matcher matcher) {
    byte[] signal = HEX.parseHex(matcher.group(8));
    byte[] frame = new byte[FrameLayout.SIGNAL + signal.length];
    Bytes.u32(frame, FrameLayout.ID, Integer.parseUnsignedInt(matcher.group(1)));
    frame[FrameLayout.STATUS] = (byte) Integer.parseInt(matcher.group(2));
    frame[FrameLayout.FLAGS] = (byte) Integer.parseInt(matcher.group(3));
    Bytes.u16(frame, FrameLayout.TICKS, Integer.parseInt(matcher.group(4)));
    Bytes.u64(frame, FrameLayout.VIOLATED, Long.parseUnsignedLong(matcher.group(5), 16));
    Bytes.u64(frame, FrameLayout.HASH, Long.parseUnsignedLong(matcher.group(6), 16));
    Bytes.u64(frame, FrameLayout.IMAGE, Long.parseUnsignedLong(matcher.group(7), 16));
    System.arraycopy(signal, 0, frame, FrameLayout.SIGNAL, signal.length);
    return frame;
  }
}
