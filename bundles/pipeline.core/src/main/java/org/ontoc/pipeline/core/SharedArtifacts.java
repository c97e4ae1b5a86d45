// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ontoc.pipeline.Artifact;

/**
 * What a stage makes once for many compilations: an entry of the cache of its own, under the same
 * rules as all others.
 */
record SharedArtifacts(Member<?> member, Run run, Stores stores) implements Run.Keeping {
  /** The stage failed and said so: there is nothing to keep. */
  private static final class NothingMade extends RuntimeException {
    private static final long serialVersionUID = 1;

    NothingMade() {
      super(null, null, false, false);
    }
  }

  @Override
  public List<Artifact> apply(String key, Supplier<List<Artifact>> make) {
    Made made = new Made(make);
    try {
      return stores
          .store(run, run.options())
          .get(
              CacheKey.of("shared 1", member.stage(), member.offer().identity(), key),
              made,
              damage -> Store.warnOfDamage(run, damage),
              run::checkCancelled)
          .artifacts();
    } catch (NothingMade _) {
      return List.of();
    } catch (IOException _) {
      // the compilation itself meets the same cache next, and reports what is wrong with it
      return made.artifacts.orElseGet(make);
    }
  }

  /** Makes, verifies and remembers. */
  private static final class Made implements Supplier<List<Artifact>> {
    private final Supplier<List<Artifact>> make;
    private Optional<List<Artifact>> artifacts = Optional.empty();

    Made(Supplier<List<Artifact>> make) {
      this.make = make;
    }

    @Override
    public List<Artifact> get() {
      if (artifacts.isPresent()) return artifacts.get();
      List<Artifact> now = List.copyOf(make.get());
      if (now.isEmpty()) throw new NothingMade();
      Optional<String> fault = ArtifactVerifier.verify(now);
      if (fault.isPresent()) throw new IllegalStateException(fault.get());
      artifacts = Optional.of(now);
      return now;
    }
  }
}
