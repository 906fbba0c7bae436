package org.gridclear.web.market.exchange;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.gridclear.market.exchange.Channel;
import org.gridclear.market.exchange.Collecting;
import org.gridclear.market.exchange.Inbox;
import org.gridclear.market.exchange.Outbox;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.exchange.OutboxRow;
import org.gridclear.validate.UnknownNameException;
import org.gridclear.web.market.ServedMarket;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Exchange of the served market. */
@Component
class ServedExchange {
  private final ServedMarket served;

  ServedExchange(ServedMarket served) {
    this.served = served;
  }

  Inbox inbox() {
    return new Inbox(served.folder(), Clock.systemUTC());
  }

  Collecting collecting() {
    return new Collecting(served.folder(), served.days(), Clock.systemUTC());
  }

  Outbox outbox() {
    return new Outbox(served.folder(), served.days(), Clock.systemUTC());
  }

  Channel channel(String id) {
    try {
      return outbox().channels().get(id);
    } catch (UnknownNameException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    }
  }

  MarketClock clock() {
    return new MarketClock(served.folder().facts().zone());
  }

  static Map<String, Object> fields(OutboxRow row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("number", row.number());
    fields.put("channel", row.channel());
    fields.put("sequence", row.sequence());
    fields.put("id", row.id());
    fields.put("action", row.subject().action());
    fields.put("state", row.state().name().toLowerCase(Locale.ROOT));
    fields.put("attempts", row.attempts());
    fields.put("said", row.said());
    fields.put("sha256", row.contentHash());
    return fields;
  }
}
