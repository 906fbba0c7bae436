package org.gridclear.market.fallback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.similar.SimilarDays;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;

/**
 * Similar days by the load and the outages that a market knows (AMB-40).
 *
 * @param market the market
 * @param gate up to when things had to be known
 */
public record KnownSimilarDays(MarketFolder market, Instant gate) implements SimilarDay {
  @Override
  public List<Like> of(LocalDate date) {
    SimilarDays.Request request =
        new SimilarDays.Request(
            date,
            SeriesKind.LOAD_FORECAST_SHORT,
            gate,
            SimilarDays.Request.DAYS,
            SimilarDays.Request.OUTAGE_WEIGHT);
    return new SimilarDays(new PieceStore(market), new MarketClock(market.facts().zone()))
        .find(request).days().stream().map(day -> new Like(day.date(), day.distance())).toList();
  }
}
