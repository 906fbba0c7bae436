package org.gridclear.web.market.publishing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.account.Right;
import org.gridclear.market.publication.HandedTable;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Publishes and withdraws, for whoever operates the market. */
@RestController
@RequestMapping("/api/v1/publications")
class PublishingController {
  private final ServedPublishing served;

  PublishingController(ServedPublishing served) {
    this.served = served;
  }

  /** Publishes what is due by the catalogue. */
  @PostMapping("/due")
  @Needs(Right.OPERATE_MARKET)
  List<Map<String, Object>> due(
      Caller caller, @RequestParam LocalDate from, @RequestParam LocalDate to) {
    return OutcomeText.fields(served.publishing().run(from, to, caller.name()));
  }

  /** Publishes a kind of data of a date as it is known now. */
  @PostMapping("/dates/{date}/{kind}")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> date(Caller caller, @PathVariable LocalDate date, @PathVariable String kind) {
    return OutcomeText.fields(
        served.publishing().date(kind, date, Optional.empty(), caller.name()));
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
    return OutcomeText.fields(
        served.publishing().date(kind, date, Optional.of(table), caller.name()));
  }
}
