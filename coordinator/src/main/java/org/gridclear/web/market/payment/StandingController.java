package org.gridclear.web.market.payment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.exposure.StandingDay;
import org.gridclear.settlement.exposure.StandingLedger;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.settlement.ServedProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What members owe now, by the readings of intervals. */
@RestController
@RequestMapping("/api/v1/settlement/credit")
class StandingController {
  private final ServedProcess served;

  private final ServedDays days;

  StandingController(ServedProcess served, ServedDays days) {
    this.served = served;
    this.days = days;
  }

  /**
   * Readings of an interval.
   *
   * @param folder settlement folder of the server with the day as it is known
   * @param file CSV: meter,series,mwh
   */
  record Readings(@Nullable String folder, @Nullable String file) {}

  /** A member whose guarantees do not cover what it owes now. */
  record Uncovered(String member, String exposureYuan, String heldYuan, String uncoveredYuan) {}

  /** What became of the readings of an interval. */
  record Read(int readings, int members, String marketYuan, List<Uncovered> uncovered) {}

  /** Takes the readings of all meters of an interval; whoever is not covered is told at once. */
  @PostMapping(path = "/standing/{date}/{interval}", consumes = "application/json")
  @Needs(Right.SETTLE)
  Read read(
      Caller caller,
      @PathVariable LocalDate date,
      @PathVariable int interval,
      @RequestBody Readings readings) {
    if (readings.folder() == null || readings.file() == null) {
      throw new IllegalArgumentException("Give folder and file.");
    }
    byte[] csv = readings.file().getBytes(StandardCharsets.UTF_8);
    StandingDay day = days.of(readings.folder(), date);
    StandingLedger.Outcome outcome =
        ServedProcess.asked(
            () ->
                new StandingLedger(served.ledger()).read(day, date, interval, csv, caller.name()));
    return new Read(
        outcome.readings(),
        outcome.members(),
        FixedPoint.yuan(outcome.marketMilliYuan()),
        outcome.uncovered().stream()
            .map(
                each ->
                    new Uncovered(
                        each.member(),
                        FixedPoint.yuan(each.exposureMilliYuan()),
                        FixedPoint.yuan(each.heldMilliYuan()),
                        FixedPoint.yuan(each.uncoveredMilliYuan())))
            .toList());
  }

  /** Days of which intervals were read, and their balance. */
  @GetMapping("/standing")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> standing(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(served.payments().standing(), format);
  }
}
