// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.ontoc.pipeline.Context;

/** Compiles and runs a small program to find out whether some flags work on this machine. */
final class Trial {
  private static final String PROGRAM =
      """
      #include <stdio.h>
      #include <stdlib.h>
      int main(void) {
        char *text = malloc(6);
        if (text == NULL) return 1;
        for (int i = 0; i < 5; i++) text[i] = (char)('a' + i);
        text[5] = 0;
        puts(text);
        free(text);
        return 0;
      }
      """;

  private Trial() {}

  static boolean runs(CCompiler compiler, List<String> flags, Settings settings, Context context) {
    try (BuildFolder folder = BuildFolder.create()) {
      Files.writeString(folder.file("trial.c"), PROGRAM);
      Tool tool =
          new Tool(folder.path(), settings.search().searchPath(), settings.limit(), context);
      List<String> command = new ArrayList<>(List.of(compiler.path().toString()));
      command.addAll(flags);
      command.addAll(List.of("-o", "trial", "trial.c"));
      return succeeded(tool.run(command), "")
          && succeeded(tool.run(List.of(folder.file("trial").toString())), "abcde");
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean succeeded(Tool.Outcome outcome, String last) {
    return outcome instanceof Tool.Outcome.Exited(int status, String text)
        && status == 0
        && text.endsWith(last);
  }
}
