package org.gridclear.bench.settlement;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gridclear.cli.GridClear;
import org.gridclear.report.settlement.CloseProof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Changes one input, index, key or amount of a finished close at seeded places, seals it again, and
 * asks the auditor, who has to find every one.
 */
@Command(
    name = "mutate",
    description = "One change of a sealed close at a time: does the auditor find it?")
public final class MutateBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--places",
      defaultValue = "500",
      description = "Places (default: ${DEFAULT-VALUE}).")
  private int places;

  @Option(
      names = "--entities",
      defaultValue = "40",
      description = "Entities of the month (default: ${DEFAULT-VALUE}).")
  private int entities;

  @Option(names = "--days", defaultValue = "2", description = "Days (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(names = "--seed", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = Files.createTempDirectory("gridclear-mutate-");
    Result result = run(folder, entities, days, places, seed);
    result.missed().forEach(line -> out.println("not found: " + line));
    result.withoutEffect().forEach(line -> out.println("without effect: " + line));
    out.printf(
        "%d changes: %d found by the audit, %d without effect, %d not found%n",
        places, result.found(), result.withoutEffect().size(), result.missed().size());
    out.flush();
    return result.missed().isEmpty() ? 0 : 1;
  }

  /**
   * What the auditor did.
   *
   * @param found changes that it found
   * @param withoutEffect changed inputs from which the very same blocks follow, such as a tariff
   *     that nobody has: the audit proves so, as it makes every block again from the changed file
   * @param missed changes that it did not find
   */
  record Result(int found, List<String> withoutEffect, List<String> missed) {}

  /** Changes a close at so many places, one at a time. */
  static Result run(Path folder, int entities, int days, int places, long seed) throws IOException {
    String live = folder.resolve("live").toString();
    Path close = folder.resolve("close");
    run(
        "settle",
        "synthesize",
        live,
        "--entities",
        String.valueOf(entities),
        "--days",
        String.valueOf(days));
    run("settle", "month", live, "--out", close.toString(), "--quiet");
    if (!CloseProof.of(close, 0, 1).differences().isEmpty()) {
      throw new IllegalStateException("The audit objects to the close as it is.");
    }
    CloseMutator mutator = new CloseMutator(close, seed);
    CloseMutator.Kind[] kinds = CloseMutator.Kind.values();
    List<String> missed = new ArrayList<>();
    List<String> withoutEffect = new ArrayList<>();
    for (int place = 0, draw = 0; place < places; draw++) {
      Path changed = folder.resolve("changed");
      CloseMutator.Kind kind = kinds[place % kinds.length];
      Optional<String> what = mutator.write(kind, changed);
      if (what.isPresent()) {
        place++;
        if (CloseProof.of(changed, 0, 1).differences().isEmpty()) {
          (kind == CloseMutator.Kind.INPUT ? withoutEffect : missed)
              .add("%s, %s (draw %d)".formatted(kind, what.get(), draw));
        }
      }
      delete(changed);
    }
    return new Result(places - missed.size() - withoutEffect.size(), withoutEffect, missed);
  }

  private static void run(String... arguments) {
    int code = GridClear.run(arguments);
    if (code != 0) {
      throw new IllegalStateException("%s ended with %d".formatted(List.of(arguments), code));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
