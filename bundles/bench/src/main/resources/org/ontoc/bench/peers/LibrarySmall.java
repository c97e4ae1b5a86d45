// SPDX-License-Identifier: Apache-2.0
package small;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ontoc.compiled.lubm_shapes.CompiledLibrary;
import org.ontoc.compiled.lubm_shapes.Format;
import org.ontoc.compiled.lubm_shapes.Validator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Parses and validates one small document from bytes. */
@State(Scope.Thread)
public class LibrarySmall {
  @Param("") public String shapesFile;
  @Param("") public String dataFile;
  private Validator validator;
  private MemorySegment document;

  /** The shapes are a library here. */
  @Setup
  public void read() throws Exception {
    validator = CompiledLibrary.load(Path.of(shapesFile)).validator();
    byte[] bytes = Files.readAllBytes(Path.of(dataFile));
    document = Arena.global().allocate(bytes.length);
    document.copyFrom(MemorySegment.ofArray(bytes));
    if (validate() != 0) throw new IllegalStateException("the document conforms");
  }

  @Benchmark
  public long validate() throws Exception {
    return validator.validate(document, Format.N_TRIPLES);
  }
}
