// SPDX-License-Identifier: Apache-2.0
package org.ontoc.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say what is compiled and how; every command that compiles has them. */
final class CompilationOptions {
  @Option(
      names = {"-s", "--shapes"},
      paramLabel = "FILE",
      description = "a shapes graph; may be repeated, may be a glob, - is standard input")
  List<String> shapes = new ArrayList<>();

  @Option(
      names = "--ontology",
      paramLabel = "FILE",
      description = "an ontology whose class hierarchy the shapes rely on; may be repeated")
  List<String> ontologies = new ArrayList<>();

  @Option(
      names = "--target",
      paramLabel = "WORD",
      split = ",",
      description = "the back end (default: c); 'ontoc targets' lists them")
  List<String> targets = new ArrayList<>();

  @Option(
      names = "--profile",
      paramLabel = "WORD",
      description = "flags of the C compiler: portable, native, debug, threads, size or quick")
  @Nullable String profile;

  @Option(names = "--cc", paramLabel = "FILE", description = "the C compiler to use")
  @Nullable String cc;

  @Option(
      names = "--pass",
      paramLabel = "LIST",
      split = ",",
      description = "the passes to run, in this order, instead of the default list")
  @Nullable List<String> passes;

  @Option(names = "--no-optimize", description = "run no pass")
  boolean noOptimize;

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "where imported ontologies are found; nothing is fetched from the network")
  @Nullable String catalog;

  @Option(
      names = "--recursion",
      paramLabel = "refuse|stratified",
      description =
          "what to do with shapes that refer to themselves; stratified: nodes conform unless a"
              + " reason against it is found, and no reference among such shapes may be negated")
  @Nullable String recursion;

  @Option(
      names = "--detail",
      negatable = true,
      description = "whether results are explained by those of nested shapes; they are by default")
  @Nullable Boolean detail;

  @Option(
      names = "--detail-depth",
      paramLabel = "N",
      description = "the longest chain of explanations of a result; 16 by default")
  @Nullable String detailDepth;

  @Option(
      names = "--detail-results",
      paramLabel = "N",
      description = "the most results that explain one; 64 by default")
  @Nullable String detailResults;

  @Option(
      names = "--implicit-class-targets",
      paramLabel = "owl|rdfs",
      description = "which shapes target their own instances: classes of OWL, too, or of RDFS only")
  @Nullable String implicitClassTargets;

  @Option(
      names = "--option",
      paramLabel = "KEY=VALUE",
      description = "an option of a stage, such as a plug-in's own; may be repeated")
  Map<String, String> others = new LinkedHashMap<>();

  @Option(
      names = "--cache",
      paramLabel = "DIR|off",
      description = "where compiled validators are kept (default: the user's cache folder)")
  @Nullable String cache;

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = Amounts.Time.class,
      description = "most time for everything, e.g. 30s, 5m (default: 10m)")
  @Nullable Duration timeLimit;

  @Option(
      names = "--memory-limit",
      paramLabel = "SIZE",
      converter = Amounts.Size.class,
      description = "most memory for everything, e.g. 512M, 4G")
  @Nullable Long memoryLimit;

  @Option(names = "--trace", description = "print who ran, for how long, and what it cost")
  boolean trace;

  @Option(
      names = {"-q", "--quiet"},
      description = "print errors only; the exit code says the rest")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "print notes and statistics, too")
  boolean verbose;
}
