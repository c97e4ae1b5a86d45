// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.validation.DataFault;
import org.ontoc.pipeline.validation.Documents;
import org.ontoc.pipeline.validation.ValidationOptions;

/** Runs the validator inside this process, one native object for each validation. */
final class LibraryValidator extends NativeValidator {
  private static final int OK = 0;
  private static final int SYNTAX = 1;
  private static final int MEMORY = 2;
  private static final int LIMIT = 3;

  private final LibraryPool.Lease lease;
  private final Upcalls upcalls = new Upcalls();

  LibraryValidator(LibraryPool.Lease lease, Results results) {
    super(results);
    this.lease = lease;
  }

  @Override
  Optional<ValidationOptions> options(Context context) {
    return ValidationOptions.inMemory(context);
  }

  @Override
  Statistics run(
      Documents documents, ValidationOptions options, Conversation conversation, Context context) {
    NativeLibrary library = lease.library();
    MemorySegment validator = library.create();
    if (validator.address() == 0) {
      conversation.report(memory());
      return Statistics.NONE;
    }
    options.maxLineBytes().ifPresent(bytes -> library.limit(validator, bytes));
    library.detail(validator, options.detailDepth(), options.detailResults());
    try (Upcalls.Session session = upcalls.open(conversation, context)) {
      for (int i = 0; i < documents.list().size(); i++) {
        int status = read(library, validator, documents.list().get(i), session);
        if (!good(status, library, validator, session, conversation)) return Statistics.NONE;
      }
      int status = library.validateText(validator, upcalls.write(), session.handle());
      if (!good(status, library, validator, session, conversation)) return Statistics.NONE;
    } finally {
      library.destroy(validator);
    }
    return conversation
        .statistics()
        .orElseGet(
            () -> {
              bug(context, "the compiled validator came to no end", "");
              return Statistics.NONE;
            });
  }

  private int read(
      NativeLibrary library,
      MemorySegment validator,
      Documents.Document document,
      Upcalls.Session session) {
    try (Arena arena = Arena.ofConfined();
        Reading reading = Reading.of(document.source())) {
      session.source(document.source(), reading);
      MemorySegment base = arena.allocateFrom(document.base());
      return library.readStream(
          validator, number(document.format()), base, upcalls.read(), session.handle());
    } catch (Reading.Fault fault) {
      session.unread(new Reading.Unread(document.source(), String.valueOf(fault.getMessage())));
      return OK;
    }
  }

  /** The number of the C interface. */
  private static int number(Documents.Format format) {
    return switch (format) {
      case N_TRIPLES -> 0;
      case TURTLE -> 1;
    };
  }

  /** Whether a call went well; otherwise rethrows or reports why not. */
  private static boolean good(
      int status,
      NativeLibrary library,
      MemorySegment validator,
      Upcalls.Session session,
      Conversation conversation) {
    if (session.failed()) return false;
    switch (status) {
      case OK -> {
        return true;
      }
      case SYNTAX -> conversation.report(library.lastError(validator, DataFault.Kind.SYNTAX));
      case MEMORY -> conversation.report(library.lastError(validator, DataFault.Kind.MEMORY));
      case LIMIT -> conversation.report(library.lastError(validator, DataFault.Kind.LIMIT));
      default -> session.bug("the compiled validator gave the status " + status);
    }
    return false;
  }

  private static MachineLine.Fault memory() {
    return new MachineLine.Fault(
        DataFault.Kind.MEMORY, new MachineLine.Position(-1, 0, 0), 0, "there is no memory left");
  }

  @Override
  void release() {
    upcalls.close();
    lease.close();
  }
}
