// SPDX-License-Identifier: Apache-2.0
package small;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ontoc.runtime.graph.Validation;
import org.ontoc.runtime.graph.Validator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Parses and validates one small document from bytes. */
@State(Scope.Thread)
public class JvmSmall {
  @Param("") public String shapesFile;
  @Param("") public String dataFile;
  private Validator validator;
  private byte[] document;

  /** The shapes are a class here. */
  @Setup
  public void read() throws Exception {
    validator = Validator.of(shapesFile, JvmSmall.class.getClassLoader());
    document = Files.readAllBytes(Path.of(dataFile));
    if (validate() != 0) throw new IllegalStateException("the document conforms");
  }

  @Benchmark
  public long validate() throws Exception {
    Validation validation = validator.validation();
    validation.read(ByteBuffer.wrap(document), Validation.Format.N_TRIPLES, "");
    return validation.validate(result -> {}).results();
  }
}
