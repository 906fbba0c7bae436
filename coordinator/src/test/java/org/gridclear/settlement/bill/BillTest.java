package org.gridclear.settlement.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.gridclear.settlement.input.SettlementMonth.EntityName;
import org.gridclear.settlement.registry.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bill, its total and its credit note. */
// Rows: S-06, S-08, S-09, S-12
class BillTest {
  private static final Label NAME = new Label("energy", "电能");
  private static final EntityName ENTITY = new EntityName("U1", "Plant", "m", "Member", "unit");

  private static Bill.Line line(String code, long quantity, long price, long amount) {
    return new Bill.Line(code, NAME, "energy", quantity, "MWh", price, amount);
  }

  private static Bill bill(List<Bill.Line> lines, List<Bill.Resettlement> differences) {
    return new Bill(
        "B1", ENTITY, "2026-11-03 10:00", "2026-10-01", "2026-10-31", lines, differences, "r");
  }

  @ParameterizedTest
  @CsvSource({"-1, collect", "0, pay", "1, pay"})
  void directionSaysWhoPaysWhom(long amount, String direction) {
    assertEquals(direction, line("DA", 1, 1, amount).direction());
  }

  /** S-09: the algebraic sum; of a month that was billed before the sum of the differences. */
  @Test
  void totalIsOfTheLinesOrOfTheDifferences() {
    List<Bill.Line> lines = List.of(line("DA", 10, 5, 1_000), line("RT", 4, 5, -1_700));
    assertEquals(-700, bill(lines, List.of()).total());
    List<Bill.Resettlement> differences =
        List.of(
            new Bill.Resettlement("B0", "DA", NAME, 40),
            new Bill.Resettlement("B0", "RT", NAME, -15));
    assertEquals(25, bill(lines, differences).total());
    assertEquals(0, bill(List.of(), List.of()).total());
  }

  /** What cancels a bill is everything with the other sign, at the same prices. */
  @Test
  void creditNoteCancelsEveryLine() {
    Bill bill =
        bill(
            List.of(line("DA", 10, 5, 1_000), line("RT", -4, 425, -1_700)),
            List.of(new Bill.Resettlement("B0", "DA", NAME, 40)));
    Bill credit = bill.credit("wrong meter");
    assertEquals("", credit.number());
    assertEquals("", credit.publishedAt());
    assertEquals(List.of(line("DA", -10, 5, -1_000), line("RT", 4, 425, 1_700)), credit.lines());
    assertEquals(List.of(new Bill.Resettlement("B0", "DA", NAME, -40)), credit.resettlements());
    assertEquals(0, bill.total() + credit.total());
    assertEquals("冲销 Cancels B1: wrong meter", credit.remark());
    assertEquals(ENTITY, credit.entity());
    assertEquals("2026-10-01", credit.from());
    assertEquals("2026-10-31", credit.to());
  }

  @Test
  void issuedBillIsTheDraftWithNumberAndTime() {
    List<MitigatedOffer> offers =
        List.of(new MitigatedOffer(LocalDate.of(2026, 10, 5), "da", "g1", 7));
    Bill draft = bill(List.of(line("DA", 10, 5, 1_000)), List.of()).with(offers);
    Bill issued = draft.issued("B9", "2026-11-04 09:00");
    assertEquals("B9", issued.number());
    assertEquals("2026-11-04 09:00", issued.publishedAt());
    assertEquals(offers, issued.mitigated());
    assertEquals(draft.lines(), issued.lines());
    assertEquals("r", issued.remark());
    assertEquals(List.of(), draft.credit("x").mitigated(), "a credit note says nothing of offers");
  }

  @ParameterizedTest
  @CsvSource({"da, day-ahead, 日前", "rt, real time, 实时", "id, id, id"})
  void mitigatedOfferNamesDateMarketUnitAndNumber(String market, String en, String zh) {
    MitigatedOffer offer = new MitigatedOffer(LocalDate.of(2026, 10, 5), market, "g1", 7);
    assertEquals(
        "2026-10-05, %s: unit g1 was cleared with the mitigated offer set (mitigation 7)"
            .formatted(en),
        offer.text().en());
    assertEquals("2026-10-05 %s: 机组 g1 按缓解后的报价出清 (市场力缓解 7)".formatted(zh), offer.text().zh());
    assertEquals(
        offer, MitigatedOffer.of(new String[] {"B1", "hash", "2026-10-05", market, "g1", "7"}));
  }
}
