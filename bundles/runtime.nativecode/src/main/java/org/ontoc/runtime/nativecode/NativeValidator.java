// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.Validator;
import org.ontoc.pipeline.ir.Origin;
import org.ontoc.pipeline.validation.Documents;
import org.ontoc.pipeline.validation.ValidationOptions;

/** What both ways to run a validator share: documents and options are looked at, closing waits. */
abstract class NativeValidator implements Validator {
  private final Results results;
  // held for reading while a validation runs: closing waits
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private boolean closed;

  NativeValidator(Results results) {
    this.results = results;
  }

  /** One validation. */
  abstract Statistics run(
      Documents documents, ValidationOptions options, Conversation conversation, Context context);

  /** Empty when an option is wrong, which is reported. */
  Optional<ValidationOptions> options(Context context) {
    return ValidationOptions.of(context);
  }

  /** Called once, when no validation runs any more. */
  abstract void release();

  @Override
  public final Statistics validate(
      List<Source> data, Consumer<ValidationResult> consumer, Context context) {
    use.readLock().lock();
    try {
      if (closed) throw new IllegalStateException("the validator is closed");
      Optional<Documents> documents = Documents.of(data, context);
      Optional<ValidationOptions> options = options(context);
      if (documents.isEmpty() || options.isEmpty()) return Statistics.NONE;
      Documents known = documents.get();
      Conversation conversation = new Conversation(results, known, consumer, context);
      return run(known, options.get(), conversation, context);
    } finally {
      use.readLock().unlock();
    }
  }

  @Override
  public final void close() {
    use.writeLock().lock();
    try {
      if (closed) return;
      closed = true;
      release();
    } finally {
      use.writeLock().unlock();
    }
  }

  static void bug(Context context, String message, String hint) {
    context.error("E0905", Origin.NOWHERE, message, hint);
  }
}
