// SPDX-License-Identifier: Apache-2.0
package org.ontoc.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Path;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedCheck;

/**
 * What the human report says that depends on the plan alone, for compiled validators ({@code
 * ort_report.h}). Lines of fields between tabs; a word and a number open a list:
 *
 * <ul>
 *   <li>{@code limits}: numbers of this bundle, in the order of the C runtime's {@code
 *       ort_text_limit};
 *   <li>{@code characters}, four times: first and last of ranges of characters that are escaped,
 *       have no width, are two columns wide, are plain in names;
 *   <li>{@code prefixes}: a prefix and its namespace, on the same line;
 *   <li>{@code shapes}, a line each: how a shape is described, and its path if that is a predicate;
 *   <li>{@code severities}: a {@link Level}'s number and the word;
 *   <li>{@code checks}, two for each check, the second for the maximum of a qualified count: shape,
 *       severity, the first check that results are grouped with, component, message.
 * </ul>
 *
 * An IRI between U+0001 and U+0002 is to be shown as {@link Names} shows it, which depends on what
 * came before it in the report.
 */
final class PreparedTexts {
  private static final int CHARACTERS = Character.MAX_CODE_POINT + 1;

  private final LaterNames names = new LaterNames();
  private final Map<Shape, Integer> shapes = new LinkedHashMap<>();
  private final Map<Iri, Integer> severities = new LinkedHashMap<>();

  private PreparedTexts() {}

  /** Names whose IRIs are shown by whoever writes the report. */
  private static final class LaterNames extends Names {
    private boolean unusual;

    @Override
    String show(Iri iri) {
      unusual |= iri.value().chars().anyMatch(unit -> unit < ' ');
      return "\u0001" + iri.value() + "\u0002";
    }
  }

  /** What results of the same group have in common. */
  private record Group(Shape shape, Check check, Iri component) {}

  /** The text; none when an IRI has characters that it cannot hold. */
  static Optional<String> of(Plan plan) {
    PreparedTexts texts = new PreparedTexts();
    List<String> checks = texts.checks(plan.plannedChecks());
    List<String> lines = new ArrayList<>();
    lines.add("ontoc report 1");
    lines.add(limits());
    lines.addAll(Characters.LINES);
    lines.add(prefixes());
    list("shapes", texts.shapes.keySet().stream().map(texts::shape).toList(), lines);
    lines.add(texts.severities());
    list("checks", checks, lines);
    String all = String.join("\n", lines) + "\n";
    boolean usual = !texts.names.unusual && all.codePoints().noneMatch(PreparedTexts::isSurrogate);
    return usual ? Optional.of(all) : Optional.empty();
  }

  private static boolean isSurrogate(int character) {
    return Character.getType(character) == Character.SURROGATE;
  }

  private static void list(String word, List<String> rows, List<String> lines) {
    lines.add(word + "\t" + rows.size());
    lines.addAll(rows);
  }

  private static String limits() {
    return fields(
        "limits",
        Names.LONGEST_IRI,
        Names.LONGEST_TEXT,
        Names.MOST_SHORT_FORMS,
        Excerpt.WIDTH,
        Excerpt.BEFORE,
        HumanResults.MOST_GROUPED,
        HumanResults.MOST_EXCERPTS,
        Tally.MOST_SHAPES);
  }

  private static String prefixes() {
    List<Object> line = new ArrayList<>(List.of("prefixes", Names.PREFIXES.size()));
    new TreeMap<>(Names.PREFIXES).forEach((space, prefix) -> line.addAll(List.of(prefix, space)));
    return fields(line.toArray());
  }

  private String shape(Shape shape) {
    boolean isPredicate = shape.path().orElse(null) instanceof Path.Predicate;
    String predicate = isPredicate ? shape.path().get().toString() : "";
    // toString is <IRI>
    String iri = predicate.isEmpty() ? "" : predicate.substring(1, predicate.length() - 1);
    return fields("shape", Tally.describe(shape, names), iri);
  }

  private String severities() {
    List<Object> line = new ArrayList<>(List.of("severities", severities.size()));
    for (Iri severity : severities.keySet())
      line.addAll(List.of(Level.of(severity).ordinal(), Level.word(severity, names)));
    return fields(line.toArray());
  }

  private List<String> checks(List<PlannedCheck> planned) {
    Map<Group, Integer> groups = new HashMap<>();
    List<String> rows = new ArrayList<>();
    for (PlannedCheck one : planned) {
      for (boolean maximum : new boolean[] {false, true}) {
        Iri component = one.check().component(maximum);
        Group group = new Group(one.shape(), one.check(), component);
        rows.add(row(one, component, groups.computeIfAbsent(group, _ -> rows.size())));
      }
    }
    return rows;
  }

  private String row(PlannedCheck one, Iri component, int group) {
    Shape shape = one.shape();
    return fields(
        "check",
        number(shape, shapes),
        number(shape.severity(), severities),
        group,
        TerminalText.sanitize(Vocabulary.componentName(component)),
        Sentences.message(ValidationResult.messages(shape, one.check())));
  }

  private static <T> int number(T object, Map<T, Integer> numbers) {
    return numbers.computeIfAbsent(object, _ -> numbers.size());
  }

  private static String fields(Object... fields) {
    StringBuilder line = new StringBuilder(fields[0].toString());
    for (int i = 1; i < fields.length; i++) line.append('\t').append(fields[i]);
    return line.toString();
  }

  /** What this JVM knows of characters; made once. */
  private static final class Characters {
    static final List<String> LINES =
        List.of(
            ranges(TerminalText::isUnsafe),
            ranges(character -> Excerpt.columns(character) == 0),
            ranges(character -> Excerpt.columns(character) == 2),
            ranges(character -> character < 0x10000 && Names.isPlain(character)));

    private static String ranges(IntPredicate set) {
      StringBuilder line = new StringBuilder();
      int bounds = 0;
      boolean inside = false;
      for (int character = 0; character <= CHARACTERS; character += step(character)) {
        if (inside == (character < CHARACTERS && set.test(character))) continue;
        line.append('\t').append(inside ? character - 1 : character);
        inside = !inside;
        bounds++;
      }
      return "characters\t" + bounds + line;
    }

    /** Planes 4 to 13 have no characters, and 15 and 16 have private ones: few need be asked for. */
    private static int step(int character) {
      int plane = character >> 16;
      return (plane >= 4 && plane <= 13) || plane == 15 || plane == 16 ? 0x1000 : 1;
    }
  }
}
