package org.gridclear.bench.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gridclear.bench.compare.Build.Run;
import org.gridclear.bench.machine.Machine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear bench compare BASE SET…}: an older build and this one, A B A B. */
@Command(
    name = "compare",
    description = {
      "Run the commands of a set with an older build and with this one, in turns, and print"
          + " medians",
      "of CPU seconds and their ratio. Sets: startup, intake, screening, clearing, study, grid.",
      "Exit code 1 where a ratio is above what is asked for, or the exit codes differ."
    })
public final class CompareBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "BASE",
      description = "The older build: its folder, or a commit, which is then built once.")
  private String base;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "SET", description = "Which commands.")
  private List<String> names;

  @Option(
      names = "--runs",
      defaultValue = "3",
      description = "Runs of each build (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(names = "--only", description = "Only jobs whose names contain this text.")
  private String only = "";

  @Option(names = "--data", description = "Where networks and cases lie that some jobs read.")
  private Path data;

  @Option(
      names = "--builds",
      defaultValue = "bench/builds",
      description = "Where builds of commits are kept (default: ${DEFAULT-VALUE}).")
  private Path builds;

  @Option(names = "--sets", hidden = true, description = "Other sets, as YAML.")
  private Path other;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (runs < 1) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--runs must be 1 or more.");
    }
    Map<String, List<ComparedJob>> sets = sets();
    for (String name : names) {
      if (!sets.containsKey(name)) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "No set %s. Sets: %s.".formatted(name, sets.keySet()));
      }
    }
    Path root = Path.of("").toAbsolutePath();
    List<Build> both = List.of(Build.of(base, root, builds), new Build(root));
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s, %d runs of each%n%n", Machine.line(), runs);
    out.println("| job | older, CPU-s | this, CPU-s | ratio | lowest, highest | at most |");
    out.println("|---|---|---|---|---|---|");
    boolean good = true;
    Path work = Files.createTempDirectory("compare");
    try {
      for (Build build : both) {
        build.run(List.of("--version"), work.resolve("version.log"));
      }
      for (ComparedJob job :
          names.stream()
              .flatMap(name -> Objects.requireNonNull(sets.get(name)).stream())
              .toList()) {
        good &= !job.name().contains(only) || row(job, both, work, out);
      }
    } finally {
      delete(work);
    }
    return good ? 0 : 1;
  }

  private Map<String, List<ComparedJob>> sets() throws IOException {
    if (other == null) {
      return ComparedJob.sets();
    }
    return ComparedJob.sets(Files.readString(other));
  }

  private boolean row(ComparedJob job, List<Build> both, Path work, PrintWriter out)
      throws IOException, InterruptedException {
    if (job.missing(data).isPresent()) {
      out.printf(
          "| %s | not run: no %s below --data | | | | |%n", job.name(), job.missing(data).get());
      return true;
    }
    for (Map.Entry<String, String> file : job.files().entrySet()) {
      Files.writeString(work.resolve(file.getKey()), file.getValue());
    }
    for (List<String> command : job.prepare()) {
      Path log = work.resolve("prepare.log");
      Run made = both.get(1).run(ComparedJob.words(command, data, work, work), log);
      if (made.exitCode() != 0) {
        throw new IOException("%s: %s".formatted(command, Files.readString(log)));
      }
    }
    Pairs pairs = measured(job, both, work);
    out.printf("| %s | %s |%n", job.name(), pairs.cells(job.atMost()));
    out.flush();
    return pairs.equalExitCodes() && !pairs.above(job.atMost());
  }

  private Pairs measured(ComparedJob job, List<Build> both, Path work)
      throws IOException, InterruptedException {
    List<List<Run>> taken = List.of(new ArrayList<>(), new ArrayList<>());
    for (int k = 0; k < 2 * runs; k++) {
      int which = k % 2 == k / 2 % 2 ? 0 : 1; // A B, B A: neither is always first
      Path out = work.resolve("out");
      delete(out);
      List<String> words = ComparedJob.words(job.arguments(), data, work, out);
      taken.get(which).add(both.get(which).run(words, work.resolve("run.log")));
    }
    return new Pairs(taken.get(0), taken.get(1));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
