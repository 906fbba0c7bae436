package org.gridclear.web.market.anomaly;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.AnomalyState;
import org.gridclear.market.anomaly.AnomalyViewer;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.NoAnomalyException;
import org.gridclear.market.anomaly.StaleStateException;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.web.account.Caller;
import org.gridclear.web.market.ServedMarket;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The anomalies of the served market. */
@Component
class ServedAnomalies {
  private final ServedMarket served;

  ServedAnomalies(ServedMarket served) {
    this.served = served;
  }

  MarketFolder folder() {
    return served.folder();
  }

  AnomalyDesk desk() {
    return new AnomalyDesk(served.folder().database(), Clock.systemUTC());
  }

  MarketAnomalies anomalies() {
    return new MarketAnomalies(served.folder(), served.days(), Clock.systemUTC());
  }

  /** What a caller may see. */
  static AnomalyViewer viewer(Caller caller) {
    return new AnomalyViewer(caller.scope(), caller.rights());
  }

  /**
   * Which anomalies a call asks for.
   *
   * @param market word of a market; "" for all
   * @param state states; empty for all
   */
  static AnomalyDesk.Query query(LocalDate from, LocalDate to, String market, List<String> state) {
    String word = market.isEmpty() ? "" : DayKey.word(DayKey.market(market));
    return new AnomalyDesk.Query(word, from, to, state.stream().map(AnomalyState::of).toList());
  }

  /**
   * A version by its number.
   *
   * @throws ResponseStatusException 404 if there is none
   */
  DayVersion version(String market, LocalDate date, int cycle, int version) {
    DayKey key = new DayKey(DayKey.market(market), date, cycle);
    return served
        .days()
        .find(key, version)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, key.text() + " has no version " + version + "."));
  }

  /** The answer of a question: 404 for what there is not, 409 for what cannot be as it stands. */
  static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (NoAnomalyException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    } catch (StaleStateException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
  }
}
