package org.gridclear.web.market;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.gridclear.account.Right;
import org.gridclear.market.anomaly.AnomalyNotices;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.RegisteredTypes;
import org.gridclear.market.result.CurveQuery;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.ResultAnswer;
import org.gridclear.market.result.ResultService;
import org.gridclear.market.result.StatisticsQuery;
import org.gridclear.market.result.Viewer;
import org.gridclear.table.RowRange;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Results of days, within what the caller may see. Markets are lt-ruc, da, id and rt. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class DayController {
  private static final String NEWEST = "newest";

  private final ServedMarket served;
  private final ServedRegistry registry;

  DayController(ServedMarket served, ServedRegistry registry) {
    this.served = served;
    this.registry = registry;
  }

  private ResponseEntity<byte[]> answer(
      Function<ResultService, ResultAnswer> question, RowRange pages, String format)
      throws IOException {
    ResultService service =
        new ResultService(served.days(), AnomalyNotices.of(served.folder().database()));
    String currency = served.folder().facts().currency();
    return ResultAnswers.of(() -> question.apply(service), pages, format, currency);
  }

  private static Viewer viewer(Caller caller) {
    return Viewer.of(caller.scope(), caller.rights());
  }

  private static DayQuery query(
      String market, LocalDate from, LocalDate to, String version, RowParameters rows) {
    return new DayQuery(
        DayKey.market(market), from, to, rows.run(), number(version), rows.filter());
  }

  private static OptionalInt number(String version) {
    if (version.equals(NEWEST)) {
      return OptionalInt.empty();
    }
    if (!version.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          "The version (%s) must be a number from 1, or newest.".formatted(version));
    }
    return OptionalInt.of(Integer.parseInt(version));
  }

  /** Versions of days: who made them, when, and of which case. */
  @GetMapping("/days")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> versions(
      Caller caller,
      @PathVariable String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return answer(
        service -> service.versions(viewer(caller), DayKey.market(market), from, to),
        RowRange.ALL,
        format);
  }

  /** Rows of a kind of results of one version, a number or {@code newest}. */
  @GetMapping("/days/{date}/versions/{version}/{kind}")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> day(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable String version,
      @PathVariable String kind,
      @ParameterObject RowParameters rows,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "100000") int limit,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    RowRange pages = new RowRange(offset, limit);
    return answer(
        service ->
            service.rows(
                viewer(caller),
                query(market, date, date, version, rows),
                ResultKind.of(kind),
                pages),
        pages,
        format);
  }

  /** Rows of a kind of results over a range of dates, of the newest versions. */
  @GetMapping("/results/{kind}")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> rows(
      Caller caller,
      @PathVariable String market,
      @PathVariable String kind,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = NEWEST) String version,
      @ParameterObject RowParameters rows,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "100000") int limit,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    RowRange pages = new RowRange(offset, limit);
    return answer(
        service ->
            service.rows(
                viewer(caller), query(market, from, to, version, rows), ResultKind.of(kind), pages),
        pages,
        format);
  }

  /** Figures of a column by groups, or its duration curve ({@code curve=true}). */
  @GetMapping("/statistics/{kind}")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> statistics(
      Caller caller,
      @PathVariable String market,
      @PathVariable String kind,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = NEWEST) String version,
      @ParameterObject RowParameters rows,
      @RequestParam(defaultValue = "") String column,
      @RequestParam(defaultValue = "") String by,
      @RequestParam(defaultValue = "false") boolean curve,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    List<String> groups = by.isEmpty() ? List.of() : List.of(by.split(",", -1));
    return answer(
        service ->
            service.statistics(
                viewer(caller),
                query(market, from, to, version, rows),
                ResultKind.of(kind),
                new StatisticsQuery(column, groups, curve)),
        RowRange.ALL,
        format);
  }

  /**
   * Load or output of all elements of a type or a member, by period, or its energy over the range
   * ({@code energy=true}).
   */
  @GetMapping("/curves/{kind}")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> curves(
      Caller caller,
      @PathVariable String market,
      @PathVariable String kind,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = NEWEST) String version,
      @ParameterObject RowParameters rows,
      @RequestParam(defaultValue = "type") String by,
      @RequestParam(defaultValue = "false") boolean energy,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    MarketRegistry open = registry.open();
    return answer(
        service ->
            service.curves(
                viewer(caller),
                query(market, from, to, version, rows),
                new CurveQuery(
                    ResultKind.of(kind), CurveQuery.by(by), energy, RegisteredTypes.byDate(open))),
        RowRange.ALL,
        format);
  }

  /** How the price of each zone went over each date: its greatest change from period to period. */
  @GetMapping("/price-changes")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> priceChanges(
      Caller caller,
      @PathVariable String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(required = false) @Nullable String zone,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    DayQuery all = DayQuery.of(DayKey.market(market), from, to);
    DayQuery query = zone == null ? all : all.with(DayQuery.Filter.ofZone(zone));
    return answer(service -> service.priceChanges(viewer(caller), query), RowRange.ALL, format);
  }

  /** The price of a bus beside the units, loads and storages there. */
  @GetMapping("/buses/{bus}")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> bus(
      Caller caller,
      @PathVariable String market,
      @PathVariable String bus,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "100000") int limit,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    RowRange pages = new RowRange(offset, limit);
    return answer(
        service ->
            service.atBus(
                viewer(caller),
                DayQuery.of(DayKey.market(market), from, to).with(DayQuery.Filter.ofBus(bus)),
                pages),
        pages,
        format);
  }

  /** Two versions, or two dates, side by side; what is not said of the other is the same. */
  @GetMapping("/days/{date}/versions/{version}/{kind}/comparison")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  ResponseEntity<byte[]> comparison(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable String version,
      @PathVariable String kind,
      @ParameterObject RowParameters rows,
      @RequestParam(required = false) @Nullable LocalDate otherDate,
      @RequestParam(defaultValue = NEWEST) String otherVersion,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    LocalDate other = otherDate == null ? date : otherDate;
    return answer(
        service ->
            service.compare(
                viewer(caller),
                query(market, date, date, version, rows),
                query(market, other, other, otherVersion, rows),
                ResultKind.of(kind)),
        RowRange.ALL,
        format);
  }
}
