// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ontoc.runtime.bitactor.Image;

/**
 * Makes seeded signals for the kinds of an image. Market and debug signals have kinds whose checks
 * depend on the record, control signals the cheapest of them, low-value signals the others.
 */
public final class Generator {
  private final Image image;
  private final Workload workload;
  private final Random random;
  private final List<Integer> market = new ArrayList<>();
  private final List<Integer> others = new ArrayList<>();
  private final int control;
  private int id;

  public Generator(Image image, Workload workload, long seed) {
    this.image = image;
    this.workload = workload;
    random = new Random(seed);
    for (int i = 0; i < image.kinds().size(); i++)
      (image.kinds().get(i).necessity() == Image.Necessity.DYNAMIC ? market : others).add(i);
    if (market.isEmpty()) market.addAll(others);
    if (others.isEmpty()) others.addAll(market);
    control =
        market.stream()
            .min(java.util.Comparator.comparing(image::ticks))
            .orElseThrow(() -> new IllegalArgumentException("the image has no kinds"));
  }

  /** Signals one after another. */
  public byte[] signals(int count, int stride) {
    byte[] signals = new byte[Math.multiplyExact(count, stride)];
    for (int i = 0; i < count; i++) fill(signals, i * stride);
    return signals;
  }

  private void fill(byte[] signals, int at) {
    Workload.Purpose purpose = workload.purpose(random.nextInt(100));
    int kind =
        switch (purpose) {
          case HEARTBEAT, DEBUG, MARKET -> market.get(random.nextInt(market.size()));
          case CONTROL -> control;
          case LOW_VALUE -> others.get(random.nextInt(others.size()));
        };
    int type =
        switch (purpose) {
          case HEARTBEAT -> Signal.HEARTBEAT;
          case DEBUG -> Signal.DEBUG;
          case MARKET, CONTROL, LOW_VALUE -> Signal.NORMAL;
        };
    Bytes.u32(signals, at + Signal.ID, ++id);
    signals[at + Signal.TYPE] = (byte) type;
    signals[at + Signal.FLAGS] = (byte) (purpose == Workload.Purpose.DEBUG ? Signal.TEST : 0);
    signals[at + Signal.PRIORITY] = (byte) (purpose == Workload.Purpose.CONTROL ? 7 : 0);
    Bytes.u64(signals, at + Signal.PAYLOAD, random.nextLong());
    Bytes.u64(signals, at + Signal.TIMESTAMP, 1_000L * id);
    boolean byKey = kind >= Signal.BY_KEY || random.nextInt(4) == 0;
    signals[at + Signal.KIND] = (byte) (byKey ? Signal.BY_KEY : kind);
    Bytes.u64(signals, at + Signal.CONTEXT, byKey ? image.kinds().get(kind).key() : 0);
    record(image.records().get(image.kinds().get(kind).record()), signals, at + Signal.RECORD);
  }

  private void record(Image.Layout layout, byte[] signals, int at) {
    long present = layout.fields() == 64 ? ~0L : (1L << layout.fields()) - 1;
    if (random.nextInt(10) == 0) present &= random.nextLong();
    Bytes.u64(signals, at, present);
    for (int i = 0; i < layout.fields(); i++)
      field(image.fields().get(layout.firstField() + i), signals, at);
  }

  private void field(Image.Field field, byte[] signals, int record) {
    int at = record + field.offset();
    switch (field.type()) {
      case F32 -> Bytes.u32(signals, at, Float.floatToIntBits(random.nextFloat() * 100));
      case F64 -> Bytes.u64(signals, at, Double.doubleToLongBits(random.nextDouble() * 100 - 1));
      case TEXT -> {
        for (int i = random.nextInt(field.width() + 1) - 1; i >= 0; i--)
          signals[at + i] = (byte) ('A' + random.nextInt(26));
      }
      case BOOL, ENUM -> signals[at] = (byte) random.nextInt(2);
      case I8, U8 -> signals[at] = (byte) random.nextInt(9);
      case I16, U16 -> Bytes.u16(signals, at, random.nextInt(1000));
      case I32, U32 -> Bytes.u32(signals, at, random.nextInt(1000));
      case I64, U64, TIME -> Bytes.u64(signals, at, random.nextInt(1000));
    }
  }
}
