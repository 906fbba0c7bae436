package org.gridclear.web.market.piece;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.validate.NearestName;
import org.gridclear.web.account.Caller;
import org.gridclear.web.market.ServedMarket;
import org.springframework.stereotype.Component;

/** Pieces of the served market: networks, tickets, snapshots, series, rules of checks. */
@Component
public class ServedPieces {
  private final ServedMarket served;

  ServedPieces(ServedMarket served) {
    this.served = served;
  }

  public MarketFolder folder() {
    return served.folder();
  }

  public PieceStore store() {
    return new PieceStore(served.folder());
  }

  public MarketClock clock() {
    return new MarketClock(served.folder().facts().zone());
  }

  /** Who records something, now. */
  public static Recording recording(Caller caller) {
    return new Recording(caller.name(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A kind of series by its word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static SeriesKind kind(String label) {
    return SeriesKind.of(label)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no kind of series. %s"
                        .formatted(label, NearestName.advice(label, SeriesKind.labels()))));
  }
}
