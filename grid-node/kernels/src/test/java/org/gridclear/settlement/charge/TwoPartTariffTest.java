package org.gridclear.settlement.charge;

import static org.gridclear.settlement.input.SettlementColumn.CAPACITY;
import static org.gridclear.settlement.input.SettlementColumn.METERED;
import static org.gridclear.settlement.input.SettlementColumn.TARIFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.settlement.allocation.BookCheck;
import org.gridclear.settlement.charge.SettlementFixture.Books;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;

/** The two-part transmission tariff of docs/settlement.md, worked by hand, and what it rests on. */
// Rows
class TwoPartTariffTest {
  private static final String DEMAND =
      """
        - item: DEMAND_CHARGE
          name: {en: Demand charge, zh: 需量电费}
          account: transmission
          classes: [user]
          grain: month
          quantity: max(maxOfMonth(-meteredMwh * perHour), demandShareMin * capacityMw)
          amount: -round(max(maxOfMonth(-meteredMwh * perHour), demandShareMin * capacityMw), 4) * demandYuanPerMw
          pool: DEMAND
      """
          .indent(0);
  private static final String INCOME =
      "  - {item: DEMAND_INCOME, name: {en: Demand income, zh: 需量电费收入}, account: transmission,"
          + " pool: DEMAND, classes: [user], driver: \"-DEMAND_CHARGE * lastDay\", toGrid: true}\n";

  private static RuleBook book(String demand) {
    String text =
        RuleBookReader.defaultText()
            .replace(
                "parameters:\n",
                "parameters:\n"
                    + "  valleyShare: {value: \"0.5\", unit: \"1\"}\n"
                    + "  demandShareMin: {value: \"0.4\", unit: \"1\"}\n"
                    + "  demandYuanPerMw: {unit: yuan/MW, values:"
                    + " [{value: \"30000\", effectiveTo: 2026-10-01},"
                    + " {value: \"30000.5\", effectiveFrom: 2026-10-02}]}\n")
            .replace(
                "\npools:\n",
                "\npools:\n  - {pool: DEMAND, kind: shared, name: {en: Demand, zh: 需量}}\n")
            .replace(
                "    amount: meteredMwh * tariffYuanPerMwh\n",
                "    amount: meteredMwh * if(minuteOfDay < 480, valleyShare, 1) *"
                    + " tariffYuanPerMwh\n")
            .replace("\ntransfers:\n", "\n" + demand + "\ntransfers:\n")
            .replace("\nallocations:\n", "\nallocations:\n" + INCOME);
    IssueLog log = new IssueLog("book");
    RuleBook book = RuleBookReader.read(text, log);
    log.throwIfErrors();
    return book;
  }

  private static SettlementFixture month(RuleBook book) {
    return new SettlementFixture(2)
        .book(book)
        .calendar(1, 1)
        .calendar(2, 1)
        .entity("N1", EntityClass.GRID)
        .entity("N2", EntityClass.GRID)
        .entity("A", EntityClass.USER)
        .attribute(TARIFF, "100")
        .attribute(CAPACITY, "20")
        .at(METERED, 1, 3, "-2")
        .at(METERED, 1, 18, "-12.5")
        .at(METERED, 2, 9, "-10")
        .entity("B", EntityClass.USER)
        .grid("N2")
        .attribute(TARIFF, "100")
        .attribute(CAPACITY, "20")
        .at(METERED, 1, 10, "-3.0001")
        .until(1)
        .entity("C", EntityClass.USER)
        .grid("N2")
        .attribute(TARIFF, "10")
        .at(METERED, 1, 12, "-9")
        .at(METERED, 2, 12, "-11.1111");
  }

  @Test
  void demandIsPaidOnceForTheGreatestOfTheMonthAndEnergyByTime() {
    Books books = month(book(DEMAND)).close();
    assertEquals("0.000", books.yuan("A", "DEMAND_CHARGE", 1), "it is paid on the last day");
    assertEquals("-375006.250", books.yuan("A", "DEMAND_CHARGE", 2), "12.5 of day 1 x 30 000.5");
    assertEquals("-1350.000", books.yuan("A", "TRANSMISSION", 1), "12.5 x 100 + 2 x 50");
    assertEquals("-1000.000", books.yuan("A", "TRANSMISSION", 2), "10 x 100");
    assertEquals("-240000.000", books.yuan("B", "DEMAND_CHARGE", 1), "0.4 of 20 MW, and it left");
    assertEquals("0.000", books.yuan("B", "DEMAND_CHARGE", 2));
    assertEquals(
        "-333338.556", books.yuan("C", "DEMAND_CHARGE", 2), "11.1111 x 30 000.5 = …555 55");
    assertEquals(List.of(), books.audit());
  }

  @Test
  void demandChargesGoToTheGridCompanyOfTheUserOnTheDayTheyArePaid() {
    Books books = month(book(DEMAND)).close();
    assertEquals("240000.000", books.yuan("N2", "DEMAND_INCOME", 1));
    assertEquals("333338.556", books.yuan("N2", "DEMAND_INCOME", 2));
    assertEquals("375006.250", books.yuan("N1", "DEMAND_INCOME"));
    assertEquals("2350.000", books.yuan("N1", "TRANSMISSION_INCOME"));
  }

  @Test
  void ruleThatFollowsAnotherGoesOnFromItsGreatestValue() {
    String first = DEMAND.replace("grain: month", "grain: month\n    effectiveTo: 2026-10-01");
    String then = DEMAND.replace("grain: month", "grain: month\n    effectiveFrom: 2026-10-02");
    Books books = month(book(first + then)).close();
    assertEquals("-375006.250", books.yuan("A", "DEMAND_CHARGE"), "the peak was on day 1");
    assertEquals(List.of(), books.audit());
  }

  @Test
  void greatestValueIsThatOfEachEntityHoweverTheyAreGrouped() {
    SettlementFixture month = month(book(DEMAND));
    RuleBook book = month.month().book();
    int items = book.items().size();
    int demand = book.item("DEMAND_CHARGE");
    ChargeResult together = month.charges(0, 5);
    for (int e = 0; e < 5; e++) {
      assertEquals(
          together.amounts()[1][e * items + demand],
          month.charges(e, e + 1).amounts()[1][demand],
          "entity " + e);
    }
  }

  @Test
  void greatestOfTheMonthIsRefusedWhereThereIsNoMonthOfAnEntity() {
    RuleBook book =
        book(
            "  - {item: DEMAND_CHARGE, name: {en: D, zh: D}, account: transmission, over: contract,"
                + " amount: -maxOfMonth(contractMwh * perHour) * demandYuanPerMw, pool: DEMAND}\n");
    List<RuleIssue> issues = BookCheck.issues(month(book).month());
    assertTrue(
        issues.stream().anyMatch(issue -> issue.text().contains("not over contracts")),
        issues.toString());
  }
}
