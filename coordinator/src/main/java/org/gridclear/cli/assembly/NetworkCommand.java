package org.gridclear.cli.assembly;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.CaseSource;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.intake.CheckSets;
import org.gridclear.market.intake.NetworkVersions;
import org.gridclear.market.intake.PieceTables;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Rule;
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
  private String file;

  @Option(names = "--from", paramLabel = "DATE", description = "First date on which it holds.")
  private LocalDate from;

  @Option(names = "--source", defaultValue = "EMS", description = "Who gave it (default: EMS).")
  private String source;

  @Option(
      names = "--known-at",
      paramLabel = "TIME",
      description = "Since when it is known, with its offset from UTC (default: now).")
  private String knownAt;

  @Override
  public Integer call() throws Exception {
    output.check();
    try (MarketFolder market = MarketFolder.open(folder)) {
      PieceStore store = new PieceStore(market);
      MarketClock clock = MarketOption.clock(market);
      NetworkVersions versions = new NetworkVersions(store, clock);
      if (file != null) {
        keep(versions, new CheckSets(store).at(Instant.now()).set().rulesOff());
      } else {
        output.write(PieceTables.versions(versions.versions(), clock), spec.commandLine().getOut());
      }
    }
    return ExitCodes.DONE;
  }

  private void keep(NetworkVersions versions, Set<Rule> rulesOff) throws Exception {
    if (from == null) {
      throw new IllegalArgumentException("Say from which date on it holds: --from 2026-01-01.");
    }
    CaseFiles.Loaded loaded = CaseFiles.load(file, Path.of(""), rulesOff);
    PrintWriter err = spec.commandLine().getErr();
    loaded.log().issues().stream().map(Issue::line).forEach(err::println);
    MarketDay day = completing.day(loaded);
    if (!day.synthetic().isEmpty()) {
      err.println("Synthetic: " + String.join(", ", day.synthetic()));
    }
    err.flush();
    Actor actor = acting.actor();
    actor.require(Right.OPERATE_MARKET);
    var recorded =
        actor.change(
            "market network",
            "%s from %s".formatted(file, from),
            () ->
                versions.keep(
                    day,
                    from,
                    source,
                    Optional.ofNullable(knownAt),
                    MarketOption.recording(actor)));
    spec.commandLine().getOut().println(NetworkVersions.line(recorded, from, day));
    spec.commandLine().getOut().flush();
  }
}
