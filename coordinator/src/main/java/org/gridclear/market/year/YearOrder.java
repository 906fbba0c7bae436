package org.gridclear.market.year;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gridclear.account.Actor;
import org.gridclear.market.day.Made;
import org.gridclear.market.day.Owners;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.run.StudyRuns;

/**
 * Days that are to be cleared and kept in a market.
 *
 * @param plan which, and how
 * @param owners number of synthetic owners; 0 for those of the market's registry
 * @param seed of the draw of owners
 */
public record YearOrder(YearPlan plan, int owners, long seed) {
  /**
   * Clears and keeps every day; each that is new is written down as a change of the actor.
   *
   * @param told each day once it is stored, in words; of several chains from several threads
   * @return all days by date
   * @throws DayNotClearedException if a day has no schedule; those before it are stored
   */
  public List<ClearedDate> clear(
      MarketFolder folder, StudyRuns runs, Actor actor, Consumer<String> told) {
    Clock clock = Clock.systemUTC();
    Made.Source made = new Made.Source(Made.BUILD, actor.nameOrUser(), clock);
    Function<LocalDate, Owners> of = SeededOwners.orRegistered(owners, seed, folder, clock);
    return new YearClearing(plan, runs, folder, of, made)
        .clear(
            day -> {
              if (!day.kept()) {
                String text = "%s v%d".formatted(day.date(), day.version());
                actor.changed("year", text, () -> day);
              }
              told.accept(YearText.of(day));
            });
  }
}
