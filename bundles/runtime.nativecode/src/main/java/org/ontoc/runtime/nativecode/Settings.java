// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.time.Duration;
import java.util.Optional;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.ir.Origin;

/**
 * What the user chose.
 *
 * @param compiler a name or a path; empty: the first that is found
 * @param limit of one run of the compiler
 */
record Settings(Optional<String> compiler, CompilerSearch search, Profile profile, Duration limit) {
  /** Reads the options; reports what is wrong with them and is empty then. */
  static Optional<Settings> of(Context context) {
    String word = context.option("profile", Profile.PORTABLE.word());
    Optional<Profile> profile = Profile.of(word);
    if (profile.isEmpty()) {
      wrong(context, "there is no profile '" + word + "'", "the profiles are " + Profile.words());
      return Optional.empty();
    }
    String seconds = context.option("cc-timeout", "120");
    Optional<Duration> limit = limit(seconds);
    if (limit.isEmpty()) {
      wrong(
          context,
          "the option cc-timeout is '" + Tail.printable(seconds) + "'",
          "give a whole number of seconds from 1 to 86400");
      return Optional.empty();
    }
    return Optional.of(
        new Settings(compiler(context), searchOfThisProcess(), profile.get(), limit.get()));
  }

  private static void wrong(Context context, String message, String hint) {
    context.error("E0607", Origin.NOWHERE, message, hint);
  }

  private static Optional<Duration> limit(String seconds) {
    if (!seconds.matches("[0-9]{1,5}")) return Optional.empty();
    int number = Integer.parseInt(seconds);
    return number < 1 || number > 86_400
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(number));
  }

  // CC is not read: by custom it holds a command line, and whoever sets it for another build would
  // choose ours
  private static Optional<String> compiler(Context context) {
    String option = context.option("cc", "");
    if (!option.isEmpty()) return Optional.of(option);
    return Optional.ofNullable(System.getenv("ONTOC_CC")).filter(value -> !value.isEmpty());
  }

  static CompilerSearch searchOfThisProcess() {
    String path = System.getenv("PATH");
    return CompilerSearch.of(path == null ? "/usr/local/bin:/usr/bin:/bin" : path);
  }
}
