// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.List;
import java.util.Optional;
import org.ontoc.pipeline.Backend;
import org.ontoc.pipeline.Toolchain;
import org.ontoc.pipeline.ValidatorProvider;

/** A target that takes SPARQL and whose validators can be executed here. */
record Delegate(String target, Member<Backend> backend, Optional<Member<Toolchain>> toolchain) {
  /** Whether a back end says so, with {@link Backend.Sparql}. */
  static boolean takesQueries(Offer<Backend> backend) {
    return Boolean.TRUE.equals(backend.property("sparql"));
  }

  /** Empty when there is none; the back end of the request then says what it cannot take. */
  static Optional<Delegate> of(Selection selection) {
    List<String> executed = selection.words(ValidatorProvider.class, "opens", _ -> true);
    for (String target : selection.words(Backend.class, "target", Delegate::takesQueries)) {
      if (!executed.contains(target)) continue;
      Optional<Member<Backend>> backend =
          selection.one(Backend.class, "back end", "target", target);
      if (backend.isPresent())
        return Optional.of(
            new Delegate(
                target,
                backend.get(),
                selection.one(Toolchain.class, "toolchain", "builds", target)));
    }
    return Optional.empty();
  }
}
