// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Digests a tree of records, lists and plain values into a cache key. Every value is written with
 * its kind and its length, so that different trees never have the same bytes; nothing depends on
 * locale, hash codes or identity.
 */
final class CacheKey {
  private final Blake2b digest = new Blake2b();
  private final byte[] buffer = new byte[9];

  /** The key of several parts in order, in hexadecimal. */
  static String of(Object... parts) {
    CacheKey key = new CacheKey();
    for (Object part : parts) key.add(part);
    return HexFormat.of().formatHex(key.digest.digest());
  }

  private void add(@Nullable Object value) {
    switch (value) {
      case null -> number('0', 0);
      case String text -> bytes('S', text);
      case Enum<?> constant -> bytes('E', constant.name());
      case Boolean flag -> number('B', flag ? 1 : 0);
      case Number number -> number('N', number.longValue());
      case Record node -> addRecord(node);
      case List<?> list -> {
        number('L', list.size());
        list.forEach(this::add);
      }
      case Map<?, ?> map -> addMap(map);
      case Optional<?> optional -> {
        number('O', optional.isPresent() ? 1 : 0);
        optional.ifPresent(this::add);
      }
      case OptionalLong optional -> {
        number('P', optional.isPresent() ? 1 : 0);
        number('N', optional.orElse(0));
      }
      case int[] numbers -> {
        number('I', numbers.length);
        for (int number : numbers) number('N', number);
      }
      case byte[] bytes -> {
        number('Y', bytes.length);
        digest.update(bytes);
      }
      default -> throw new IllegalArgumentException("no canonical form for " + value.getClass());
    }
  }

  private void addMap(Map<?, ?> map) {
    number('M', map.size());
    new TreeMap<>(map)
        .forEach(
            (key, item) -> {
              add(key);
              add(item);
            });
  }

  private void addRecord(Record node) {
    bytes('R', node.getClass().getName());
    int count = Records.names(node).length;
    number('C', count);
    for (int i = 0; i < count; i++) add(Records.component(node, i));
  }

  private void bytes(char kind, String text) {
    // a lone surrogate has no UTF-8 form, and '?' would make different texts equal
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (new String(bytes, StandardCharsets.UTF_8).equals(text)) {
      number(kind, bytes.length);
      digest.update(bytes);
    } else {
      number('U', text.length());
      digest.update(text.getBytes(StandardCharsets.UTF_16BE));
      text.chars().filter(c -> Character.isSurrogate((char) c)).forEach(c -> number('u', c));
    }
  }

  private void number(char kind, long value) {
    buffer[0] = (byte) kind;
    for (int i = 0; i < 8; i++) buffer[i + 1] = (byte) (value >>> (8 * i));
    digest.update(buffer);
  }
}
