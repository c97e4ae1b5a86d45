// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * The functions of a loaded validator library (its header NAME.h tells their contract). Valid as
 * long as the arena it was loaded in.
 */
final class NativeLibrary {
  private static final int ABI = 1;
  // struct NAME_error { const char *message; uint32_t line, column; uint64_t offset; }
  private static final AddressLayout ERROR =
      ADDRESS.withTargetLayout(
          MemoryLayout.structLayout(
              ADDRESS.withTargetLayout(
                  MemoryLayout.sequenceLayout(4096, java.lang.foreign.ValueLayout.JAVA_BYTE)),
              JAVA_INT,
              JAVA_INT,
              JAVA_LONG));

  private final MethodHandle create;
  private final MethodHandle readStream;
  private final MethodHandle validateText;
  private final MethodHandle lastError;
  private final MethodHandle destroy;

  /** Loads a library; throws IllegalArgumentException when the system refuses it. */
  NativeLibrary(Path file, String prefix, Arena arena) throws LibraryPool.Unusable {
    SymbolLookup symbols = SymbolLookup.libraryLookup(file, arena);
    Binder binder = new Binder(symbols, prefix);
    int abi = abi(binder.bind("abi", FunctionDescriptor.of(JAVA_INT)));
    if (abi != ABI) throw new LibraryPool.Unusable("its interface has version " + abi);
    create = binder.bind("create", FunctionDescriptor.of(ADDRESS, ADDRESS));
    readStream =
        binder.bind(
            "read_stream",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
    validateText =
        binder.bind("validate_text", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
    lastError = binder.bind("last_error", FunctionDescriptor.of(ERROR, ADDRESS));
    destroy = binder.bind("destroy", FunctionDescriptor.ofVoid(ADDRESS));
  }

  private record Binder(SymbolLookup symbols, String prefix) {
    MethodHandle bind(String function, FunctionDescriptor type) throws LibraryPool.Unusable {
      String symbol = prefix + "_" + function;
      MemorySegment address =
          symbols
              .find(symbol)
              .orElseThrow(() -> new LibraryPool.Unusable("it lacks the function " + symbol));
      return Linker.nativeLinker().downcallHandle(address, type);
    }
  }

  private static int abi(MethodHandle handle) {
    try {
      return (int) handle.invokeExact();
    } catch (Throwable bug) {
      throw bug(bug);
    }
  }

  /** A new validator; null address when there is no memory. */
  MemorySegment create() {
    try {
      return (MemorySegment) create.invokeExact(MemorySegment.NULL);
    } catch (Throwable bug) {
      throw bug(bug);
    }
  }

  int readStream(
      MemorySegment validator,
      int format,
      MemorySegment base,
      MemorySegment function,
      MemorySegment context) {
    try {
      return (int) readStream.invokeExact(validator, format, base, function, context);
    } catch (Throwable bug) {
      throw bug(bug);
    }
  }

  int validateText(MemorySegment validator, MemorySegment function, MemorySegment context) {
    try {
      return (int) validateText.invokeExact(validator, function, context);
    } catch (Throwable bug) {
      throw bug(bug);
    }
  }

  /** Why the last call failed, in a document of the given number. */
  MachineLine.Fault lastError(MemorySegment validator, MachineLine.Kind kind, int file) {
    try {
      MemorySegment error = (MemorySegment) lastError.invokeExact(validator);
      MachineLine.Position at =
          new MachineLine.Position(file, error.get(JAVA_INT, 8), error.get(JAVA_INT, 12));
      MemorySegment message = error.get(ADDRESS, 0);
      String text =
          message.address() == 0
              ? "the data could not be validated"
              : message.reinterpret(4096).getString(0);
      return new MachineLine.Fault(kind, at, error.get(JAVA_LONG, 16), text);
    } catch (Throwable bug) {
      throw bug(bug);
    }
  }

  void destroy(MemorySegment validator) {
    try {
      destroy.invokeExact(validator);
    } catch (Throwable bug) {
      throw bug(bug);
    }
  }

  // a downcall throws only when it is called wrongly
  private static RuntimeException bug(Throwable cause) {
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
