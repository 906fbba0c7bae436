package org.gridclear.settlement.charge;

import static org.gridclear.settlement.input.SettlementColumn.ACTUAL;
import static org.gridclear.settlement.input.SettlementColumn.BASE;
import static org.gridclear.settlement.input.SettlementColumn.CALLED;
import static org.gridclear.settlement.input.SettlementColumn.DELIVERED;
import static org.gridclear.settlement.input.SettlementColumn.INSTRUCTED;
import static org.gridclear.settlement.input.SettlementColumn.METERED;
import static org.gridclear.settlement.input.SettlementColumn.REGULATION;
import static org.gridclear.settlement.input.SettlementColumn.REGULATION_PRICE;
import static org.gridclear.settlement.input.SettlementColumn.RESPONSE;
import static org.gridclear.settlement.input.SettlementColumn.RESPONSE_CALLED;
import static org.gridclear.settlement.input.SettlementColumn.SPINNING;
import static org.gridclear.settlement.input.SettlementColumn.SPINNING_PRICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.gridclear.settlement.charge.SettlementFixture.Books;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.MarketMode;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Response by calls and hours, deviation of services, re-settlement; worked by hand. */
// Rows, S-06, S-12
class OtherChargesTest {
  private Books books;

  private static RuleBook book(String... changes) {
    String text = RuleBookReader.defaultText();
    for (int i = 0; i < changes.length; i += 2) {
      text = text.replace(changes[i], changes[i + 1]);
    }
    IssueLog log = new IssueLog("book");
    RuleBook book = RuleBookReader.read(text, log);
    log.throwIfErrors();
    return book;
  }

  private static String parameter(String name, String value) {
    return name + ": {value: \"" + value + "\"";
  }

  @AfterEach
  void booksBalanceAndTheAuditorAgrees() {
    books.balance();
  }

  /**
   * Two calls on day 1 (one of two hours), one on day 2, two on day 3; four are paid a month. Hours
   * count where at least 80 % of the call came, up to 4 a day.
   */
  @Test
  void responseIsPaidByCallsAndHours() {
    SettlementFixture month =
        new SettlementFixture(3)
            .book(
                book(
                    parameter("responseCallYuan", "0.000"), parameter("responseCallYuan", "150.5"),
                    parameter("responseCallsMax", "10"), parameter("responseCallsMax", "4"),
                    parameter("responseYuanPerH", "0.000"), parameter("responseYuanPerH", "80")))
            .entity("D", EntityClass.RESPONSE);
    int[][] calls = {{1, 8}, {1, 9}, {1, 18}, {2, 0}, {3, 5}, {3, 7}};
    for (int[] call : calls) {
      month
          .at(RESPONSE_CALLED, call[0], call[1], "2")
          .at(RESPONSE, call[0], call[1], call[1] == 18 ? "1.5" : "2");
    }
    books =
        month
            .entity("U", EntityClass.USER)
            .at(METERED, 1, 1, "-1")
            .at(METERED, 2, 1, "-1")
            .at(METERED, 3, 1, "-1")
            .close();
    assertEquals("301.000", books.yuan("D", "DEMAND_RESPONSE_CALLS", 1)); // 2 x 150.5
    assertEquals("150.500", books.yuan("D", "DEMAND_RESPONSE_CALLS", 2));
    assertEquals("150.500", books.yuan("D", "DEMAND_RESPONSE_CALLS", 3)); // the 4th; the 5th is not
    assertEquals("160.000", books.yuan("D", "DEMAND_RESPONSE_DURATION", 1)); // 1.5 < 0.8 x 2
    assertEquals("80.000", books.yuan("D", "DEMAND_RESPONSE_DURATION", 2));
    assertEquals("160.000", books.yuan("D", "DEMAND_RESPONSE_DURATION", 3));
  }

  /** 12 MW off an instruction with a band of 0.1 x 20 MW: 10 MWh at 6.5; 3.5 of 8 MW missing. */
  @Test
  void servicesThatDeviateFromTheirTradePay() {
    String off = "    classes: [generation]\n    enabled: false\n";
    books =
        new SettlementFixture(1)
            .book(book(off, off.replace("false", "true")))
            .price(REGULATION_PRICE, "6.5")
            .price(SPINNING_PRICE, "20")
            .entity("G", EntityClass.HYDRO)
            .at(REGULATION, 1, 4, "20")
            .at(INSTRUCTED, 1, 4, "100")
            .at(BASE, 1, 4, "80")
            .at(ACTUAL, 1, 4, "88")
            .at(METERED, 1, 4, "88")
            .at(SPINNING, 1, 5, "10")
            .at(CALLED, 1, 5, "8")
            .at(DELIVERED, 1, 5, "4.5")
            .entity("U", EntityClass.USER)
            .at(METERED, 1, 4, "-88")
            .close();
    assertEquals("-65.000", books.yuan("G", "REGULATION_DEVIATION")); // (12 - 2) x 6.5
    assertEquals("-70.000", books.yuan("G", "RESERVE_DEVIATION")); // 3.5 x 20
  }

  /** Regulation and reserve of real time; of the day ahead once that is switched on (AMB-32). */
  // Rows: R-10
  @Test
  void reserveOfTheDayAheadIsSettledWhereItIsSwitchedOnAndPeakShavingNever() {
    RuleBook standard = RuleBookReader.byDefault();
    assertTrue(
        standard.on(LocalDate.of(2026, 10, 1), MarketMode.CENTRALISED).charges().stream()
            .noneMatch(rule -> rule.item().equals("DA_RESERVE")));
    assertFalse(RuleBookReader.defaultText().contains("PEAK_SHAVING"));
    for (String item : List.of("REGULATION_CAPACITY", "RESERVE_SPINNING", "RESERVE_NON_SPINNING")) {
      assertTrue(standard.item(item) >= 0, item);
    }
    String off = "pool: ANCILLARY, enabled: false}";
    books =
        new SettlementFixture(1)
            .book(book(off, off.replace("false", "true")))
            .entity("G", EntityClass.HYDRO)
            .event("DA_RESERVE", "10", "12.5")
            .at(METERED, 1, 1, "1")
            .entity("U", EntityClass.USER)
            .at(METERED, 1, 1, "-1")
            .close();
    assertEquals("125.000", books.yuan("G", "DA_RESERVE"));
  }

  @Test
  void anEarlierMonthIsSettledAgainInThisOne() {
    books =
        new SettlementFixture(1)
            .entity("A", EntityClass.USER)
            .event("RESETTLEMENT", "1", "-1234.567")
            .entity("B", EntityClass.USER)
            .event("RESETTLEMENT", "1", "1234.566")
            .close();
    assertEquals("-1234.567", books.yuan("A", "RESETTLEMENT"));
    assertEquals("1234.566", books.yuan("B", "RESETTLEMENT"));
    int pool = books.closed().month().book().pool("RESETTLEMENT");
    assertEquals(1, books.closed().balances()[0][pool], "what is left is the account's");
  }
}
