package org.gridclear.web.market.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.AnomalyEvents;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.UnhandledAnomalies;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.DayApproval.Wanted;
import org.gridclear.market.approval.NoSuchVersionException;
import org.gridclear.market.approval.StateChangedException;
import org.gridclear.market.approval.Transition;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.answer.Reason;
import org.gridclear.web.market.ServedMarket;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The approval of the served market's days. */
@Component
public class ServedApproval {
  private final ServedMarket served;
  private final ServerSecurity security;

  ServedApproval(ServedMarket served, ServerSecurity security) {
    this.served = served;
    this.security = security;
  }

  /**
   * The market.
   *
   * @throws ResponseStatusException 404 if the server has none
   */
  public MarketFolder folder() {
    return served.folder();
  }

  /**
   * The approval.
   *
   * @throws ResponseStatusException 404 if the server has no market
   */
  public DayApproval open() {
    Clock clock = Clock.systemUTC();
    MarketAnomalies anomalies = new MarketAnomalies(served.folder(), served.days(), clock);
    return new DayApproval(
        served.folder(),
        new UnhandledAnomalies(anomalies, "approval"),
        this::requireAccount,
        clock);
  }

  /** What became of anomalies, for the history of a date. */
  public AnomalyEvents anomalies() {
    return new AnomalyEvents(new AnomalyDesk(served.folder().database(), Clock.systemUTC()));
  }

  /** A version by what a call says. */
  public static VersionId id(String market, LocalDate date, int cycle, int version) {
    return new VersionId(new DayKey(DayKey.market(market), date, cycle), version);
  }

  /** Makes a step of a version. */
  public Transition step(
      Caller caller,
      VersionId version,
      Reason reason,
      BiFunction<DayApproval, Wanted, Transition> step) {
    Wanted wanted = new Wanted(version, caller.name(), reason.text());
    return asked(() -> step.apply(open(), wanted));
  }

  private void requireAccount(String name) {
    if (!security.knows(name)) {
      throw new IllegalArgumentException(
          "An earlier step was done by '%s', who has no account here: let an account do it again."
              .formatted(name));
    }
  }

  /** The answer of a question: 404 for what there is not, 409 for what changed since. */
  public static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (NoSuchVersionException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    } catch (StateChangedException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
  }
}
