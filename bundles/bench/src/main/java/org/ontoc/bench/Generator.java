// SPDX-License-Identifier: Apache-2.0
package org.ontoc.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Data of LUBM's kind, department after department, the same for the same seed and size, in
 * N-Triples or in Turtle. One publication in {@link #WRONG} has no name, which is the only thing
 * that the LUBM shapes find in it: one result each. Universities are said to be such wherever one
 * is named, or, grouped, once at the beginning.
 */
final class Generator {
  private static final int WRONG = 500;
  private static final String UB = "http://swat.cse.lehigh.edu/onto/univ-bench.owl#";
  private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  private static final int FACULTY = 34;
  private static final int STUDENTS = 420;
  private static final int UNIVERSITIES = 1000;
  private static final int COURSES = 60;
  private static final String[] RANKS = {
    "FullProfessor", "AssociateProfessor", "AssistantProfessor", "Lecturer"
  };

  private final OutputStream out;
  private final boolean turtle;
  private final boolean grouped;
  private final SplittableRandom random;
  private long triples;
  private long publications;
  private long results;
  private String current = "";
  private boolean open;

  private Generator(OutputStream out, boolean turtle, Order order, long seed) {
    this.out = out;
    this.turtle = turtle;
    this.grouped = order == Order.GROUPED;
    this.random = new SplittableRandom(seed);
  }

  /**
   * What was written.
   *
   * @param results of the LUBM shapes
   */
  record Written(long triples, long results) {}

  /** How the triples stand; shuffled lines are those of departments. */
  enum Order {
    DEPARTMENTS,
    GROUPED,
    SHUFFLED
  }

  static Written write(Path file, long triples, long seed) throws IOException {
    return write(file, triples, seed, Order.DEPARTMENTS);
  }

  /** Writes whole departments until there are as many triples. */
  static Written write(Path file, long triples, long seed, Order order) throws IOException {
    boolean turtle = file.toString().endsWith(".ttl");
    try (OutputStream out =
        order == Order.SHUFFLED
            ? new Shuffler(file, seed)
            : new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      Generator generator = new Generator(out, turtle, order, seed);
      if (turtle) generator.put("@prefix ub: <" + UB + "> .\n");
      generator.universities();
      for (int i = 0; generator.triples < triples; i++) generator.department(i);
      return new Written(generator.triples, generator.results);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  /** {@code --generate TRIPLES [--seed N] [--grouped|--shuffled] FILE}. */
  static int run(String[] words, PrintStream err) throws Arguments.Misuse, IOException {
    long seed = 1;
    Order order = Order.DEPARTMENTS;
    for (int i = 2; i < words.length - 1; i++) {
      switch (words[i]) {
        case "--grouped" -> order = Order.GROUPED;
        case "--shuffled" -> order = Order.SHUFFLED;
        case "--seed" -> seed = number(words[++i]);
        default -> throw new Arguments.Misuse("--generate does not take " + words[i]);
      }
    }
    if (words.length < 3) throw new Arguments.Misuse("--generate takes TRIPLES … FILE");
    long triples = number(words[1]);
    String file = words[words.length - 1];
    if (!file.endsWith(".nt") && (!file.endsWith(".ttl") || order == Order.SHUFFLED))
      throw new Arguments.Misuse("the file's name ends in .nt or .ttl, not as " + file);
    Written written = write(Path.of(file), triples, seed, order);
    err.printf(
        Locale.ROOT,
        "%,d triples, in which the LUBM shapes find %,d results%n",
        written.triples(),
        written.results());
    return 0;
  }

  private static long number(String text) throws Arguments.Misuse {
    if (!text.matches("[0-9]{1,12}")) throw new Arguments.Misuse(text + " is no number");
    return Long.parseLong(text);
  }

  private void universities() {
    for (int i = 0; i < UNIVERSITIES && grouped; i++) subject(university(i), "University");
    end();
  }

  /** Says what a university is, where it is named. */
  private void named(String university) {
    if (!grouped) subject(university, "University");
  }

  private void department(int number) {
    String base = "http://www.Department" + number % 20 + ".University" + number / 20 + ".edu";
    subject(base, "Department");
    literal("name", "Department" + number % 20);
    iri("subOrganizationOf", university(number / 20));
    for (int i = 0; i < COURSES; i++) {
      subject(base + "/" + course(i), i % 2 == 0 ? "Course" : "GraduateCourse");
      literal("name", course(i));
    }
    for (int i = 0; i < FACULTY; i++) faculty(base, i);
    for (int i = 0; i < STUDENTS; i++) student(base, i);
    if (!grouped || (number / 20 >= UNIVERSITIES && number % 20 == 0))
      subject(university(number / 20), "University");
    end();
  }

  private static String university(int number) {
    return "http://www.University" + number + ".edu";
  }

  private static String course(int number) {
    return (number % 2 == 0 ? "Course" : "GraduateCourse") + number;
  }

  private void contact(String base, String name) {
    literal("name", name);
    literal("emailAddress", name + "@" + base.substring("http://www.".length()));
    literal("telephone", "xxx-xxx-xxxx");
  }

  private void faculty(String base, int number) {
    String name = RANKS[number % 4] + number;
    String self = base + "/" + name;
    subject(self, RANKS[number % 4]);
    contact(base, name);
    int first = random.nextInt(COURSES / 2) * 2;
    iri("teacherOf", base + "/" + course(first));
    iri("teacherOf", base + "/" + course(first + 1));
    List<String> degrees = List.of(anyUniversity(), anyUniversity(), anyUniversity());
    iri("undergraduateDegreeFrom", degrees.get(0));
    iri("mastersDegreeFrom", degrees.get(1));
    iri("doctoralDegreeFrom", degrees.get(2));
    iri("worksFor", base);
    if (number % 4 != 3) literal("researchInterest", "Research" + random.nextInt(30));
    if (number == 0) iri("headOf", base);
    for (int i = 0; i < 12; i++) {
      subject(self + "/Publication" + i, "Publication");
      if (++publications % WRONG == 0) results++;
      else literal("name", "Publication" + i);
      iri("publicationAuthor", self);
    }
    degrees.forEach(this::named);
  }

  private String anyUniversity() {
    return university(random.nextInt(UNIVERSITIES));
  }

  private void student(String base, int number) {
    boolean graduate = number % 4 == 0;
    String kind = graduate ? "GraduateStudent" : "UndergraduateStudent";
    subject(base + "/" + kind + number, kind);
    contact(base, kind + number);
    iri("memberOf", base);
    int advisor = random.nextInt(FACULTY / 4) * 4 + random.nextInt(3);
    iri("advisor", base + "/" + RANKS[advisor % 4] + advisor);
    int first = random.nextInt(COURSES / 2);
    for (int i = 0; i < 2 + number % 2; i++)
      iri("takesCourse", base + "/" + course((first + i) % (COURSES / 2) * 2 + (graduate ? 1 : 0)));
    if (!graduate) return;
    String degree = anyUniversity();
    iri("undergraduateDegreeFrom", degree);
    named(degree);
  }

  private void subject(String iri, String type) {
    end();
    current = iri;
    if (turtle) put("<" + iri + "> a ub:" + type);
    else put("<" + iri + "> <" + TYPE + "> <" + UB + type + "> .\n");
    open = true;
    triples++;
  }

  private void end() {
    if (turtle && open) put(" .\n");
    open = false;
  }

  private void iri(String property, String iri) {
    statement(property, "<" + iri + ">");
  }

  private void literal(String property, String text) {
    statement(property, "\"" + text + "\"");
  }

  private void statement(String property, String object) {
    if (turtle) put(" ;\n  ub:" + property + " " + object);
    else put("<" + current + "> <" + UB + property + "> " + object + " .\n");
    triples++;
  }

  private void put(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
