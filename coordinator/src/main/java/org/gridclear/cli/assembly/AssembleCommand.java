package org.gridclear.cli.assembly;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.file.WrittenFile;
import org.gridclear.market.assembly.AssembledCase;
import org.gridclear.market.assembly.Manifest;
import org.gridclear.market.assembly.MarketAssembly;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear assemble}: the case of a trading date. */
@Command(
    name = "assemble",
    description = {
      "Make the case of a date from what was known at its gate: network, registry, series,",
      "tickets, snapshot, declarations. What is missing is refused by name and time (exit code",
      "2). Beside the case lies what it was made from: CASE.assembly.json."
    })
public final class AssembleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private AssemblyOptions asked;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The case to write, which must not exist yet (default: only say what it is).")
  private Path out;

  @Override
  public Integer call() throws IOException {
    if (out != null && (Files.exists(out) || Files.exists(manifestOf(out)))) {
      throw new IllegalArgumentException(
          "%s or %s exists; name another.".formatted(out, manifestOf(out)));
    }
    try (MarketFolder folder = market.open()) {
      MarketClock clock = MarketOption.clock(folder);
      Instant now = Instant.now();
      AssembledCase made =
          MarketAssembly.of(folder, Clock.systemUTC()).make(asked.request(clock, now), now);
      asked.compare(made.manifest());
      say(made);
      if (out != null) {
        WrittenFile.write(out, made.content());
        WrittenFile.write(manifestOf(out), made.manifest().json());
        spec.commandLine().getOut().println("Written: %s, %s".formatted(out, manifestOf(out)));
        spec.commandLine().getOut().flush();
      }
    }
    return ExitCodes.DONE;
  }

  private static Path manifestOf(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.json$", "");
    return file.resolveSibling(name + ".assembly.json");
  }

  private void say(AssembledCase made) {
    Manifest manifest = made.manifest();
    PrintWriter err = spec.commandLine().getErr();
    made.findings().forEach(finding -> err.println(finding.line()));
    made.remarks().forEach(issue -> err.println(issue.line()));
    made.late().forEach(err::println);
    manifest.notices().forEach(err::println);
    err.flush();
    spec.commandLine()
        .getOut()
        .printf(
            "%s: %d periods of %d min from %s, of %d pieces; case %s%n",
            made.day().name(),
            manifest.periodCount(),
            manifest.minutesPerPeriod(),
            manifest.from(),
            manifest.pieces().size(),
            manifest.caseHash());
    spec.commandLine().getOut().flush();
  }
}
