package org.gridclear.web.market.publishing;

import java.time.Clock;
import java.util.function.Supplier;
import org.gridclear.market.approval.StateChangedException;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.publication.ScheduledPublishing;
import org.gridclear.web.market.ServedMarket;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Publishing of the served market. */
@Component
class ServedPublishing {
  private final ServedMarket served;

  ServedPublishing(ServedMarket served) {
    this.served = served;
  }

  ScheduledPublishing publishing() {
    return ScheduledPublishing.of(served.folder(), served.days(), Clock.systemUTC());
  }

  DayVersion find(WantedVersion wanted) {
    if (wanted.market() == null || wanted.date() == null) {
      throw new IllegalArgumentException("Give market, date and version.");
    }
    int cycle = wanted.cycle() == null ? 0 : wanted.cycle();
    DayKey key = new DayKey(DayKey.market(wanted.market()), wanted.date(), cycle);
    return served
        .days()
        .find(key, wanted.version())
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "There is no version %d of %s.".formatted(wanted.version(), key.text())));
  }

  static <T> T asked(Supplier<T> work) {
    try {
      return work.get();
    } catch (StateChangedException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
  }
}
