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
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import org.ontoc.pipeline.validation.DataFault;

/**
 * The functions of a loaded validator library (its header NAME.h tells their contract). Valid as
 * long as the arena it was loaded in.
 */
final class NativeLibrary {
  private static final int ABI = 1;
  // struct NAME_error { int status; const char *message; uint32_t document, line, column; uint64_t
  // offset; }
  private static final StructLayout ERROR =
      MemoryLayout.structLayout(
          JAVA_INT.withName("status"),
          MemoryLayout.paddingLayout(4),
          ADDRESS
              .withTargetLayout(MemoryLayout.sequenceLayout(4096, ValueLayout.JAVA_BYTE))
              .withName("message"),
          JAVA_INT.withName("document"),
          JAVA_INT.withName("line"),
          JAVA_INT.withName("column"),
          MemoryLayout.paddingLayout(4),
          JAVA_LONG.withName("offset"));

  private final MethodHandle create;
  private final MethodHandle readStream;
  private final MethodHandle validateText;
  private final MethodHandle lastError;
  private final MethodHandle limit;
  private final MethodHandle detail;
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
    lastError =
        binder.bind("last_error", FunctionDescriptor.of(ADDRESS.withTargetLayout(ERROR), ADDRESS));
    limit = binder.bind("limit", FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG));
    detail = binder.bind("detail", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT));
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

  /** Why the last call failed. */
  MachineLine.Fault lastError(MemorySegment validator, DataFault.Kind kind) {
    try {
      MemorySegment error = (MemorySegment) lastError.invokeExact(validator);
      MachineLine.Position at =
          new MachineLine.Position(
              error.get(JAVA_INT, offset("document")),
              error.get(JAVA_INT, offset("line")),
              error.get(JAVA_INT, offset("column")));
      MemorySegment message = error.get((AddressLayout) layout("message"), offset("message"));
      String text = message.address() == 0 ? "it gave no reason" : message.getString(0);
      return new MachineLine.Fault(kind, at, error.get(JAVA_LONG, offset("offset")), text);
    } catch (Throwable bug) {
      throw bug(bug);
    }
  }

  private static long offset(String field) {
    return ERROR.byteOffset(MemoryLayout.PathElement.groupElement(field));
  }

  private static MemoryLayout layout(String field) {
    return ERROR.select(MemoryLayout.PathElement.groupElement(field));
  }

  /** Sets the longest line or token that is accepted. */
  void limit(MemorySegment validator, long lineBytes) {
    try {
      limit.invokeExact(validator, lineBytes);
    } catch (Throwable bug) {
      throw bug(bug);
    }
  }

  /** Sets how results are explained. */
  void detail(MemorySegment validator, int depth, int results) {
    try {
      detail.invokeExact(validator, depth, results);
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
