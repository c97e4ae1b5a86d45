// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.bitactor.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.ontoc.pipeline.TerminalText;
import org.ontoc.runtime.bitactor.ImageException;
import org.ontoc.runtime.bitactor.ImageHeader;
import org.ontoc.runtime.bitactor.graph.GraphReader;

/** A command about an image: says what is wrong, and with which exit code. */
abstract class ImageCommand implements ToIntFunction<String[]> {
  private static final int USAGE = 2;
  private static final int DATA = 3;

  /** The command line is not understood. */
  static final class Misuse extends Exception {
    private static final long serialVersionUID = 1;

    Misuse(String message) {
      super(message);
    }
  }

  /** What the command is called with, for people. */
  abstract String usage();

  abstract int run(List<String> arguments, PrintStream out)
      throws Misuse, IOException, ImageException;

  @Override
  public final int applyAsInt(String[] arguments) {
    List<String> words = List.of(arguments);
    try {
      if (words.contains("--help") || words.contains("-h")) {
        System.out.print(usage());
        return 0;
      }
      int code = run(words, System.out);
      System.out.flush();
      return code;
    } catch (Misuse wrong) {
      say("E0150", "", wrong);
      System.err.print(usage());
      return USAGE;
    } catch (NoSuchFileException missing) {
      say("E0101", "there is no file ", missing);
      return USAGE;
    } catch (IOException unreadable) {
      say("E0104", "cannot be read or written: ", unreadable);
      return USAGE;
    } catch (ImageException refused) {
      say("E0731", "the image is refused: ", refused);
      return DATA;
    }
  }

  private static void say(String code, String sentence, Exception thrown) {
    System.err.println("error[" + code + "]: " + sentence + shown(thrown));
  }

  private static String shown(Exception thrown) {
    return TerminalText.sanitize(String.valueOf(thrown.getMessage()));
  }

  /** The bytes of the image that a command line names first. */
  static byte[] image(List<String> arguments) throws Misuse, IOException {
    if (arguments.isEmpty()) throw new Misuse("name the image");
    return Files.readAllBytes(Path.of(arguments.getFirst()));
  }

  static boolean isGraph(byte[] image) throws ImageException {
    return ImageHeader.mode(image) == GraphReader.MODE;
  }

  static long number(String option, String value) throws Misuse {
    if (!value.matches("[0-9]{1,12}")) throw new Misuse(option + " needs a number, not " + value);
    return Long.parseLong(value);
  }
}
