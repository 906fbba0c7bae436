package org.gridclear.cli.assembly;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gridclear.account.Actor;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.table.Table;
import picocli.CommandLine.Option;

/** Which market. */
public final class MarketOption {
  @Option(
      names = "--market",
      paramLabel = "DIR",
      required = true,
      description = "The folder of the market.")
  private Path folder;

  /** The folder. */
  public Path path() {
    return folder;
  }

  /** Opens its folder. */
  public MarketFolder open() {
    return MarketFolder.open(folder);
  }

  /** What a market is asked; a table answers. */
  @FunctionalInterface
  public interface Question {
    /** The answer of an open market. */
    Table of(MarketFolder folder) throws Exception;
  }

  /** Asks it for a table, which is printed or written; exit code {@link ExitCodes#DONE}. */
  public int answer(TableOutput output, PrintWriter out, Question question) throws Exception {
    output.check();
    try (MarketFolder market = open()) {
      output.write(question.of(market), out);
    }
    return ExitCodes.DONE;
  }

  /** The clock of a market. */
  public static MarketClock clock(MarketFolder market) {
    return new MarketClock(market.facts().zone());
  }

  /** Who acts, now; whoever sits at the command line where nobody is named. */
  public static Recording recording(Actor actor) {
    return new Recording(actor.nameOrUser(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }
}
