package org.gridclear.web.market.notice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.json.Json;
import org.gridclear.market.publication.Notice;
import org.gridclear.market.publication.Notices;
import org.gridclear.market.publication.Recipient;
import org.gridclear.market.series.MarketClock;
import org.gridclear.web.account.Caller;
import org.gridclear.web.market.AttachedPapers;
import org.gridclear.web.market.ServedMarket;
import org.gridclear.web.market.publication.Callers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Notices of the served market. */
@Component
class ServedNotices {
  private final ServedMarket served;

  ServedNotices(ServedMarket served) {
    this.served = served;
  }

  Notices notices() {
    return Notices.of(served.folder(), served.days(), Clock.systemUTC());
  }

  Notices.Shown find(Caller caller, String recipient, long number) {
    Recipient whose = recipient(caller, recipient);
    return notices()
        .find(whose, caller.scope(), number)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no notice %d.".formatted(number)));
  }

  Notice read(WantedNotice wanted) {
    if (wanted.notice() == null) {
      throw new IllegalArgumentException("Give the notice.");
    }
    MarketClock clock = new MarketClock(served.folder().facts().zone());
    Notice notice = Notice.read(Json.MAPPER.writeValueAsBytes(wanted.notice()), "request", clock);
    List<Notice.Paper> papers = new ArrayList<>();
    AttachedPapers.read(wanted.papers())
        .forEach((name, content) -> papers.add(notices().keep(name, content)));
    return notice.with(papers);
  }

  /** For whom a caller asks, as {@link Callers} says. */
  Recipient recipient(Caller caller, String asked) {
    return Callers.recipient(caller, asked, served.folder());
  }
}
