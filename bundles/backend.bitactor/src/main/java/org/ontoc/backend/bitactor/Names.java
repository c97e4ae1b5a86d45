// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.bitactor;

import java.util.Locale;
import java.util.Set;
import org.ontoc.pipeline.ir.Iri;

/** Identifiers of C and Java made from IRIs. */
final class Names {
  /** Words that are no identifiers in C, C++ or Java. */
  private static final Set<String> RESERVED =
      Set.of(
          ("abstract alignas alignof and and_eq asm assert auto bitand bitor bool boolean break byte"
                  + " case catch char class compl concept const consteval constexpr constinit"
                  + " const_cast continue decltype default delete do double dynamic_cast else enum"
                  + " explicit export extends extern false final finally float for friend goto if"
                  + " implements import inline instanceof int interface long mutable namespace"
                  + " native new noexcept not not_eq null nullptr operator or or_eq package private"
                  + " protected public register reinterpret_cast requires restrict return short"
                  + " signed sizeof static static_assert static_cast strictfp struct super switch"
                  + " synchronized template this thread_local throw throws transient true try"
                  + " typedef typeid typename typeof union unsigned using virtual void volatile"
                  + " wchar_t while xor xor_eq record var yield present clone wait notify")
              .split(" "));

  private Names() {}

  static String local(Iri iri) {
    String value = iri.value();
    int cut =
        Math.max(value.lastIndexOf('#'), Math.max(value.lastIndexOf('/'), value.lastIndexOf(':')));
    return value.substring(cut + 1);
  }

  /** In lower case with underscores: {@code tickSize} becomes {@code tick_size}. */
  static String identifier(Iri iri) {
    String spaced = local(iri).replaceAll("([a-z0-9])([A-Z])", "$1_$2");
    String plain = spaced.replaceAll("[^A-Za-z0-9]+", "_").toLowerCase(Locale.ROOT);
    String trimmed = plain.replaceAll("^_+|_+$", "");
    boolean usable = !trimmed.isEmpty() && Character.isLetter(trimmed.charAt(0));
    String name = usable ? trimmed : "x_" + trimmed;
    return RESERVED.contains(name) ? name + "_" : name;
  }

  /** With capitals: {@code order_line} becomes {@code OrderLine}. */
  static String type(String identifier) {
    StringBuilder type = new StringBuilder();
    for (String word : identifier.split("_"))
      if (!word.isEmpty())
        type.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    return type.toString();
  }
}
