// SPDX-License-Identifier: Apache-2.0
import java.nio.file.Path;
import org.ontoc.runtime.graph.Validation;
import org.ontoc.runtime.graph.Validator;

/** JvmTimes CLASS DATA TIMES: reads and validates that often in one process and says how long each took. */
final class JvmTimes {
  public static void main(String[] arguments) throws Exception {
    Validator validator = Validator.of(arguments[0], JvmTimes.class.getClassLoader());
    for (int i = Integer.parseInt(arguments[2]); i > 0; i--) {
      Validation validation = validator.validation();
      long start = System.nanoTime();
      validation.read(Path.of(arguments[1]));
      long loaded = System.nanoTime();
      Validation.Statistics statistics = validation.validate(result -> {});
      long checked = System.nanoTime();
      System.out.println((loaded - start) + " " + (checked - loaded) + " " + statistics.results());
    }
  }
}
