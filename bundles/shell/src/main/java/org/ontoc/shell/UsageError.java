// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words what is wrong with a command line. */
final class UsageError {
  private UsageError() {}

  static Refusal of(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    String page = "'" + command.getCommandSpec().qualifiedName() + " --help' lists the options";
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty())
      return unmatched(unmatched.getUnmatched().getFirst(), command, page);
    if (command.getParent() == null)
      return refusal("a command is missing", "'ontoc help' lists the commands");
    String first = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong usage");
    return refusal(decapitalize(first), page);
  }

  private static Refusal unmatched(String typed, CommandLine command, String page) {
    boolean option = typed.startsWith("-") && typed.length() > 1;
    if (option)
      return refusal(
          "unknown option '" + typed + "'", Suggestions.hint(typed, options(command), page));
    if (command.getParent() == null)
      return refusal(
          "unknown command '" + typed + "'",
          Suggestions.hint(
              typed, command.getSubcommands().keySet(), "'ontoc help' lists the commands"));
    return refusal("unexpected argument '" + typed + "'", page);
  }

  private static Collection<String> options(CommandLine command) {
    List<String> names = new ArrayList<>();
    for (var option : command.getCommandSpec().options()) names.addAll(List.of(option.names()));
    return names;
  }

  private static Refusal refusal(String message, String hint) {
    return new Refusal("E0150", message, hint);
  }

  private static String decapitalize(String text) {
    boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
    return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
  }
}
