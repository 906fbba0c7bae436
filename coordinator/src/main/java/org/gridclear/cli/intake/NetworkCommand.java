package org.gridclear.cli.intake;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.CaseSource;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.intake.NetworkIntake;
import org.gridclear.market.intake.NetworkVersions;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.store.MarketFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear market network}: versions of the network with its units. */
@Command(
    name = "network",
    description = {
      "Keep a case or network as the version that holds from a date on, or list the versions.",
      "A network without market data is completed with synthetic ones, which is said."
    })
public final class NetworkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ActorOptions acting;
  @Mixin private TableOutput output;
  @Mixin private CaseSource completing;

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the market.")
  private Path folder;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "A case or network of any format (default: list the versions).")
  private @Nullable String file;

  @Option(names = "--from", paramLabel = "DATE", description = "First date on which it holds.")
  private LocalDate from;

  @Option(names = "--source", defaultValue = "EMS", description = "Who gave it (default: EMS).")
  private String source;

  @Option(
      names = "--known-at",
      paramLabel = "TIME",
      description = "Since when it is known, with its offset from UTC (default: now).")
  private @Nullable String knownAt;

  @Override
  public Integer call() throws Exception {
    output.check();
    NetworkIntake taken = intake();
    if (taken != null) {
      output.refuse("the list of versions, not of one that is kept");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (MarketFolder market = MarketFolder.open(folder)) {
      if (taken == null) {
        NetworkVersions versions = NetworkIntake.versions(market);
        output.write(PieceTables.versions(versions.versions(), MarketOption.clock(market)), out);
      } else {
        out.println(taken.keep(market, acting.actor(), completing::day, err::println));
        out.flush();
        err.flush();
      }
    }
    return ExitCodes.DONE;
  }

  private @Nullable NetworkIntake intake() {
    if (file == null && (from != null || knownAt != null)) {
      throw new IllegalArgumentException(
          "--from and --known-at are of a version that is kept; name its FILE.");
    }
    if (file != null && from == null) {
      throw new IllegalArgumentException("Say from which date on it holds: --from 2026-01-01.");
    }
    return file == null
        ? null
        : new NetworkIntake(file, from, source, Optional.ofNullable(knownAt));
  }
}
