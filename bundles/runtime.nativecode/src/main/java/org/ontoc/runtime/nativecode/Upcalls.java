// SPDX-License-Identifier: Apache-2.0
package org.ontoc.runtime.nativecode;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.Source;

/**
 * The two functions that C calls: to get data and to hand over text. They are made once and find
 * their validation by the number that C passes along. Nothing may be thrown through C, which would
 * end the process: a session keeps what was thrown.
 */
final class Upcalls implements AutoCloseable {
  private static final int OK = 0;
  private static final int STOPPED = 4;
  private static final int IO = 5;

  private final Arena arena = Arena.ofShared();
  private final Map<Long, Session> sessions = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final MemorySegment read;
  private final MemorySegment write;

  Upcalls() {
    // int (*)(void *context, char *buffer, size_t capacity, size_t *length)
    read =
        stub(
            "read",
            MethodType.methodType(
                int.class,
                MemorySegment.class,
                MemorySegment.class,
                long.class,
                MemorySegment.class),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));
    // int (*)(void *context, const char *bytes, size_t length)
    write =
        stub(
            "write",
            MethodType.methodType(int.class, MemorySegment.class, MemorySegment.class, long.class),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
  }

  private MemorySegment stub(String method, MethodType type, FunctionDescriptor descriptor) {
    try {
      MethodHandle handle = MethodHandles.lookup().bind(this, method, type);
      return Linker.nativeLinker().upcallStub(handle, descriptor, arena);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  MemorySegment read() {
    return read;
  }

  MemorySegment write() {
    return write;
  }

  Session open(Conversation conversation, Context context) {
    Session session = new Session(numbers.incrementAndGet(), conversation, context);
    sessions.put(session.number, session);
    return session;
  }

  @Override
  public void close() {
    arena.close();
  }

  @SuppressWarnings("unused") // called by C
  private int read(
      MemorySegment number, MemorySegment buffer, long capacity, MemorySegment length) {
    Session session = sessions.get(number.address());
    return session == null
        ? IO
        : session.read(buffer.reinterpret(capacity), length.reinterpret(JAVA_LONG.byteSize()));
  }

  @SuppressWarnings("unused") // called by C
  private int write(MemorySegment number, MemorySegment bytes, long length) {
    Session session = sessions.get(number.address());
    return session == null ? STOPPED : session.write(bytes.reinterpret(length));
  }

  /** One validation. */
  final class Session implements AutoCloseable {
    private final long number;
    private final Conversation conversation;
    private final Context context;
    private byte[] buffer = new byte[0];
    private @Nullable Source source;
    private @Nullable Reading reading;
    private @Nullable Throwable thrown;
    private Reading.@Nullable Unread unread;

    private Session(long number, Conversation conversation, Context context) {
      this.number = number;
      this.conversation = conversation;
      this.context = context;
    }

    MemorySegment handle() {
      return MemorySegment.ofAddress(number);
    }

    void source(Source source, Reading reading) {
      this.source = source;
      this.reading = reading;
    }

    void unread(Reading.Unread unread) {
      this.unread = unread;
    }

    void bug(String message) {
      NativeValidator.bug(context, message, "");
    }

    /** Rethrows what an upcall caught, or reports it; false when everything went well. */
    boolean failed() {
      if (unread != null) {
        unread.report(context);
        return true;
      }
      return switch (thrown) {
        case null -> false;
        case ProtocolException fault -> {
          bug(Conversation.NOT_UNDERSTOOD + fault.getMessage());
          yield true;
        }
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case Throwable cause -> throw new IllegalStateException(cause);
      };
    }

    private int read(MemorySegment target, MemorySegment length) {
      try {
        context.checkCancelled();
        int wanted = (int) Math.min(target.byteSize(), 64 * 1024);
        if (buffer.length < wanted) buffer = new byte[wanted];
        int n = java.util.Objects.requireNonNull(reading).read(buffer, 0, wanted);
        MemorySegment.copy(buffer, 0, target, JAVA_BYTE, 0, n);
        length.set(JAVA_LONG, 0, n);
        return OK;
      } catch (Reading.Fault fault) {
        unread =
            new Reading.Unread(
                java.util.Objects.requireNonNull(source), String.valueOf(fault.getMessage()));
        return IO;
      } catch (Throwable cause) {
        thrown = cause;
        return IO;
      }
    }

    private int write(MemorySegment text) {
      try {
        context.checkCancelled();
        byte[] bytes = text.toArray(JAVA_BYTE);
        conversation.hear(bytes, bytes.length);
        return OK;
      } catch (Throwable cause) {
        thrown = cause;
        return STOPPED;
      }
    }

    @Override
    public void close() {
      sessions.remove(number);
    }
  }
}
