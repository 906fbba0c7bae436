package org.gridclear.market.exchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.json.Json;
import org.gridclear.market.intake.NetworkVersions;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.publication.Woods;
import org.gridclear.market.publication.WoodsData;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.exchange.OutboxRow;
import org.gridclear.web.TwoMembers;
import tools.jackson.databind.JsonNode;

/** The woods with channels. */
final class ExchangeWoods implements AutoCloseable {
  static final LocalDate DATE = Woods.DATE;

  final Woods woods;
  final Collecting collecting;
  final Outbox outbox;
  final Inbox inbox;

  ExchangeWoods(String kind, Path folder, String channels) {
    woods = Woods.on(kind, folder);
    WoodsData.fill(woods.market);
    Instant known = Instant.parse("2026-09-01T00:00:00Z");
    new NetworkVersions(new PieceStore(woods.market), new MarketClock(woods.market.facts().zone()))
        .keep(
            TwoMembers.day(DATE),
            LocalDate.of(2026, 9, 1),
            "EMS",
            known,
            new Recording("op", woods.clock().instant()));
    collecting = new Collecting(woods.market, woods.days, woods.clock());
    outbox = collecting.outbox();
    inbox = new Inbox(woods.market, woods.clock());
    set(channels);
  }

  void set(String channels) {
    outbox
        .channels()
        .set(
            channels.getBytes(StandardCharsets.UTF_8),
            "channels.yaml",
            new Recording("op", woods.clock().instant()));
  }

  /** Ids of what is collected now. */
  List<String> collect() {
    return collecting.run(DATE, DATE, "op").stream().map(OutboxRow::id).toList();
  }

  Channel channel(String id) {
    return outbox.channels().get(id);
  }

  byte[] content(OutboxRow row) {
    return woods.market.content().get(row.contentHash());
  }

  JsonNode json(OutboxRow row) {
    return Json.MAPPER.readTree(content(row));
  }

  /** An envelope with outages. */
  static byte[] tickets(String id, int sequence, String ticket) {
    return """
    {"format": "gridclear-envelope", "version": 1, "id": "%s", "sequence": %d, "content":
     {"format": "gridclear-tickets", "tickets": [{"id": "%s", "kind": "outage",
      "elements": ["branch:line"], "from": "2026-10-05T08:00+08:00",
      "to": "2026-10-05T12:00+08:00", "state": "planned", "source": "OMS",
      "knownAt": "2026-09-29T09:00+08:00"}]}}
    """
        .formatted(id, sequence, ticket)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    woods.close();
  }
}
