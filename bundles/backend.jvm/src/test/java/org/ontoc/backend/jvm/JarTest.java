// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontoc.conformance.Suites;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.tck.RecordingContext;
import org.ontoc.runtime.graph.Node;
import org.ontoc.runtime.graph.Part;
import org.ontoc.runtime.graph.Validation;
import org.ontoc.runtime.graph.Validator;

/** The jar of a plan runs by itself, and is a library without OSGi. */
final class JarTest {
  private static Path jar(Path folder) throws Exception {
    RecordingContext context = RecordingContext.of();
    for (Artifact artifact :
        new JvmBackend().apply(Built.plan(LoadingTest.SHAPES, context), context))
      if (artifact.path().endsWith(".jar"))
        return Files.write(folder.resolve(artifact.path()), artifact.bytes());
    throw new AssertionError(context.diagnostics().toString());
  }

  private record Output(int status, String out, String err) {}

  private static Output run(Path folder, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", jar(folder).toString()));
    command.addAll(List.of(arguments));
    File errors = folder.resolve("errors").toFile();
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Output(process.waitFor(), out, Files.readString(errors.toPath()));
  }

  @Test
  void runsLikeTheExecutable(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("d.ttl"), LoadingTest.DATA);
    Output output = run(folder, "d.ttl");
    assertEquals(1, output.status, output.err);
    String[] lines = output.out.split("\\R");
    assertEquals(2, lines.length, output.out);
    assertTrue(lines[0].startsWith("d.ttl:2:20: violation: <http://e/a> <http://e/name>: "));
    assertTrue(lines[1].startsWith("d.ttl:3:7: violation: <http://e/b> <http://e/name>: "));
    assertTrue(output.err.startsWith("2 results for 2 focus nodes; 3 triples, 3 kept"), output.err);
  }

  @Test
  void saysWhereTheDataIsWrong(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("d.nt"), "<http://e/a> <http://e/b> .\n");
    Output output = run(folder, "--name", "x.nt", "d.nt");
    assertEquals(3, output.status);
    assertTrue(output.err.startsWith("x.nt:1:27: error: an object must be"), output.err);
    assertEquals(2, run(folder).status);
  }

  /** How an RDF4J model gets in, without a dependency on RDF4J; docs/jvm.md shows it, too. */
  private static Node node(Value value) {
    return switch (value) {
      case Literal literal when literal.getLanguage().isPresent() ->
          Node.tagged(literal.getLabel(), literal.getLanguage().get());
      case Literal literal -> Node.literal(literal.getLabel(), literal.getDatatype().stringValue());
      case BNode blank -> Node.blank(blank.getID());
      default -> Node.iri(value.stringValue());
    };
  }

  @Test
  void isALibraryForJavaPrograms(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("d.ttl"), LoadingTest.DATA);
    Model model = Suites.read(folder.resolve("d.ttl"), RDFFormat.TURTLE, "http://base/");
    URL[] urls = {jar(folder).toUri().toURL()};
    String name = Symbols.PACKAGE + ".Shapes";
    // the runtime's classes come from the test's own loader, the compiled ones from the jar
    try (URLClassLoader loader = new URLClassLoader(urls, Part.class.getClassLoader())) {
      Validation validation = Validator.of(name, loader).validation();
      for (Statement it : model)
        validation.add(node(it.getSubject()), node(it.getPredicate()), node(it.getObject()));
      List<String> found = new ArrayList<>();
      validation.validate(result -> found.add(validation.term(result.focus()).toString()));
      assertEquals(List.of("<http://e/a>", "<http://e/b>"), found);
    }
    // and by itself, with nothing of ours around
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      Object validator = loader.loadClass(name).getMethod("validator").invoke(null);
      Object validation = validator.getClass().getMethod("validation").invoke(validator);
      validation
          .getClass()
          .getMethod("read", Path.class)
          .invoke(validation, folder.resolve("d.ttl"));
      List<Object> found = new ArrayList<>();
      java.util.function.Consumer<Object> consumer = found::add;
      validation
          .getClass()
          .getMethod("validate", java.util.function.Consumer.class)
          .invoke(validation, consumer);
      assertEquals(2, found.size());
    }
  }
}
