package org.gridclear.web.market.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.exchange.Channel;
import org.gridclear.market.exchange.Collecting;
import org.gridclear.market.exchange.ExchangeTables;
import org.gridclear.market.exchange.Inbox;
import org.gridclear.market.exchange.Outbox;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.exchange.InboxRow;
import org.gridclear.market.store.exchange.OutboxRow;
import org.gridclear.validate.UnknownNameException;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.ServedMarket;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Exchange with other systems, for whoever operates the market, and for the accounts of partners
 * that have the same right. Addresses are set here and nowhere else.
 */
@RestController
@RequestMapping("/api/v1/exchange")
class ExchangeController {
  private final ServedMarket served;

  ExchangeController(ServedMarket served) {
    this.served = served;
  }

  private Outbox outbox() {
    return new Outbox(served.folder(), served.days(), Clock.systemUTC());
  }

  private Channel channel(String id) {
    try {
      return outbox().channels().get(id);
    } catch (UnknownNameException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    }
  }

  private MarketClock clock() {
    return new MarketClock(served.folder().facts().zone());
  }

  /** The channels. */
  @GetMapping("/channels")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> channels(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(ExchangeTables.channels(outbox().channels().all()), format);
  }

  /** Sets all channels, as docs/market-day.md shows them; earlier versions stay. */
  @PutMapping(path = "/channels", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  PieceStore.Recorded set(Caller caller, @RequestBody String text) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return outbox()
        .channels()
        .set(text.getBytes(StandardCharsets.UTF_8), "request", new Recording(caller.name(), now));
  }

  /** What was handed over a channel. */
  @GetMapping("/channels/{id}/outbox")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> outbox(
      Caller caller, @PathVariable String id, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    String known = channel(id).id();
    return TableAnswer.of(ExchangeTables.outbox(outbox().store().of(known), clock()), format);
  }

  /** What was tried too often. */
  @GetMapping("/dead")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> dead(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        ExchangeTables.outbox(outbox().store().of(OutboxRow.State.DEAD), clock()), format);
  }

  /** What came over all channels. */
  @GetMapping("/inbox")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<byte[]> inbox(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(ExchangeTables.inbox(outbox().store().inbox(), clock()), format);
  }

  /** Collects what channels wait for, and delivers what is due. */
  @PostMapping("/sending")
  @Needs(Right.OPERATE_MARKET)
  List<Map<String, Object>> send(
      Caller caller, @RequestParam LocalDate from, @RequestParam LocalDate to) {
    new Collecting(served.folder(), served.days(), Clock.systemUTC()).run(from, to, caller.name());
    return outbox().send().stream().map(ExchangeController::fields).toList();
  }

  /** Tries again what is dead. */
  @PostMapping("/outbox/{number}/replay")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> replay(Caller caller, @PathVariable long number) {
    return fields(outbox().replay(number));
  }

  /**
   * What a partner did with something.
   *
   * @param id what the partner knows it by
   * @param said what it did
   */
  record Receipt(@Nullable String id, @Nullable String said) {}

  /** Records what the partner did with something, once. */
  @PostMapping(path = "/channels/{id}/receipts", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> receipt(
      Caller caller, @PathVariable String id, @RequestBody Receipt receipt) {
    if (receipt.id() == null || receipt.said() == null) {
      throw new IllegalArgumentException("Give id and said.");
    }
    return fields(outbox().receipt(channel(id), receipt.id(), receipt.said()));
  }

  /**
   * Takes an envelope that is signed with the channel's secret, once by its id; the same again has
   * the same answer. 422: it is here and cannot be used.
   */
  @PostMapping(path = "/channels/{id}/inbox", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  ResponseEntity<Map<String, Object>> receive(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = "X-Gridclear-Time", defaultValue = "0") long seconds,
      @RequestHeader(name = "X-Gridclear-Signature", defaultValue = "") String signature,
      @RequestBody byte[] body) {
    Inbox.Received received =
        new Inbox(served.folder(), Clock.systemUTC())
            .call(channel(id), body, seconds, signature, caller.name());
    boolean taken = received.row().state() == InboxRow.State.TAKEN;
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("channel", received.row().channel());
    fields.put("id", received.row().id());
    fields.put("sequence", received.row().sequence());
    fields.put("state", received.row().state().name().toLowerCase(Locale.ROOT));
    fields.put("said", received.row().said());
    fields.put("receivedAt", received.row().at().toString());
    return ResponseEntity.status(taken ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .body(fields);
  }

  private static Map<String, Object> fields(OutboxRow row) {
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
