package org.gridclear.web.market.payment;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.exposure.StandingDay;
import org.gridclear.settlement.exposure.StandingLedger;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Readings of intervals, and whom they leave uncovered. */
@RestController
@RequestMapping("/api/v1/settlement/credit")
class ReadingController {
  private final ServedPayments served;

  private final ServedDays days;

  ReadingController(ServedPayments served, ServedDays days) {
    this.served = served;
    this.days = days;
  }

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
      @RequestBody IntervalReadings readings) {
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
}
