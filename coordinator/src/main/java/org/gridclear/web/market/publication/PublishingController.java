package org.gridclear.web.market.publication;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gridclear.account.Right;
import org.gridclear.market.approval.StateChangedException;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.publication.HandedTable;
import org.gridclear.market.publication.MessageText;
import org.gridclear.market.publication.Publishing.Outcome;
import org.gridclear.market.publication.ScheduledPublishing;
import org.gridclear.market.store.publication.PublicationRow;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.ServedMarket;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Publishes and withdraws, for whoever operates the market. */
@RestController
@RequestMapping("/api/v1/publications")
class PublishingController {
  private final ServedMarket served;

  PublishingController(ServedMarket served) {
    this.served = served;
  }

  private ScheduledPublishing publishing() {
    return ScheduledPublishing.of(served.folder(), served.days(), Clock.systemUTC());
  }

  /** Publishes what is due by the catalogue. */
  @PostMapping("/due")
  @Needs(Right.OPERATE_MARKET)
  List<Map<String, Object>> due(
      Caller caller, @RequestParam LocalDate from, @RequestParam LocalDate to) {
    return fields(publishing().run(from, to, caller.name()));
  }

  /**
   * A version of a day.
   *
   * @param market such as da
   * @param date trading date
   * @param cycle number of the run of the day; 0 where left out
   * @param version its number
   * @param kinds kinds of the catalogue; all of the market where left out
   * @param reason why it is withdrawn
   */
  record Wanted(
      String market,
      LocalDate date,
      @Nullable Integer cycle,
      int version,
      @Nullable List<String> kinds,
      @Nullable String reason) {}

  private DayVersion find(Wanted wanted) {
    if (wanted.market() == null || wanted.date() == null) {
      throw new IllegalArgumentException("Give market, date and version.");
    }
    int cycle = wanted.cycle() == null ? 0 : wanted.cycle();
    DayKey key = new DayKey(DayKey.market(wanted.market()), wanted.date(), cycle);
    return served.days().versions(key.market(), key.date(), key.date()).stream()
        .filter(each -> each.key().equals(key) && each.version() == wanted.version())
        .findFirst()
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "There is no version %d of %s.".formatted(wanted.version(), key.text())));
  }

  /** Publishes kinds of data of an approved version, all or none; 409 if it is not approved. */
  @PostMapping(path = "/versions", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  List<Map<String, Object>> version(Caller caller, @RequestBody Wanted wanted) {
    List<String> kinds = wanted.kinds() == null ? List.of() : wanted.kinds();
    DayVersion version = find(wanted);
    return fields(asked(() -> publishing().publishing().version(version, kinds, caller.name())));
  }

  /** Withdraws a published version; 409 if it is not published. */
  @PostMapping(path = "/withdrawals", consumes = "application/json")
  @Needs(Right.APPROVE_DAY)
  List<Map<String, Object>> withdraw(Caller caller, @RequestBody Wanted wanted) {
    String reason = wanted.reason() == null ? "" : wanted.reason();
    DayVersion version = find(wanted);
    List<PublicationRow> rows =
        asked(() -> publishing().publishing().withdraw(version, reason, caller.name()));
    return rows.stream().map(MessageText::fields).toList();
  }

  /** Publishes a kind of data of a date as it is known now. */
  @PostMapping("/dates/{date}/{kind}")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> date(Caller caller, @PathVariable LocalDate date, @PathVariable String kind) {
    return fields(publishing().date(kind, date, Optional.empty(), caller.name()));
  }

  /**
   * Publishes a table that is handed in, CSV whatever its type; its column member says whose a row
   * is.
   */
  @PostMapping(
      path = "/tables/{date}/{kind}",
      consumes = {"text/csv", "application/json"})
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> table(
      Caller caller,
      @PathVariable LocalDate date,
      @PathVariable String kind,
      @RequestBody String csv) {
    HandedTable table = new HandedTable("request", csv.getBytes(StandardCharsets.UTF_8));
    return fields(publishing().date(kind, date, Optional.of(table), caller.name()));
  }

  private static <T> T asked(Supplier<T> work) {
    try {
      return work.get();
    } catch (StateChangedException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
  }

  private static List<Map<String, Object>> fields(List<Outcome> outcomes) {
    return outcomes.stream().map(PublishingController::fields).toList();
  }

  private static Map<String, Object> fields(Outcome outcome) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", outcome.kind());
    fields.put("subject", outcome.subject().text());
    fields.put("publication", outcome.published().map(MessageText::fields).orElse(null));
    fields.put("messages", outcome.told());
    fields.put("remark", outcome.remark());
    return fields;
  }
}
