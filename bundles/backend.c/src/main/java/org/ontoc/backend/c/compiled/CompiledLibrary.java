// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c.compiled;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * A validator library, loaded. Any number of threads may ask it for validators; a validator serves
 * one thread at a time, and many documents one after another. JDK 22 or later on a 64-bit system;
 * no dependencies. Start Java with {@code --enable-native-access=ALL-UNNAMED}.
 */
public final class CompiledLibrary implements AutoCloseable {
  private static final String PREFIX = "compiled";

  private static final FunctionDescriptor DOCUMENT =
      FunctionDescriptor.of(
          JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);

  private final Arena arena = Arena.ofShared();
  final MethodHandle create;
  final MethodHandle destroy;
  final MethodHandle detail;
  final MethodHandle document;
  final MethodHandle shortDocument;
  final MethodHandle documents;
  final MethodHandle validate;
  final MethodHandle error;
  final MethodHandle statistics;

  private CompiledLibrary(Path file, String prefix) {
    SymbolLookup symbols = SymbolLookup.libraryLookup(file, arena);
    Linker linker = Linker.nativeLinker();
    create = bind(linker, symbols, prefix + "_create", FunctionDescriptor.of(ADDRESS, ADDRESS));
    destroy = bind(linker, symbols, prefix + "_destroy", FunctionDescriptor.ofVoid(ADDRESS));
    FunctionDescriptor numbers = FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT);
    detail = bind(linker, symbols, prefix + "_detail", numbers);
    String one = prefix + "_validate_document";
    document = bind(linker, symbols, one, DOCUMENT);
    shortDocument = bind(linker, symbols, one, DOCUMENT, Linker.Option.critical(true));
    documents = bind(linker, symbols, prefix + "_validate_documents", DOCUMENT);
    FunctionDescriptor results = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    validate = bind(linker, symbols, prefix + "_validate", results);
    FunctionDescriptor part = FunctionDescriptor.of(ADDRESS, ADDRESS);
    error = bind(linker, symbols, prefix + "_last_error", part);
    statistics = bind(linker, symbols, prefix + "_last_statistics", part);
  }

  private static MethodHandle bind(
      Linker linker,
      SymbolLookup symbols,
      String symbol,
      FunctionDescriptor type,
      Linker.Option... options) {
    return linker.downcallHandle(symbols.findOrThrow(symbol), type, options);
  }

  /** Loads a library; throws IllegalArgumentException when the system refuses it. */
  public static CompiledLibrary load(Path library) {
    return load(library, PREFIX);
  }

  /** Loads a library whose functions begin so. */
  static CompiledLibrary load(Path library, String prefix) {
    return new CompiledLibrary(library.toAbsolutePath(), prefix);
  }

  /** A validator of its own memory; throws OutOfMemoryError when there is none. */
  public Validator validator() {
    return new Validator(this);
  }

  /** Unloads the library: none of its validators may be used any more, nor be open. */
  @Override
  public void close() {
    arena.close();
  }

  // a downcall throws only when it is called wrongly, and then a RuntimeException
  static RuntimeException wrong(Throwable cause) {
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  static MemorySegment invoke(MethodHandle function, MemorySegment argument) {
    try {
      return (MemorySegment) function.invokeExact(argument);
    } catch (Throwable cause) {
      throw wrong(cause);
    }
  }
}
