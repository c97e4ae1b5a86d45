// SPDX-License-Identifier: Apache-2.0
package org.ontoc.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Cuts N-Triples or N-Quads between subjects, whose triples stand together. Subjects are compared
 * as they are written, so one with an escape, which could be written otherwise, is refused.
 */
final class SubjectBatches {
  /** A batch is a little longer. */
  private static final int ENOUGH = 1 << 22;

  private static final int MOST = 1 << 30;

  private final InputStream in;
  private final SubjectSet subjects;
  private byte[] data = new byte[2 * ENOUGH];
  private int count;
  private boolean atEnd;

  /** Where the next line starts, and the lines before it. */
  private int next;

  private long line;

  /** Lines before the batch. */
  private long firstLine;

  /** The subject of the line before. */
  private int subject;

  private int subjectEnd;

  SubjectBatches(InputStream in, SubjectSet subjects) {
    this.in = in;
    this.subjects = subjects;
  }

  /** Lines before what {@link #next} gives. */
  long linesBefore() {
    return firstLine;
  }

  /** Whole subjects; empty at the end. */
  byte[] next() {
    while (true) {
      int end = lineEnd();
      // a CR that comes last may be half a line end
      boolean cutOff = end == count || end == count - 1 && data[end] == '\r';
      if (cutOff && !atEnd) {
        fill();
        continue;
      }
      if (next == count) return cut(count);
      if (startsSubject(end) && next >= ENOUGH) return cut(next);
      take(end);
    }
  }

  /** The end of the next line, or of what was read of it. */
  private int lineEnd() {
    int p = next;
    while (p < count && data[p] != '\n' && data[p] != '\r') p++;
    return p;
  }

  private void fill() {
    if (count == data.length) {
      if (count >= MOST)
        throw new Ungrouped(line + 1, "a subject has more than 1 GiB of triples", true);
      data = Arrays.copyOf(data, 2 * data.length);
    }
    try {
      int read = in.read(data, count, data.length - count);
      if (read < 0) atEnd = true;
      else count += read;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private int start(int end) {
    int p = next;
    if (line == 0 && end - p >= 3 && data[p] == (byte) 0xEF && data[p + 1] == (byte) 0xBB) p += 3;
    while (p < end && (data[p] == ' ' || data[p] == '\t')) p++;
    return p;
  }

  private int termEnd(int from, int end) {
    int p = from;
    while (p < end && data[p] != ' ' && data[p] != '\t' && (p == from || data[p] != '<')) {
      if (data[p] == '\\')
        throw new Ungrouped(line + 1, "a subject has an escape: write its characters", false);
      if (data[p++] == '>') break;
    }
    return p;
  }

  /** Whether the line that ends there is of another subject than the one before. */
  private boolean startsSubject(int end) {
    int from = start(end);
    if (from == end || data[from] == '#') return false;
    int to = termEnd(from, end);
    return !Arrays.equals(data, from, to, data, subject, subjectEnd);
  }

  private void take(int end) {
    if (startsSubject(end)) {
      int from = start(end);
      int to = termEnd(from, end);
      if (!subjects.add(data, from, to))
        throw new Ungrouped(
            line + 1, "the triples of this subject do not stand together: sort them", false);
      subject = from;
      subjectEnd = to;
    }
    if (end == count) {
      next = end;
      return;
    }
    boolean half = data[end] == '\r' && end + 1 < count && data[end + 1] == '\n';
    if (!half) line++;
    next = end + 1;
  }

  private byte[] cut(int at) {
    byte[] batch = Arrays.copyOf(data, at);
    System.arraycopy(data, at, data, 0, count - at);
    count -= at;
    next = 0;
    subject = subjectEnd = 0;
    firstLine = line;
    return batch;
  }
}
