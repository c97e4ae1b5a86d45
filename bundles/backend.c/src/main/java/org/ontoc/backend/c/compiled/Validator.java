// SPDX-License-Identifier: Apache-2.0
package org.ontoc.backend.c.compiled;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Validates documents, one after another, each by itself. */
public final class Validator implements AutoCloseable {
  /** Larger documents in arrays are copied: the garbage collector waits for calls on the heap. */
  private static final int CRITICAL_BYTES = 1 << 16;

  private static final int SYNTAX = 1;
  private static final int STOPPED = 4;
  private static final Throwable NOTHING = new Throwable(null, null, false, false) {};

  private final CompiledLibrary library;
  private final Arena own = Arena.ofShared();
  private final MemorySegment address;
  private final MemorySegment counts;
  private final MemorySegment callback;
  private MemorySegment base = MemorySegment.NULL;
  private Consumer<? super Result> consumer = result -> {};
  private Throwable thrown = NOTHING;

  Validator(CompiledLibrary library) {
    this.library = library;
    address = CompiledLibrary.invoke(library.create, MemorySegment.NULL);
    if (address.address() == 0) throw new OutOfMemoryError("no memory for a validator");
    counts = CompiledLibrary.invoke(library.statistics, address).reinterpret(Structs.STATISTICS);
    callback = callback();
  }

  private MemorySegment callback() {
    try {
      MethodType type = MethodType.methodType(int.class, MemorySegment.class, MemorySegment.class);
      MethodHandle handle = MethodHandles.lookup().bind(this, "hear", type);
      FunctionDescriptor function =
          FunctionDescriptor.of(
              JAVA_INT,
              ADDRESS,
              ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(Structs.RESULT, JAVA_BYTE)));
      return Linker.nativeLinker().upcallStub(handle, function, own);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  // nothing may be thrown through C
  @SuppressWarnings("unused") // called by C
  private int hear(MemorySegment context, MemorySegment struct) {
    try {
      consumer.accept(Result.of(struct));
      return 0;
    } catch (Throwable cause) {
      thrown = cause;
      return 1;
    }
  }

  /** What relative IRIs of Turtle are relative to. */
  public void base(String iri) {
    base = own.allocateFrom(iri);
  }

  /** How results are explained by those of nested shapes; 0 results: not at all. */
  public void detail(int depth, int results) {
    try {
      library.detail.invokeExact(address, depth, results);
    } catch (Throwable cause) {
      throw CompiledLibrary.wrong(cause);
    }
  }

  /**
   * How many results a document has; {@link #results} then tells them. Native memory is not copied,
   * nor is memory on the heap up to 64 KiB.
   */
  public long validate(MemorySegment bytes, Format format) {
    long length = bytes.byteSize();
    if (!bytes.isNative() && length > CRITICAL_BYTES) return validateCopy(bytes, format);
    try {
      MethodHandle function = length <= CRITICAL_BYTES ? library.shortDocument : library.document;
      return counted(
          (int)
              function.invokeExact(
                  address,
                  format.ordinal(),
                  base,
                  bytes,
                  length,
                  MemorySegment.NULL,
                  MemorySegment.NULL));
    } catch (Throwable cause) {
      throw CompiledLibrary.wrong(cause);
    }
  }

  private long validateCopy(MemorySegment bytes, Format format) {
    try (Arena copy = Arena.ofConfined()) {
      return validate(copy.allocate(bytes.byteSize(), 1).copyFrom(bytes), format);
    }
  }

  /** The same of a document in an array. */
  public long validate(byte[] bytes, Format format) {
    return validate(MemorySegment.ofArray(bytes), format);
  }

  /** The same of the remaining bytes of a buffer. */
  public long validate(ByteBuffer bytes, Format format) {
    return validate(MemorySegment.ofBuffer(bytes), format);
  }

  /** The same of what was written. */
  public long validate(Triples triples) {
    return validate(triples.bytes(), Format.N_TRIPLES);
  }

  /** The same of a file, which is mapped; it is Turtle when its name ends in {@code .ttl}. */
  public long validate(Path file) throws IOException {
    Format format = file.toString().endsWith(".ttl") ? Format.TURTLE : Format.N_TRIPLES;
    try (Arena mapping = Arena.ofConfined();
        FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      return validate(channel.map(FileChannel.MapMode.READ_ONLY, 0, size, mapping), format);
    }
  }

  private long counted(int status) {
    if (status != 0) throw error(status);
    return counts.get(JAVA_LONG, 24);
  }

  /** Of the last document. */
  public long focusNodes() {
    return counts.get(JAVA_LONG, 16);
  }

  /** Calls for each result of the last document. */
  public void results(Consumer<? super Result> consumer) {
    this.consumer = consumer;
    try {
      ended((int) library.validate.invokeExact(address, callback, MemorySegment.NULL));
    } catch (Throwable cause) {
      throw CompiledLibrary.wrong(cause);
    }
  }

  /**
   * Validates all documents of a batch, which then tells what came of each. The results are only
   * counted.
   */
  public void validate(Batch batch, Format format) {
    call(batch, format, MemorySegment.NULL);
  }

  /** The same; calls for each result, whose document is its number in the batch. */
  public void validate(Batch batch, Format format, Consumer<? super Result> consumer) {
    this.consumer = consumer;
    call(batch, format, callback);
  }

  private void call(Batch batch, Format format, MemorySegment function) {
    try {
      ended(
          (int)
              library.documents.invokeExact(
                  address,
                  format.ordinal(),
                  base,
                  batch.structs,
                  (long) batch.size(),
                  function,
                  MemorySegment.NULL));
    } catch (Throwable cause) {
      throw CompiledLibrary.wrong(cause);
    }
  }

  private void ended(int status) {
    Throwable cause = thrown;
    thrown = NOTHING;
    consumer = result -> {};
    if (cause instanceof RuntimeException exception) throw exception;
    if (cause instanceof Error fatal) throw fatal;
    if (status != 0 && status != STOPPED) throw error(status);
  }

  private DataException error(int status) {
    MemorySegment struct =
        CompiledLibrary.invoke(library.error, address).reinterpret(Structs.ERROR);
    int line = status == SYNTAX ? struct.get(JAVA_INT, 20) : 0;
    return new DataException(status, Structs.text(struct, 8), line, struct.get(JAVA_INT, 24));
  }

  @Override
  public void close() {
    try {
      library.destroy.invokeExact(address);
    } catch (Throwable cause) {
      throw CompiledLibrary.wrong(cause);
    }
    own.close();
  }
}
