// SPDX-License-Identifier: Apache-2.0
package org.ontoc.frontend.owl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ontoc.lib.rdf4j.SourceText;
import org.ontoc.pipeline.ir.Origin;

/**
 * Positions in the syntaxes of OWL that are not RDF, whose parsers give none: the local name of an
 * entity where it follows the keyword of a declaration, or else where it first stands. So a
 * position is right unless two entities of a document share a local name.
 */
final class TextPositions implements Positions {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*");

  /** What stands before the name that a declaration declares. */
  private static final Pattern DECLARATION =
      Pattern.compile(
          "(Declaration\\s*\\(\\s*\\w+\\s*\\(\\s*"
              + "|<Declaration>\\s*<\\w+\\s+\\w+\\s*=\\s*[\"']"
              + "|(Class|ObjectProperty|DataProperty|AnnotationProperty):\\s*)"
              + "[^\\s\"'()]*$");

  /** An axiom about classes: functional, XML, or Manchester. */
  private static final Pattern AXIOM =
      Pattern.compile(
          "\\b(SubClassOf|EquivalentClasses|DisjointUnion)\\s*[(>]|\\b(SubClassOf|EquivalentTo):");

  /** The frame of Manchester syntax whose class the axioms after it are about. */
  private static final Pattern FRAME = Pattern.compile("\\bClass:\\s*(\\S+)");

  private static final int LOOK_BACK = 200;
  private static final int FRAME_LENGTH = 2000;

  private final SourceText text;
  private final String characters;
  private final Map<String, List<Integer>> places = new HashMap<>();

  TextPositions(SourceText text) {
    this.text = text;
    this.characters = text.slice(0, text.length());
    Matcher names = NAME.matcher(characters);
    while (names.find())
      places.computeIfAbsent(trim(names.group()), _ -> new ArrayList<>()).add(names.start());
  }

  private static String trim(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static String localName(String iri) {
    Matcher names = NAME.matcher(iri);
    String last = iri;
    while (names.find()) last = names.group();
    return trim(last);
  }

  private List<Integer> places(String iri) {
    return places.getOrDefault(localName(iri), List.of());
  }

  private OptionalInt declared(String iri) {
    for (int place : places(iri)) {
      String before = characters.substring(Math.max(0, place - LOOK_BACK), place);
      if (DECLARATION.matcher(before).find()) return OptionalInt.of(place);
    }
    return places(iri).stream().mapToInt(it -> it).findFirst();
  }

  @Override
  public Origin entity(String iri) {
    return origin(declared(iri), localName(iri));
  }

  @Override
  public Origin subClass(String sub, String sup) {
    String name = localName(sub);
    for (int place : places(sup)) {
      int start = Math.max(0, place - LOOK_BACK);
      Matcher axioms = AXIOM.matcher(characters).region(start, place);
      int axiom = -1;
      while (axioms.find()) axiom = axioms.start();
      if (axiom >= 0 && isAbout(axiom, place, name)) return origin(place, localName(sup));
    }
    return entity(sub);
  }

  /** Whether the axiom in whose text a superclass stands is about a class. */
  private boolean isAbout(int axiom, int place, String name) {
    Matcher frame = FRAME.matcher(characters).region(Math.max(0, axiom - FRAME_LENGTH), axiom);
    String framed = "";
    while (frame.find()) framed = localName(frame.group(1));
    boolean symmetric = characters.startsWith("Equivalent", axiom);
    int end = symmetric ? Math.min(characters.length(), place + LOOK_BACK) : place;
    return framed.isEmpty() ? names(axiom, end).anyMatch(name::equals) : framed.equals(name);
  }

  private Stream<String> names(int start, int end) {
    return NAME.matcher(characters).region(start, end).results().map(it -> trim(it.group()));
  }

  @Override
  public Origin importOf(String iri) {
    int start = Math.max(characters.indexOf("Import"), 0);
    int place = characters.indexOf(iri, start);
    return origin(place < 0 ? OptionalInt.empty() : OptionalInt.of(place), iri);
  }

  private Origin origin(OptionalInt place, String name) {
    return place.isEmpty() ? new Origin(text.document(), 0, 0, "") : origin(place.getAsInt(), name);
  }

  private Origin origin(int place, String name) {
    int start = characters.codePointCount(0, place);
    return text.origin(start, start + name.codePointCount(0, name.length()));
  }
}
