// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Stage;
import org.ontoc.pipeline.Step;

/**
 * Wraps every stage: measures it, tells the listeners, verifies what it returns, and turns what it
 * throws into one diagnostic that names it and its bundle.
 */
final class Runner {
  private final Run run;
  private final Quarantine quarantine;
  private final CrashReports crashes;
  private final Stores stores;

  Runner(Run run, Quarantine quarantine, CrashReports crashes, Stores stores) {
    this.run = run;
    this.quarantine = quarantine;
    this.crashes = crashes;
    this.stores = stores;
  }

  Run state() {
    return run;
  }

  /**
   * Runs a stage.
   *
   * @param verify the first thing that is wrong with an output
   */
  <I, O> O run(
      Member<? extends Stage<I, O>> member,
      Step.Phase phase,
      I input,
      Function<O, Optional<String>> verify) {
    return call(
        member,
        phase,
        context -> member.service().apply(input, context),
        output -> output == input ? Optional.empty() : verify.apply(output),
        output -> !input.equals(output));
  }

  /** Runs any other service. */
  <O> O call(
      Member<?> member,
      Step.Phase phase,
      Function<Context, O> body,
      Function<O, Optional<String>> verify,
      Function<O, Boolean> changed) {
    run.checkCancelled();
    run.started(phase, member);
    Meter meter = new Meter();
    O output;
    try {
      output = body.apply(run.context(member.stage(), new SharedArtifacts(member, run, stores)));
      run.checkCancelled();
    } catch (Throwable thrown) {
      throw failed(member, phase, meter, thrown);
    }
    if (run.failed()) {
      ended(member, phase, meter, Step.State.FAILED, false);
      run.stopWhenFailed();
    }
    Optional<String> fault = fault(output, verify);
    if (fault.isPresent()) throw broke(member, phase, meter, fault.get());
    quarantine.success(member.offer());
    ended(member, phase, meter, Step.State.COMPLETED, changed.apply(output));
    return output;
  }

  /** Runs a step of the platform itself. */
  <O> O step(Step.Phase phase, Supplier<O> body) {
    String stage = Phases.word(phase);
    run.checkCancelled();
    run.started(phase, stage, "");
    Meter meter = new Meter();
    O output;
    try {
      output = body.get();
    } catch (Throwable thrown) {
      run.ended(meter.step(phase, stage, "", stateAfter(), false, false));
      throw thrown;
    }
    Step.State state = run.failed() ? Step.State.FAILED : Step.State.COMPLETED;
    run.ended(meter.step(phase, stage, "", state, false, false));
    run.stopWhenFailed();
    return output;
  }

  private void ended(
      Member<?> member, Step.Phase phase, Meter meter, Step.State state, boolean changed) {
    run.ended(meter.step(phase, member.stage(), member.bundle(), state, changed, false));
  }

  private Step.State stateAfter() {
    return run.cause() == null ? Step.State.FAILED : Step.State.CANCELLED;
  }

  private static <O> Optional<String> fault(
      @Nullable O output, Function<O, Optional<String>> verify) {
    if (output == null) return Optional.of("it returned null");
    try {
      return verify.apply(output);
    } catch (RuntimeException | StackOverflowError unverifiable) {
      return Optional.of("its output cannot be verified: " + unverifiable);
    }
  }

  private RuntimeException failed(
      Member<?> member, Step.Phase phase, Meter meter, Throwable thrown) {
    ended(member, phase, meter, stateAfter(), false);
    if (run.cause() != null) return new Stopped(Stopped.Then.ANSWER);
    if (member.offer().gone()) return new Stopped(Stopped.Then.RETRY);
    Optional<UnreadableDocument> unreadable = UnreadableDocument.among(thrown);
    if (unreadable.isPresent()) {
      run.report(unreadable.get().diagnostic(member.stage()));
    } else if (thrown instanceof OutOfMemoryError) {
      run.stop(Run.Cause.MEMORY);
      run.report(
          Severity.ERROR,
          Run.Cause.MEMORY.code,
          "the Java heap is full in " + member,
          "give the platform more memory with -Xmx, or split the input");
    } else if (!run.failed()) {
      run.report(Severity.ERROR, "E0901", blame(member, phase, thrown), "");
      countFault(member);
    }
    return new Stopped(Stopped.Then.ANSWER);
  }

  private String blame(Member<?> member, Step.Phase phase, Throwable thrown) {
    String sentence = member + " failed: " + thrown;
    return sentence + crashes.write(run, phase, sentence, thrown).map(p -> "; see " + p).orElse("");
  }

  private RuntimeException broke(Member<?> member, Step.Phase phase, Meter meter, String fault) {
    ended(member, phase, meter, Step.State.FAILED, false);
    if (member.offer().gone()) return new Stopped(Stopped.Then.RETRY);
    run.report(
        Severity.ERROR, "E0902", member + " broke its contract: " + fault, "leave it out for now");
    countFault(member);
    return new Stopped(Stopped.Then.ANSWER);
  }

  private void countFault(Member<?> member) {
    if (!quarantine.fault(member.offer())) return;
    run.report(
        Severity.WARNING,
        "W0902",
        member + " failed " + Quarantine.FAULTS + " times in a row and is in quarantine",
        "restart or replace the bundle to have it called again");
  }
}
