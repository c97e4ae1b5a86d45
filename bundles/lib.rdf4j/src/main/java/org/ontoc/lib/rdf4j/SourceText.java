// SPDX-License-Identifier: Apache-2.0
package org.ontoc.lib.rdf4j;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ontoc.pipeline.ir.Origin;

/** A document as Unicode code points, which knows line and column of each. */
public final class SourceText {
  /** Longest text of a term that an origin keeps; longer ones are cut. */
  private static final int MAX_TERM = 200;

  private final String document;
  private final int[] points;
  private final int[] lineStarts;

  public SourceText(String document, String text) {
    this.document = document;
    this.points = text.codePoints().toArray();
    this.lineStarts = lineStarts(points);
  }

  /** Reads UTF-8; a byte order mark at the start is not part of the text. */
  public static SourceText decode(String document, byte[] bytes) throws MalformedSource {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (marked) in.position(3);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    SourceText text = new SourceText(document, out.flip().toString());
    if (!result.isError()) return text;
    String hex = String.format("0x%02X", bytes[in.position()]);
    throw new MalformedSource(
        "E0202",
        text.origin(text.length(), text.length()),
        "The byte " + hex + " is not UTF-8 here",
        "Save the document as UTF-8");
  }

  private static int[] lineStarts(int[] points) {
    int[] starts = new int[16];
    int lines = 1;
    for (int i = 0; i < points.length; i++) {
      boolean end = points[i] == '\n' || points[i] == '\r' && !isLineFeed(points, i + 1);
      if (!end) continue;
      if (lines == starts.length) starts = Arrays.copyOf(starts, 2 * lines);
      starts[lines++] = i + 1;
    }
    return Arrays.copyOf(starts, lines);
  }

  private static boolean isLineFeed(int[] points, int index) {
    return index < points.length && points[index] == '\n';
  }

  public String document() {
    return document;
  }

  public int length() {
    return points.length;
  }

  /** The code point at an offset; -1 after the end. */
  public int at(int offset) {
    return offset >= 0 && offset < points.length ? points[offset] : -1;
  }

  /** The offset of a line and column, both counted from 1; the nearest one if there is none. */
  public int offset(int line, int column) {
    int start = lineStarts[Math.clamp(line, 1, lineStarts.length) - 1];
    return Math.clamp((long) start + column - 1, 0, points.length);
  }

  public String slice(int start, int end) {
    return new String(points, start, Math.min(end, points.length) - start);
  }

  /** Where the code points from start (inclusive) to end (exclusive) stand. */
  public Origin origin(int start, int end) {
    int found = Arrays.binarySearch(lineStarts, start);
    int line = found >= 0 ? found : -found - 2;
    return new Origin(document, line + 1, start - lineStarts[line] + 1, term(start, end));
  }

  private String term(int start, int end) {
    int last = Math.min(Math.min(end, points.length), start + MAX_TERM);
    int stop = start;
    while (stop < last && points[stop] != '\n' && points[stop] != '\r') stop++;
    return stop > start ? new String(points, start, stop - start) : "";
  }
}
