// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ontoc.pipeline.Diagnostic;

/** What a user can send us when the shell itself fails. Stages' failures are the platform's. */
final class CrashReport {
  private CrashReport() {}

  /** Writes the report into the folder for temporary files and says where it is. */
  static Diagnostic write(Throwable thrown, String version) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println("ontoc " + version);
    out.println("Java " + Runtime.version() + ", " + System.getProperty("os.name"));
    thrown.printStackTrace(out);
    String where;
    try {
      Path file = Files.createTempFile("ontoc-crash-", ".txt");
      Files.writeString(file, text.toString());
      where = "please report it with " + file;
    } catch (IOException failed) {
      where = "the crash report could not be written: " + failed.getMessage();
    }
    return Refusal.diagnostic("E0901", "ontoc failed because of a bug: " + thrown, where);
  }
}
