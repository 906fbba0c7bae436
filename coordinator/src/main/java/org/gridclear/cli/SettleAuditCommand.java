package org.gridclear.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.gridclear.close.CloseAudit;
import org.gridclear.close.CloseFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle audit CLOSE}: an independent recomputation. */
@Command(
    name = "audit",
    description = {
      "Compute entities of a close again in decimal arithmetic, from its inputs and rules alone.",
      "A sample audits charges; --sample 0 audits everybody, and the pools with them. Exit code 1 if an amount differs."
    })
final class SettleAuditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CLOSE", description = "Folder of the close.")
  private Path folder;

  @Option(
      names = "--sample",
      defaultValue = "20",
      description = "Entities (default: ${DEFAULT-VALUE}; 0 for all).")
  private int sample;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the sample (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (CloseFolder close = CloseFolder.open(folder)) {
      int count = close.month().entities().size();
      Set<Integer> entities = new TreeSet<>();
      SplittableRandom draw = new SplittableRandom(seed);
      while (entities.size() < (sample == 0 ? count : Math.min(sample, count))) {
        entities.add(sample == 0 ? entities.size() : draw.nextInt(count));
      }
      List<String> differences = CloseAudit.differences(close, entities);
      differences.stream().limit(20).forEach(out::println);
      out.printf(
          "%d entities x %d days audited: %s%n",
          entities.size(),
          close.month().days(),
          differences.isEmpty()
              ? "equal to the last 0.001 yuan"
              : differences.size() + " amounts differ");
      out.flush();
      return differences.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
    }
  }
}
