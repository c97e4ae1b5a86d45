// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.graph;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Exact interning of terms to dense ids, which count from 1. Open addressing with the hash beside
 * the id; a hit compares the text. The hash is keyed, so that nobody can prepare data whose terms
 * collide; ids depend on the order of the data only. No term is an object.
 */
final class Terms {
  /** A language tag as a record; its qualifier is the tag in lower case, 0 for one that is. */
  static final byte TAG = 5;

  private static final int CHUNK = 1 << 18;
  private static final byte VALID = 1;
  private static final byte INVALID = 2;
  private static final byte UNTYPED = -1;

  private final long[] keys = new long[3];
  private byte[][] chunks = new byte[16][];
  private int chunkCount;
  private int chunkUsed = CHUNK;
  private long[] slots = new long[1 << 10];
  private int[] chunkOf = new int[1 << 10];
  private int[] from = new int[1 << 10];
  private int[] length = new int[1 << 10];
  private int[] qualifier = new int[1 << 10];
  private byte[] kind = new byte[1 << 10];
  private byte[] type = new byte[1 << 10];
  private byte[] valid = new byte[1 << 10];
  private int count;
  private int lastDatatype;
  private byte[] fold = new byte[32];

  /** The constant at index i gets the id i + 1; its blank nodes equal no term of the data. */
  Terms(Constant[] constants) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (int i = 0; i < keys.length; i++) keys[i] = random.nextLong() | 1;
    count = constants.length;
    room(count);
    // datatypes are IRIs: all of those have their ids before the first literal asks for one
    for (int i = 0; i < constants.length; i++)
      if (constants[i].kind() == TermView.IRI) constant(constants[i], i + 1);
    for (int i = 0; i < constants.length; i++)
      if (constants[i].kind() != TermView.IRI) constant(constants[i], i + 1);
  }

  private void constant(Constant constant, int id) {
    byte[] text = TermView.utf8(constant.text());
    byte[] other = TermView.utf8(constant.qualifier());
    if (constant.kind() == TermView.BLANK) {
      put(id, constant.kind(), 0, text, 0, text.length);
      return;
    }
    int q = 0;
    int identity = 0;
    if (constant.kind() == TermView.LITERAL) {
      identity = q = datatype(other, 0, other.length);
    } else if (constant.kind() == TermView.LANG_LITERAL) {
      q = tag(other, 0, other.length);
      identity = tagIdentity(q);
    }
    find(constant.kind(), q, identity, text, 0, text.length, id);
    typed(id);
  }

  int count() {
    return count;
  }

  byte kind(int id) {
    return kind[id];
  }

  byte[] text(int id) {
    return chunks[chunkOf[id]];
  }

  int from(int id) {
    return from[id];
  }

  int to(int id) {
    return from[id] + length[id];
  }

  int length(int id) {
    return length[id];
  }

  /** The id of a literal's datatype or tag; a blank node's document plus 1; else 0. */
  int qualifier(int id) {
    return qualifier[id];
  }

  Datatype type(int id) {
    return Datatype.of(type[id]);
  }

  /** The tag in lower case: what two literals' languages are compared by. */
  int tagIdentity(int tag) {
    return qualifier[tag] != 0 ? qualifier[tag] : tag;
  }

  /** Whether a literal is well typed; looked at once. */
  boolean isValid(int id) {
    if (valid[id] == 0) {
      boolean well = Comparison.isValid(type(id), text(id), from(id), to(id));
      valid[id] = well ? VALID : INVALID;
    }
    return valid[id] == VALID;
  }

  int intern(TermView term, int document) throws ReadException {
    if (count > Integer.MAX_VALUE - 64)
      throw new ReadException(ReadException.Kind.LIMIT, "this document exceeds a limit", 0, 0, 0);
    switch (term.kind) {
      case TermView.IRI -> {
        return find(TermView.IRI, 0, 0, term.text, term.from, term.to, 0);
      }
      case TermView.BLANK -> {
        int q = document + 1;
        return find(TermView.BLANK, q, q, term.text, term.from, term.to, 0);
      }
      default -> {
        return literal(term);
      }
    }
  }

  /** The id of an IRI or a literal, 0 when it is not there; tags are the same in any case. */
  int lookup(TermView term) {
    if (term.kind == TermView.IRI) return lookup(TermView.IRI, 0, term.text, term.from, term.to);
    byte[] other = term.qualifier;
    int identity;
    if (term.kind == TermView.LITERAL) {
      identity = lookup(TermView.IRI, 0, other, term.qualifierFrom, term.qualifierTo);
    } else {
      byte[] folded = new byte[term.qualifierTo - term.qualifierFrom];
      for (int i = 0; i < folded.length; i++)
        folded[i] = Comparison.lower(other[term.qualifierFrom + i]);
      identity = lookup(TAG, 0, folded, 0, folded.length);
    }
    return identity == 0 ? 0 : lookup(term.kind, identity, term.text, term.from, term.to);
  }

  private int lookup(byte kindOf, int identity, byte[] text, int start, int end) {
    int hash = hash(kindOf, identity, text, start, end);
    int mask = slots.length - 1;
    int at = hash & mask;
    for (long slot; (slot = slots[at]) != 0; at = (at + 1) & mask) {
      if ((int) (slot >>> 32) == hash
          && same((int) slot, kindOf, identity, identity, text, start, end)) return (int) slot;
    }
    return 0;
  }

  private int literal(TermView term) {
    int q;
    int identity;
    if (term.kind == TermView.LITERAL) {
      q = identity = datatype(term.qualifier, term.qualifierFrom, term.qualifierTo);
    } else {
      q = tag(term.qualifier, term.qualifierFrom, term.qualifierTo);
      identity = tagIdentity(q);
    }
    int id = find(term.kind, q, identity, term.text, term.from, term.to, 0);
    typed(id);
    return id;
  }

  boolean equals(int id, byte[] bytes, int start, int end) {
    return Arrays.equals(text(id), from(id), to(id), bytes, start, end);
  }

  private int datatype(byte[] iri, int start, int end) {
    if (lastDatatype != 0 && equals(lastDatatype, iri, start, end)) return lastDatatype;
    int id = find(TermView.IRI, 0, 0, iri, start, end, 0);
    if (type[id] == UNTYPED) type[id] = (byte) Datatype.of(iri, start, end).ordinal();
    lastDatatype = id;
    return id;
  }

  /** The tag as written, whose record leads to the tag in lower case. */
  private int tag(byte[] tag, int start, int end) {
    int size = end - start;
    if (fold.length < size) fold = new byte[2 * size];
    boolean upper = false;
    for (int i = 0; i < size; i++) {
      fold[i] = Comparison.lower(tag[start + i]);
      upper |= fold[i] != tag[start + i];
    }
    int identity = find(TAG, 0, 0, fold, 0, size, 0);
    return upper ? find(TAG, identity, identity, tag, start, end, 0) : identity;
  }

  private void typed(int id) {
    if (type[id] != UNTYPED) return;
    if (kind[id] == TermView.LITERAL) type[id] = type[qualifier[id]];
    if (kind[id] == TermView.LANG_LITERAL) type[id] = (byte) Datatype.LANG_STRING.ordinal();
  }

  private static long mix(long a, long b) {
    return a * b ^ Math.unsignedMultiplyHigh(a, b);
  }

  private static long some(byte[] text, int p, int end) {
    long v = 0;
    for (int i = Math.min(end, p + 8) - 1; i >= p; i--) v = v << 8 | (text[i] & 0xFF);
    return v;
  }

  private int hash(byte kindOf, int identity, byte[] text, int start, int end) {
    long h = keys[0] ^ ((long) identity << 8 | kindOf);
    int p = start;
    for (; end - p > 16; p += 16)
      h = mix((long) Plain.LONG.get(text, p) ^ keys[1], (long) Plain.LONG.get(text, p + 8) ^ h);
    if (end - start >= 16) {
      p = end - 16;
      h = mix((long) Plain.LONG.get(text, p) ^ keys[1], (long) Plain.LONG.get(text, p + 8) ^ h);
    } else {
      h = mix(some(text, p, end) ^ keys[1], some(text, p + 8, end) ^ h);
    }
    return (int) mix(h ^ keys[2], keys[1] ^ (end - start));
  }

  private boolean same(int id, byte kindOf, int q, int identity, byte[] text, int start, int end) {
    if (length[id] != end - start || kind[id] != kindOf) return false;
    if (qualifier[id] != q
        && (kindOf != TermView.LANG_LITERAL || tagIdentity(qualifier[id]) != identity))
      return false;
    return equals(id, text, start, end);
  }

  /** The id of a term; a new one gets the id wanted, or with 0 the next one. */
  private int find(byte kindOf, int q, int identity, byte[] text, int start, int end, int wanted) {
    int hash = hash(kindOf, identity, text, start, end);
    int mask = slots.length - 1;
    int at = hash & mask;
    for (long slot; (slot = slots[at]) != 0; at = (at + 1) & mask) {
      if ((int) (slot >>> 32) == hash && same((int) slot, kindOf, q, identity, text, start, end))
        return (int) slot;
    }
    return add(kindOf, q, text, start, end, wanted, hash, at);
  }

  private int add(
      byte kindOf, int q, byte[] text, int start, int end, int wanted, int hash, int at) {
    int id = wanted != 0 ? wanted : count + 1;
    room(id);
    if (slots.length / 8 * 5 <= count + 1) {
      moreSlots();
      at = hash & (slots.length - 1);
      while (slots[at] != 0) at = (at + 1) & (slots.length - 1);
    }
    put(id, kindOf, q, text, start, end);
    slots[at] = (long) hash << 32 | id;
    if (wanted == 0) count = id;
    return id;
  }

  private void moreSlots() {
    while (slots.length / 8 * 5 <= count + 1) {
      long[] old = slots;
      slots = new long[old.length * 2];
      int mask = slots.length - 1;
      for (long slot : old) {
        if (slot == 0) continue;
        int at = (int) (slot >>> 32) & mask;
        while (slots[at] != 0) at = (at + 1) & mask;
        slots[at] = slot;
      }
    }
  }

  private void put(int id, byte kindOf, int q, byte[] text, int start, int end) {
    int size = end - start;
    if (chunkCount == 0 || chunks[chunkCount - 1].length - chunkUsed < size) {
      if (chunkCount == chunks.length) chunks = Arrays.copyOf(chunks, 2 * chunkCount);
      int usual = count < 4096 ? CHUNK / 16 : CHUNK;
      chunks[chunkCount++] = new byte[Math.max(usual, size)];
      chunkUsed = 0;
    }
    System.arraycopy(text, start, chunks[chunkCount - 1], chunkUsed, size);
    chunkOf[id] = chunkCount - 1;
    from[id] = chunkUsed;
    length[id] = size;
    qualifier[id] = q;
    kind[id] = kindOf;
    type[id] = UNTYPED;
    chunkUsed += size;
  }

  private void room(int id) {
    if (id < kind.length) return;
    int size = (int) Math.min(Math.max(2L * kind.length, id + 1L), Integer.MAX_VALUE - 16);
    chunkOf = Arrays.copyOf(chunkOf, size);
    from = Arrays.copyOf(from, size);
    length = Arrays.copyOf(length, size);
    qualifier = Arrays.copyOf(qualifier, size);
    kind = Arrays.copyOf(kind, size);
    type = Arrays.copyOf(type, size);
    valid = Arrays.copyOf(valid, size);
  }
}
