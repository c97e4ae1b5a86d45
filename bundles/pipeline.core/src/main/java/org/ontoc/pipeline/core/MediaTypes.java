// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the end of a file's name says about its content. */
final class MediaTypes {
  /** The type of standard input: N-Triples is a part of Turtle. */
  static final String TURTLE = "text/turtle";

  private static final TreeMap<String, String> BY_SUFFIX =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("ttl", TURTLE),
              Map.entry("nt", "application/n-triples"),
              Map.entry("nq", "application/n-quads"),
              Map.entry("trig", "application/trig"),
              Map.entry("rdf", "application/rdf+xml"),
              Map.entry("owl", "application/rdf+xml"),
              Map.entry("xml", "application/rdf+xml"),
              Map.entry("jsonld", "application/ld+json"),
              Map.entry("ofn", "text/owl-functional"),
              Map.entry("omn", "text/owl-manchester"),
              Map.entry("owx", "application/owl+xml")));

  /** How the bytes are packed. */
  enum Packing {
    NONE,
    GZIP,
    ZSTD
  }

  /** A media type and how the bytes are packed. */
  record Kind(String mediaType, Packing packing) {}

  private MediaTypes() {}

  /** Empty when the suffix is not known. */
  static Optional<Kind> of(String name) {
    String rest = name.toLowerCase(Locale.ROOT);
    Packing packing = Packing.NONE;
    if (rest.endsWith(".gz")) packing = Packing.GZIP;
    if (rest.endsWith(".zst")) packing = Packing.ZSTD;
    if (packing != Packing.NONE) rest = rest.substring(0, rest.lastIndexOf('.'));
    String mediaType = BY_SUFFIX.get(rest.substring(rest.lastIndexOf('.') + 1));
    if (mediaType == null || rest.lastIndexOf('.') < 0) return Optional.empty();
    return Optional.of(new Kind(mediaType, packing));
  }

  /** For messages. */
  static String suffixes() {
    return "." + String.join(" .", BY_SUFFIX.keySet()) + ", each also with .gz or .zst";
  }
}
