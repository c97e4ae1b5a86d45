// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.ir.Constraint;
import org.ontoc.pipeline.ir.Iri;
import org.ontoc.pipeline.ir.Literal;
import org.ontoc.pipeline.ir.Ontology.SubClassOf;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.ir.Shape;
import org.ontoc.pipeline.ir.Target;
import org.ontoc.pipeline.plan.Automaton;
import org.ontoc.pipeline.plan.Check;
import org.ontoc.pipeline.plan.Plan;
import org.ontoc.pipeline.plan.PlannedShape;
import org.ontoc.pipeline.plan.ReadSet;
import org.ontoc.pipeline.plan.Tier;

/** A program of hostile strings has the tokens of a program of harmless ones. */
class HostileTest {
  private static final int SHAPES = 40;

  /** Deals strings, all different, so that no two terms fall together. */
  private static final class Strings implements Supplier<String> {
    private final Optional<Random> random;
    int dealt;

    Strings(Optional<Random> random) {
      this.random = random;
    }

    @Override
    public String get() {
      dealt++;
      return random.map(r -> Hostile.text(r).replace('\uD800', '?')).orElse("s") + "~" + dealt;
    }

    Iri iri() {
      return new Iri("http://e/" + get());
    }

    Literal literal() {
      return new Literal(get(), iri(), "");
    }

    Literal tagged() {
      return new Literal(
          get(), new Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"), get());
    }

    Origin origin() {
      return new Origin("folder/" + get(), 1, 2, get());
    }
  }

  private static Plan plan(Strings strings) {
    List<PlannedShape> shapes = new ArrayList<>();
    List<org.ontoc.pipeline.ir.Path> paths = new ArrayList<>();
    List<Automaton> automata = new ArrayList<>();
    List<Integer> entries = new ArrayList<>();
    int number = 0;
    for (int i = 0; i < SHAPES; i++) {
      List<Check> checks = new ArrayList<>();
      for (Constraint constraint : constraints(strings, automata)) {
        checks.add(new Check(number++, constraint, Tier.INDEX, 1, strings.get()));
      }
      org.ontoc.pipeline.ir.Path path = path(strings);
      paths.add(path);
      entries.add(i);
      shapes.add(new PlannedShape(shape(strings, path), i, checks));
    }
    ReadSet reads =
        new ReadSet(
            false,
            List.of(new ReadSet.Predicate(strings.iri(), true, true)),
            List.of(strings.iri()),
            List.of(strings.iri(), strings.literal(), strings.tagged()));
    List<SubClassOf> hierarchy =
        List.of(new SubClassOf(strings.iri(), strings.iri(), strings.origin()));
    return new Plan("hostile", reads, shapes, entries, paths, automata, hierarchy);
  }

  private static org.ontoc.pipeline.ir.Path path(Strings strings) {
    return new org.ontoc.pipeline.ir.Path.Sequence(
        List.of(
            new org.ontoc.pipeline.ir.Path.Predicate(strings.iri()),
            new org.ontoc.pipeline.ir.Path.ZeroOrMore(
                new org.ontoc.pipeline.ir.Path.Predicate(strings.iri()))));
  }

  private static Shape shape(Strings strings, org.ontoc.pipeline.ir.Path path) {
    Origin at = strings.origin();
    return new Shape(
        strings.iri(),
        Optional.of(path),
        List.of(
            new Target.Node(strings.iri(), at),
            new Target.Class(strings.iri(), false, at),
            new Target.SubjectsOf(strings.iri(), at),
            new Target.ObjectsOf(strings.iri(), at)),
        List.of(),
        strings.iri(),
        List.of(Literal.string(strings.get())),
        false,
        at);
  }

  private static List<Constraint> constraints(Strings strings, List<Automaton> automata) {
    Origin at = strings.origin();
    Constraint.Pattern pattern = new Constraint.Pattern(strings.get(), strings.get(), at);
    automata.add(
        new Automaton.Nfa(
            pattern.regex(),
            pattern.flags(),
            List.of(new Automaton.Instruction(Automaton.Op.MATCH, 0, 0))));
    Constraint.Pattern other = new Constraint.Pattern(strings.get(), strings.get(), at);
    automata.add(
        new Automaton.Dfa(
            other.regex(), other.flags(), 1, 1, 0, new int[256], new int[1], new byte[1], 0, -1));
    return List.of(
        pattern,
        other,
        new Constraint.Class(strings.iri(), at),
        new Constraint.Datatype(strings.iri(), at),
        new Constraint.MinInclusive(strings.literal(), at),
        new Constraint.LanguageIn(List.of(strings.get(), strings.get()), at),
        new Constraint.Equals(strings.iri(), at),
        new Constraint.Disjoint(strings.iri(), at),
        new Constraint.LessThan(strings.iri(), at),
        new Constraint.LessThanOrEquals(strings.iri(), at),
        new Constraint.Closed(List.of(strings.iri(), strings.iri()), at),
        new Constraint.HasValue(strings.tagged(), at),
        new Constraint.In(List.of(strings.iri(), strings.literal(), strings.tagged()), at));
  }

  private static String source(Plan plan) {
    for (Artifact artifact : new Compiling().artifacts(plan)) {
      if (artifact.path().equals("hostile.c"))
        return new String(artifact.bytes(), StandardCharsets.UTF_8);
    }
    throw new AssertionError("no source");
  }

  private static List<String> program(String source) {
    return Tokens.of(source.substring(source.indexOf("/* ---- the shapes ---- */")));
  }

  @Test
  void tokensAreThoseOfABenignTwin() {
    Strings benign = new Strings(Optional.empty());
    List<String> expected = program(source(plan(benign)));
    assertTrue(benign.dealt > 1_500, "only " + benign.dealt);
    int dealt = 0;
    for (int seed = 0; seed < 4; seed++) {
      Strings hostile = new Strings(Optional.of(new Random(seed)));
      assertEquals(expected, program(source(plan(hostile))), "seed " + seed);
      dealt += hostile.dealt;
    }
    assertTrue(dealt > 5_000, "only " + dealt);
  }

  @Test
  void compilesSilentlyAndRunsNothing(@TempDir Path folder) throws Exception {
    Native.assumePresent("gcc");
    Plan plan = plan(new Strings(Optional.of(new Random(99))));
    Compiling.write(new Compiling().artifacts(plan), folder);
    List<String> flags = new ArrayList<>(Native.STRICT);
    flags.add("-Wtrigraphs");
    Native.compile(folder, "gcc", flags, "hostile.c", "main.c", "-o", "v");
    Files.writeString(folder.resolve("empty.nt"), "");
    Native.Outcome outcome = Native.run(folder, List.of("./v", "empty.nt"));
    assertEquals(1, outcome.status(), outcome.err());
    assertTrue(Files.notExists(folder.resolve("x")));
    assertTrue(
        outcome
            .out()
            .codePoints()
            .noneMatch(c -> c != '\n' && (c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x202E)),
        "a control character reached the terminal");
  }

  @Test
  void stringsLongerThanCAllowsAreArrays(@TempDir Path folder) throws Exception {
    Native.assumePresent("gcc");
    Iri iri = new Iri("http://e/" + "x\"".repeat(5_000));
    Shape shape =
        new Shape(
            new Iri("http://e/S"),
            Optional.of(new org.ontoc.pipeline.ir.Path.Predicate(iri)),
            List.of(new Target.SubjectsOf(iri, Origin.NOWHERE)),
            List.of(),
            new Iri("http://www.w3.org/ns/shacl#Violation"),
            List.of(Literal.string("m'\\".repeat(3_000))),
            false,
            Origin.NOWHERE);
    Constraint count = new Constraint.MinCount(Long.MAX_VALUE, Origin.NOWHERE);
    Check check = new Check(0, count, Tier.SUBJECT, 1, "");
    Plan plan =
        new Plan(
            "longer",
            new ReadSet(false, List.of(), List.of(), List.of()),
            List.of(new PlannedShape(shape, 0, List.of(check))),
            List.of(0),
            List.of(new org.ontoc.pipeline.ir.Path.Predicate(iri)),
            List.of(),
            List.of());
    Compiling.write(new Compiling().artifacts(plan), folder);
    Native.compile(folder, "gcc", Native.STRICT, "longer.c", "main.c", "-o", "v");
    Files.writeString(
        folder.resolve("d.nt"),
        "<http://e/s> <" + iri.value().replace("\"", "\\u0022") + "> _:o .");
    Native.Outcome outcome = Native.run(folder, List.of("./v", "--machine", "d.nt"));
    assertEquals("", outcome.err());
    assertEquals(outcome.status(), outcome.out().startsWith("E") ? 3 : 1, outcome.out());
  }

  @Test
  void qualifiedCountsTakeAnyNumber() {
    Constraint c =
        new Constraint.QualifiedValueShape(
            new Iri("http://e/S"),
            OptionalLong.of(0),
            OptionalLong.of(Long.MAX_VALUE),
            List.of(),
            Origin.NOWHERE);
    assertEquals(
        "QualifiedMaxCount",
        new org.ontoc.pipeline.plan.Check(0, c, org.ontoc.pipeline.plan.Tier.INDEX, 1, "")
            .component(true)
            .value()
            .replaceAll(".*#|Con.*", ""));
  }
}
