package org.gridclear.bench.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bench fuzz}: every parser reads spoilt samples and refuses them by name, or reads them.
 */
@Command(
    name = "fuzz",
    description = {
      "Spoil samples of every format by a seed and have them read: what is wrong is to be refused.",
      "A crash, a stack that runs out or more than 20 s for one input is a defect (exit code 1);",
      "its input is kept."
    })
public final class FuzzBench implements Callable<Integer> {
  private static final long SLOW_MILLIS = 20_000;
  private static final long NANOS_OF_MILLI = 1_000_000;

  @Spec private CommandSpec spec;

  @Option(names = "--root", paramLabel = "FOLDER", description = "The project's folder (.).")
  private Path root = Path.of(".");

  @Option(
      names = "--inputs",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "200",
      description = "Inputs for each parser (default: ${DEFAULT-VALUE}).")
  private int inputs;

  @Option(
      names = "--seed",
      converter = OptionNumbers.FromZero.class,
      defaultValue = "1",
      description = "Seed of the first input (default: ${DEFAULT-VALUE}).")
  private int seed;

  @Option(names = "--target", paramLabel = "NAME", description = "One parser alone.")
  private String target = "";

  @Option(names = "--out", paramLabel = "FOLDER", description = "Where inputs are kept (fuzz-out).")
  private Path out = Path.of("fuzz-out");

  @Override
  public Integer call() throws IOException {
    PrintWriter said = spec.commandLine().getOut();
    Path work = Files.createTempDirectory("fuzz");
    List<FuzzTarget> all = new ArrayList<>(FuzzTarget.ofFiles(root, work));
    if (all.stream().noneMatch(each -> each.name().equals(target))) {
      all.addAll(FuzzTarget.ofMarket(work));
    }
    List<FuzzTarget> targets =
        all.stream().filter(each -> target.isEmpty() || each.name().equals(target)).toList();
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("There is no parser %s.".formatted(target));
    }
    int defects = 0;
    said.println("| parser | inputs | refused | ms each | slowest ms | defects |");
    said.println("|---|---|---|---|---|---|");
    for (FuzzTarget each : targets) {
      defects += run(each, said);
    }
    said.println("Inputs: %d, defects: %d".formatted(inputs * targets.size(), defects));
    said.flush();
    return defects == 0 ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
  }

  private int run(FuzzTarget each, PrintWriter said) throws IOException {
    int sample = each.reads().applyAsInt(each.sample());
    if (sample > 1) {
      said.println("| %s | | | | the sample is refused | 1 |".formatted(each.name()));
      return 1;
    }
    int defects = 0;
    int refused = 0;
    long slowest = 0;
    long begin = System.nanoTime();
    for (int k = 0; k < inputs; k++) {
      byte[] input = new Mutator(seed + k).spoil(each.sample());
      long from = System.nanoTime();
      String why = "";
      try {
        int code = each.reads().applyAsInt(input);
        refused += code == FuzzTarget.REFUSED ? 1 : 0;
        why = code > FuzzTarget.REFUSED ? "exit code " + code : "";
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        why = e.toString();
      }
      long millis = (System.nanoTime() - from) / NANOS_OF_MILLI;
      slowest = Math.max(slowest, millis);
      if (why.isEmpty() && millis > SLOW_MILLIS) {
        why = millis + " ms";
      }
      if (!why.isEmpty()) {
        defects++;
        Files.createDirectories(out);
        Path kept = out.resolve("%s-%d".formatted(each.name(), seed + k));
        Files.write(kept, input);
        said.println(
            "| %s | seed %d | | %s | kept in %s | |".formatted(each.name(), seed + k, why, kept));
      }
    }
    long all = (System.nanoTime() - begin) / NANOS_OF_MILLI;
    said.println(
        "| %s | %d | %d | %.1f | %d | %d |"
            .formatted(each.name(), inputs, refused, (double) all / inputs, slowest, defects));
    said.flush();
    return defects;
  }
}
