package org.gridclear.web.market.settlement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.exposure.StandingDay;
import org.gridclear.settlement.exposure.StandingLedger;
import org.gridclear.settlement.payment.Credit;
import org.gridclear.settlement.payment.PaymentActs;
import org.gridclear.settlement.payment.PaymentDesk;
import org.gridclear.settlement.payment.PaymentEvent;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ratings, guarantees, deposits and exposure: a member sees its own. */
@RestController
@RequestMapping("/api/v1/settlement/credit")
class CreditController {
  private final ServedProcess served;
  private final ServedDays days;

  CreditController(ServedProcess served, ServedDays days) {
    this.served = served;
    this.days = days;
  }

  /** Deposits and exposure of rated members, as of now. */
  @GetMapping
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> show(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        served.payments().credit(ServedProcess.sees(caller)), TableAnswer.format(format));
  }

  /** Guarantees and what is left of them. */
  @GetMapping("/guarantees")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> guarantees(
      Caller caller, @RequestParam(defaultValue = "json") String format) throws IOException {
    return TableAnswer.of(
        served.payments().guarantees(ServedProcess.sees(caller)), TableAnswer.format(format));
  }

  /** Tells members whose deposit is short, with a deadline. */
  @PostMapping("/telling")
  @Needs(Right.SETTLE)
  List<String> tell(Caller caller) {
    return ServedProcess.asked(() -> new Credit(served.ledger()).tell(caller.name()));
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
        ServedProcess.yuan(outcome.marketMilliYuan()),
        outcome.uncovered().stream()
            .map(
                each ->
                    new Uncovered(
                        each.member(),
                        ServedProcess.yuan(each.exposureMilliYuan()),
                        ServedProcess.yuan(each.heldMilliYuan()),
                        ServedProcess.yuan(each.uncoveredMilliYuan())))
            .toList());
  }

  /** Days of which intervals were read, and their balance. */
  @GetMapping("/standing")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> standing(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(served.payments().standing(), TableAnswer.format(format));
  }

  private static long milliYuan(String field, @Nullable String yuan) {
    try {
      return FixedPoint.parse(yuan == null ? "" : yuan, FixedPoint.YUAN_DECIMALS);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "%s (%s) must be an amount in yuan with at most 3 decimals.".formatted(field, yuan), e);
    }
  }

  /**
   * A rating.
   *
   * @param rating one of the terms
   * @param estimateYuan what the member is thought to owe in a month while it has no bill
   */
  record Rating(@Nullable String rating, @Nullable String estimateYuan) {}

  /** Proposes the rating of a member; decided with the proposals of payments. */
  @PostMapping(path = "/ratings/{member}", consumes = "application/json")
  @Needs(Right.SETTLE)
  Map<String, Object> rate(Caller caller, @PathVariable String member, @RequestBody Rating rating) {
    if (rating.rating() == null) {
      throw new IllegalArgumentException("Give the rating.");
    }
    PaymentEvent.Act.Rated rated =
        new PaymentEvent.Act.Rated(
            member,
            rating.rating(),
            rating.estimateYuan() == null ? 0 : milliYuan("estimateYuan", rating.estimateYuan()));
    return ServedProcess.asked(
        () -> Map.of("number", new PaymentActs(served.ledger()).propose(rated, caller.name())));
  }

  /**
   * A guarantee.
   *
   * @param member the member
   * @param kind CASH, BANK_GUARANTEE, UNSECURED or OTHER
   * @param yuan amount
   * @param from first day
   * @param to last day; null for no end
   * @param note what it is
   */
  record Given(
      @Nullable String member,
      PaymentEvent.@Nullable Guarantee kind,
      @Nullable String yuan,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String note) {}

  /** Notes a guarantee that a member gave. */
  @PostMapping(path = "/guarantees", consumes = "application/json")
  @Needs(Right.SETTLE)
  Map<String, Object> guarantee(Caller caller, @RequestBody Given given) {
    if (given.member() == null || given.kind() == null || given.from() == null) {
      throw new IllegalArgumentException("Give member, kind, yuan and from.");
    }
    PaymentEvent.GuaranteeGiven event =
        new PaymentEvent.GuaranteeGiven(
            given.member(),
            given.kind(),
            milliYuan("yuan", given.yuan()),
            given.from(),
            given.to(),
            given.note() == null ? "" : given.note());
    return ServedProcess.asked(
        () -> Map.of("number", new PaymentDesk(served.ledger()).guarantee(event, caller.name())));
  }

  /** How much. */
  record Amount(@Nullable String yuan) {}

  /** Gives a guarantee back, in whole or in part. */
  @PostMapping(path = "/guarantees/{number}/return", consumes = "application/json")
  @Needs(Right.SETTLE)
  Map<String, Object> giveBack(
      Caller caller, @PathVariable long number, @RequestBody Amount amount) {
    long milliYuan = milliYuan("yuan", amount.yuan());
    return ServedProcess.asked(
        () -> {
          new PaymentDesk(served.ledger()).giveBack(number, milliYuan, caller.name());
          return Map.of("number", number);
        });
  }
}
