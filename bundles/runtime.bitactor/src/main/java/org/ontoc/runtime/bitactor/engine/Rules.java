// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

import org.ontoc.runtime.bitactor.Image;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.ImageReader;
import org.ontoc.runtime.bitactor.Interpreter;

/** A verified image, ready to run in the one consuming thread of an engine. */
public final class Rules {
  private static final int CHECKSUM_AT = 16;

  private final Image image;
  private final Interpreter interpreter;
  private final long id;

  // What is asked of every signal, in arrays.
  private final int[] handlerTicks;
  private final boolean[] dynamic;
  private final boolean[] decided;

  private Rules(Image image, long id) {
    this.image = image;
    this.id = id;
    interpreter = new Interpreter(image);
    int kinds = image.kinds().size();
    handlerTicks = new int[kinds];
    dynamic = new boolean[kinds];
    decided = new boolean[kinds];
    for (int i = 0; i < kinds; i++) {
      handlerTicks[i] = image.handlerTicks(i);
      dynamic[i] = image.kinds().get(i).necessity() == Image.Necessity.DYNAMIC;
      decided[i] = image.kinds().get(i).necessity() == Image.Necessity.STATIC;
    }
  }

  /** Rules of the bytes of an image; use the object in one engine. */
  public static Rules of(byte[] bytes) throws ImageException {
    return new Rules(ImageReader.read(bytes), Bytes.u64(bytes, CHECKSUM_AT));
  }

  public Image image() {
    return image;
  }

  /** The image's checksum. */
  long id() {
    return id;
  }

  /** The kind of a signal; -1 when the rules have none. */
  int kind(byte[] signals, int at) {
    int kind = signals[at + Signal.KIND] & 0xFF;
    if (kind == Signal.BY_KEY) return image.kindOf(Bytes.u64(signals, at + Signal.CONTEXT));
    return kind < dynamic.length ? kind : -1;
  }

  boolean isDynamic(int kind) {
    return dynamic[kind];
  }

  /** Whether a kind that is not dynamic has constraints at all. */
  boolean isDecided(int kind) {
    return decided[kind];
  }

  int handlerTicks(int kind) {
    return handlerTicks[kind];
  }

  long check(int kind, byte[] signals, int at) {
    return interpreter.check(kind, signals, at + Signal.RECORD);
  }

  int ticks() {
    return interpreter.ticks();
  }

  int flags() {
    return interpreter.flags();
  }

  long trace() {
    return interpreter.trace();
  }
}
