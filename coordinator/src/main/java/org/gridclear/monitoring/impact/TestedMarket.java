package org.gridclear.monitoring.impact;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.gridclear.account.Actor;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.store.MarketFolder;

/**
 * What a test of conduct and impact asks a market, and keeps in it.
 *
 * @param folder the market; empty where all is said by files
 * @param acceptedDays dates of the mean of what was accepted before
 */
public record TestedMarket(Optional<Path> folder, int acceptedDays) {
  /**
   * The test of a day, by what is said and by what the market knows.
   *
   * @throws IllegalArgumentException if an owner is of no unit, or the day has no date
   */
  public ImpactPlan plan(ImpactRequest request) {
    if (folder.isEmpty()) {
      return request.plan();
    }
    try (MarketFolder market = MarketFolder.open(folder.get())) {
      return request.planIn(market, acceptedDays, Clock.systemUTC());
    }
  }

  /**
   * Proposes that what failed both tests goes to reference.
   *
   * @return the number of the mitigation
   * @throws IllegalArgumentException if nobody failed, the day has no date, or there is no market
   */
  public long propose(ImpactPlan plan, ImpactOutcome outcome, Actor actor) throws Exception {
    Path of =
        folder.orElseThrow(
            () -> new IllegalArgumentException("A proposal is kept in a market: --market DIR."));
    try (MarketFolder market = MarketFolder.open(of)) {
      Mitigations mitigations = new Mitigations(market, Clock.systemUTC());
      return actor.change(
          "monitor propose",
          String.join(", ", outcome.mitigated()),
          () -> mitigations.propose(plan, Market.DA, outcome, actor.name()));
    }
  }
}
