// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Term;
import org.ontoc.pipeline.tck.Triple;
import org.ontoc.runtime.bitactor.FieldType;

/** Seeded records with values near every bound, as bytes and as the triples that they stand for. */
final class RandomRecords {
  private static final Iri TYPE = new Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  private static final long[] WORDS = {
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
    -1,
    -5,
    -6,
    -128,
    127,
    255,
    32767,
    -32768,
    65535,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    0xFFFF_FFFFL,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1,
    -2
  };
  private static final double[] REALS = {
    0,
    -0.0,
    0.1,
    (float) 0.1,
    0.1 + 1e-12,
    1.5,
    Math.nextDown(1.5),
    (float) 1.4999999,
    2.5,
    Math.nextUp(2.5),
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    -3,
    1e300
  };
  private static final String[] TEXTS = {"", "A", "AB", "ABC", "AC", "ab", "é", "éa", "日本語", "x1"};
  private static final String[] TIMES = {
    "2019-12-31T23:59:59.999999999Z",
    "2020-01-01T00:00:00Z",
    "2029-12-31T23:59:59.999999999Z",
    "2030-01-01T00:00:00Z",
    "2025-06-01T12:00:00.5Z",
    "1970-01-01T00:00:00Z",
    "1960-01-01T00:00:00Z"
  };

  private final RecordSpec record;
  private final Random random;

  RandomRecords(RecordSpec record, long seed) {
    this.record = record;
    random = new Random(seed);
  }

  /** A record as bytes, and as triples about a node. */
  record Pair(byte[] bytes, List<Triple> triples) {}

  Pair next(Term node, Iri type) {
    ByteBuffer bytes = ByteBuffer.allocate(record.size()).order(ByteOrder.LITTLE_ENDIAN);
    List<Triple> triples = new ArrayList<>();
    triples.add(new Triple(node, TYPE, type));
    long present = 0;
    for (int i = 0; i < record.fields().size(); i++) {
      FieldSpec field = record.fields().get(i);
      Term term = fill(bytes, field);
      if (random.nextInt(8) == 0) continue; // what an absent field holds means nothing
      present |= 1L << i;
      triples.add(new Triple(node, field.predicate(), term));
    }
    bytes.putLong(0, present);
    return new Pair(bytes.array(), triples);
  }

  private Term fill(ByteBuffer bytes, FieldSpec field) {
    int at = field.offset();
    long word = WORDS[random.nextInt(WORDS.length)];
    double real = REALS[random.nextInt(REALS.length)];
    return switch (field.type()) {
      case BOOL -> {
        bytes.put(at, (byte) (word & 1));
        yield literal(field, (word & 1) == 1 ? "true" : "false");
      }
      case I8 -> {
        bytes.put(at, (byte) word);
        yield literal(field, Byte.toString((byte) word));
      }
      case U8 -> {
        bytes.put(at, (byte) word);
        yield literal(field, Integer.toString((byte) word & 0xFF));
      }
      case I16 -> {
        bytes.putShort(at, (short) word);
        yield literal(field, Short.toString((short) word));
      }
      case U16 -> {
        bytes.putShort(at, (short) word);
        yield literal(field, Integer.toString((short) word & 0xFFFF));
      }
      case I32 -> {
        bytes.putInt(at, (int) word);
        yield literal(field, Integer.toString((int) word));
      }
      case U32 -> {
        bytes.putInt(at, (int) word);
        yield literal(field, Integer.toUnsignedString((int) word));
      }
      case I64 -> {
        bytes.putLong(at, word);
        yield literal(field, Long.toString(word));
      }
      case U64 -> {
        bytes.putLong(at, word);
        yield literal(field, Long.toUnsignedString(word));
      }
      case F32 -> {
        bytes.putFloat(at, (float) real);
        yield literal(field, lexical(Float.toString((float) real)));
      }
      case F64 -> {
        bytes.putDouble(at, real);
        yield literal(field, lexical(Double.toString(real)));
      }
      case TIME -> {
        String time = TIMES[random.nextInt(TIMES.length)];
        Instant instant = Instant.parse(time);
        bytes.putLong(at, instant.getEpochSecond() * 1_000_000_000 + instant.getNano());
        yield literal(field, time);
      }
      case ENUM -> {
        int member = random.nextInt(field.members().size());
        bytes.putShort(at, (short) member);
        yield field.members().get(member);
      }
      case TEXT -> text(bytes, field);
    };
  }

  private Term text(ByteBuffer bytes, FieldSpec field) {
    while (true) {
      String text = TEXTS[random.nextInt(TEXTS.length)];
      byte[] units = text.getBytes(StandardCharsets.UTF_8);
      if (units.length > field.width()) continue;
      bytes.put(field.offset(), units);
      return literal(field, text);
    }
  }

  private static String lexical(String text) {
    return text.replace("Infinity", "INF");
  }

  private static Term literal(FieldSpec field, String text) {
    return new Literal(text, field.datatype().orElseThrow(), "");
  }

  /** Any bytes, to see whether all executions agree about them, too. */
  byte[] noise() {
    byte[] bytes = new byte[record.size()];
    random.nextBytes(bytes);
    for (FieldSpec field : record.fields())
      if (field.type() == FieldType.TEXT && random.nextBoolean())
        bytes[field.offset() + random.nextInt(field.width())] = 0;
    return bytes;
  }
}
