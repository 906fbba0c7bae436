package org.gridclear.market.approval;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.approval.MeasureRow;
import org.gridclear.market.store.approval.MeasureRows;
import org.gridclear.market.store.approval.RunOfDay;

/**
 * What else the rules of the market allow when a day has no result that can be used: measures in
 * words, with papers, that belong to a version and change no result (I-08).
 *
 * @param market the market
 * @param clock the time
 */
public record FreeMeasures(MarketFolder market, Clock clock) {
  /**
   * Keeps a measure.
   *
   * @param version the version that it is about
   * @param by who took it
   * @param words what was done, and why
   * @param papers papers by name
   * @return its number among those of the run of the day, from 1
   * @throws NoSuchVersionException if there is no such version
   * @throws IllegalArgumentException if there are no words, or a name cannot be kept
   */
  public int take(VersionId version, String by, String words, Map<String, byte[]> papers) {
    String name = VersionPeople.name(by);
    String kept = VersionPeople.reason(words);
    if (kept.isEmpty()) {
      throw new IllegalArgumentException("Say what was done, and why.");
    }
    DayKey key = version.key();
    if (DayStore.of(market).find(key, version.number()).isEmpty()) {
      throw new NoSuchVersionException("There is no " + version.text() + ".");
    }
    Map<String, String> hashes = Papers.kept(papers, market.content());
    OffsetDateTime now =
        OffsetDateTime.now(clock)
            .withOffsetSameInstant(ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.MILLIS);
    return new MeasureRows(market.database())
        .add(
            new RunOfDay(DayKey.word(key.market()), key.date(), key.cycle()),
            new MeasureRow(0, version.number(), name, now, kept, hashes));
  }
}
