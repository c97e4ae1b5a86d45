// SPDX-License-Identifier: Apache-2.0
package org.ontoc.pipeline.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.ontoc.pipeline.Artifact;
import org.ontoc.pipeline.Context;
import org.ontoc.pipeline.DataReader;
import org.ontoc.pipeline.Diagnostic;
import org.ontoc.pipeline.Severity;
import org.ontoc.pipeline.Source;
import org.ontoc.pipeline.Step.Phase;
import org.ontoc.pipeline.ValidationResult;
import org.ontoc.pipeline.ir.Origin;

/**
 * The data of one validation in the syntaxes that every validator reads, and the way back from the
 * positions in them to those in the documents.
 */
final class ReadableData {
  private static final Set<String> READ_BY_VALIDATORS =
      Set.of("text/turtle", "application/n-triples");

  private final List<Source> sources = new ArrayList<>();
  private final Map<String, UnaryOperator<Origin>> origins = new HashMap<>();
  // documents about which a data reader reported an error: their streams broke off
  private final Set<String> broken = ConcurrentHashMap.newKeySet();

  private ReadableData() {}

  /** What no data reader accepts is left as it is, for the validator to refuse. */
  static ReadableData of(List<Source> data, Selection selection, Runner runner) {
    ReadableData readable = new ReadableData();
    Set<String> names = new HashSet<>();
    Set<String> ambiguous = new HashSet<>();
    for (Source source : data) {
      if (!names.add(source.name())) ambiguous.add(source.name());
      readable.sources.add(readable.read(source, selection, runner));
    }
    // two documents of one name: no position can be told to be of the one or of the other
    for (String name : ambiguous)
      readable.origins.computeIfPresent(name, (_, _) -> ReadableData::unknown);
    return readable;
  }

  private Source read(Source source, Selection selection, Runner runner) {
    String type = mediaType(source);
    if (READ_BY_VALIDATORS.contains(type)) return source;
    Optional<Member<DataReader>> reader =
        selection.one(
            DataReader.class,
            "data reader",
            type,
            offer -> Selection.strings(offer.property("accepts")).contains(type));
    if (reader.isEmpty()) return source;
    DataReader.Data data =
        runner.call(
            reader.get(),
            Phase.PARSING,
            context -> reader.get().service().read(source, watched(source.name(), context)),
            output -> fault(source, output),
            _ -> true);
    origins.put(source.name(), data.origins());
    Source.Content content = data.source().content();
    return new Source(
        source.name(),
        data.source().mediaType(),
        () -> new BlamedStream(content.open(), bug -> blame(reader.get(), source, bug, runner)),
        data.source().file());
  }

  private void blame(Member<?> reader, Source source, Throwable bug, Runner runner) {
    broken.add(source.name());
    runner.state().report(Severity.ERROR, "E0901", reader + " failed: " + bug, "");
  }

  private static Optional<String> fault(Source source, DataReader.Data output) {
    String missing = Nulls.in(output);
    if (missing != null) return Optional.of("it gave null at " + missing);
    if (!output.source().name().equals(source.name()))
      return Optional.of("it renamed the document to " + output.source().name());
    return READ_BY_VALIDATORS.contains(mediaType(output.source()))
        ? Optional.empty()
        : Optional.of("it gave a document of the type " + output.source().mediaType());
  }

  private static String mediaType(Source source) {
    return source.mediaType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static Origin unknown(Origin at) {
    return new Origin(at.document(), 0, 0, "");
  }

  private Origin origin(Origin at) {
    UnaryOperator<Origin> back = origins.get(at.document());
    return back == null || !at.isKnown() ? at : back.apply(at);
  }

  List<Source> sources() {
    return sources;
  }

  /** Hands results on with their positions in the documents. */
  Consumer<ValidationResult> results(Consumer<ValidationResult> next) {
    if (origins.isEmpty()) return next;
    return result -> next.accept(placed(result));
  }

  private ValidationResult placed(ValidationResult result) {
    return new ValidationResult(
        result.focusNode(),
        result.value(),
        result.path(),
        result.component(),
        result.shape(),
        result.check(),
        origin(result.dataAt()),
        result.composed(),
        result.details().stream().map(this::placed).toList());
  }

  /**
   * What the validator is lent: findings are about the documents, and that one of them broke off is
   * not said again when its reader said why.
   */
  Context context(Context next) {
    return origins.isEmpty() ? next : new ValidatorContext(next);
  }

  /** What a data reader is lent: its errors are known to be the cause when a stream breaks off. */
  private Context watched(String document, Context next) {
    return new ReaderContext(document, next);
  }

  private final class ValidatorContext extends Forwarding {
    ValidatorContext(Context next) {
      super(next);
    }

    @Override
    public void report(
        Severity severity,
        String code,
        Origin at,
        String message,
        String hint,
        List<Diagnostic.Note> notes) {
      // a stream also breaks off when the call is to end
      if (severity == Severity.ERROR) next.checkCancelled();
      if (severity == Severity.ERROR && broken.contains(at.document())) return;
      boolean rewritten = origins.containsKey(at.document());
      // such as the number of a byte in the text that was rewritten
      next.report(severity, code, origin(at), message, hint, rewritten ? List.of() : notes);
    }
  }

  private final class ReaderContext extends Forwarding {
    private final String document;

    ReaderContext(String document, Context next) {
      super(next);
      this.document = document;
    }

    @Override
    public void report(
        Severity severity,
        String code,
        Origin at,
        String message,
        String hint,
        List<Diagnostic.Note> notes) {
      if (severity == Severity.ERROR) broken.add(document);
      next.report(severity, code, at, message, hint, notes);
    }
  }

  private abstract static class Forwarding implements Context {
    final Context next;

    Forwarding(Context next) {
      this.next = next;
    }

    @Override
    public String option(String key, String fallback) {
      return next.option(key, fallback);
    }

    @Override
    public void checkCancelled() {
      next.checkCancelled();
    }

    @Override
    public List<Artifact> kept(String key, Supplier<List<Artifact>> make) {
      return next.kept(key, make);
    }
  }
}
