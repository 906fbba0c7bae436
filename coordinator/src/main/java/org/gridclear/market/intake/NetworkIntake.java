package org.gridclear.market.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.validate.Issue;

/**
 * A network of a file that becomes a version of a market.
 *
 * @param file a case or network of any format
 * @param from first date on which it holds
 * @param source who gave it
 * @param knownAt since when it is known, with its offset from UTC; empty for now
 */
public record NetworkIntake(String file, LocalDate from, String source, Optional<String> knownAt) {
  /**
   * The versions of a market.
   *
   * @param market the open market
   */
  public static NetworkVersions versions(MarketFolder market) {
    return new NetworkVersions(new PieceStore(market), new MarketClock(market.facts().zone()));
  }

  /**
   * Keeps the version, held against the rules that are in effect in the market.
   *
   * @param completing makes the day of what was read, with synthetic data where it has none
   * @param said takes remarks about the file, line by line
   * @return what was kept, in a line
   * @throws org.gridclear.validate.InvalidInputException if the file cannot be used
   * @throws IllegalArgumentException if the network cannot be a version
   */
  public String keep(
      MarketFolder market,
      Actor actor,
      Function<CaseFiles.Loaded, MarketDay> completing,
      Consumer<String> said)
      throws Exception {
    Instant now = Instant.now();
    CheckSets checks = new CheckSets(new PieceStore(market));
    CaseFiles.Loaded loaded = CaseFiles.load(file, Path.of(""), checks.at(now).set().rulesOff());
    loaded.log().issues().stream().map(Issue::line).forEach(said);
    MarketDay day = completing.apply(loaded);
    List<String> synthetic = day.synthetic();
    if (!synthetic.isEmpty()) {
      said.accept("Synthetic: " + String.join(", ", synthetic));
    }
    actor.require(Right.OPERATE_MARKET);
    PieceStore.Recorded recorded =
        actor.change(
            "market network",
            "%s from %s".formatted(file, from),
            () ->
                versions(market)
                    .keep(
                        day,
                        from,
                        source,
                        knownAt,
                        new Recording(
                            actor.nameOrUser(), Instant.now().truncatedTo(ChronoUnit.MILLIS))));
    return NetworkVersions.line(recorded, from, day);
  }
}
