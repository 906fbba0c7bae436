package org.gridclear.settlement.charge;

import static org.gridclear.settlement.input.SettlementColumn.*;
import static org.gridclear.settlement.input.SettlementColumn.DA;
import static org.gridclear.settlement.input.SettlementColumn.DA_PRICE;
import static org.gridclear.settlement.input.SettlementColumn.HELD;
import static org.gridclear.settlement.input.SettlementColumn.METERED;
import static org.gridclear.settlement.input.SettlementColumn.OBLIGATION;
import static org.gridclear.settlement.input.SettlementColumn.RT;
import static org.gridclear.settlement.input.SettlementColumn.RT_PRICE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gridclear.settlement.charge.SettlementFixture.Books;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Fees, tariffs, events and shares of pools, worked by hand; each month is audited in decimal
 * arithmetic.
 */
// Rows, S-17
class FeeRulesTest {
  private Books books;

  private static SettlementFixture fixture() {
    return new SettlementFixture(1);
  }

  private String yuan(String entity, String item) {
    return books.yuan(entity, item);
  }

  @AfterEach
  void booksBalanceAndTheAuditorAgrees() {
    books.balance();
  }

  @Test
  void assessmentByTheTwoRulesCountsWithTheCapacityOfTheUnit() {
    String text =
        RuleBookReader.defaultText()
            .replace(
                "parameters:\n",
                "parameters:\n  outageYuanPerMw: {value: \"12.5\", unit: yuan/MW}\n")
            .replace(
                "zh: 非计划停运}, account: assessment, over: event, quantity: eventQuantity, amount:"
                    + " eventQuantity * eventYuan",
                "zh: 非计划停运}, account: assessment, over: event, quantity: eventQuantity, amount: \""
                    + "-round(eventQuantity * capacityMw, 4) * outageYuanPerMw\"");
    IssueLog log = new IssueLog("book");
    RuleBook book = RuleBookReader.read(text, log);
    log.throwIfErrors();
    books =
        fixture()
            .book(book)
            .entity("G", EntityClass.THERMAL)
            .attribute(CAPACITY, "300.5")
            .event("UNPLANNED_OUTAGE", "2.5", "0")
            .entity("U", EntityClass.USER)
            .at(METERED, 1, 1, "-1")
            .close();
    assertEquals("-9390.625", yuan("G", "UNPLANNED_OUTAGE"), "2.5 x 300.5 x 12.5");
  }

  @Test
  void transmissionIsPaidToTheGridCompanyOfTheUser() {
    books =
        fixture()
            .entity("N1", EntityClass.GRID)
            .entity("N2", EntityClass.GRID)
            .entity("A", EntityClass.USER)
            .attribute(TARIFF, "100")
            .at(METERED, 1, 1, "-10.0001")
            .entity("B", EntityClass.USER)
            .grid("N2")
            .attribute(TARIFF, "33.333")
            .at(METERED, 1, 1, "-7")
            .entity("C", EntityClass.USER)
            .grid("N2")
            .attribute(TARIFF, "10")
            .at(METERED, 1, 1, "-1")
            .close();
    assertEquals("1000.010", yuan("N1", "TRANSMISSION_INCOME"));
    assertEquals("243.331", yuan("N2", "TRANSMISSION_INCOME")); // 7 x 33.333 + 10
  }

  @Test
  void tariffOfAProvinceHasTimesOfUseDayTypesAndDates() {
    String text =
        RuleBookReader.defaultText()
            .replace(
                "    amount: meteredMwh * tariffYuanPerMwh\n",
                "    amount: meteredMwh * if(dayType > 2, holidayYuanPerMwh, if(minuteOfDay < 480,"
                    + " valleyShare, 1) * tariffYuanPerMwh)\n")
            .replace(
                "parameters:\n",
                "parameters:\n"
                    + "  valleyShare: {value: \"0.5\", unit: \"1\"}\n"
                    + "  holidayYuanPerMwh: {unit: yuan/MWh, values: [{value: \"40\", effectiveTo:"
                    + " 2026-10-01}, {value: \"30\", effectiveFrom: 2026-10-02}]}\n");
    IssueLog log = new IssueLog("book");
    RuleBook book = RuleBookReader.read(text, log);
    log.throwIfErrors();
    SettlementFixture month =
        new SettlementFixture(2)
            .book(book)
            .entity("N", EntityClass.GRID)
            .entity("U", EntityClass.USER)
            .attribute(TARIFF, "100")
            .at(METERED, 1, 3, "-1")
            .at(METERED, 1, 9, "-1")
            .at(METERED, 2, 9, "-1")
            .calendar(1, 3);
    assertEquals("-80.000", books(month).yuan("U", "TRANSMISSION", 1), "a holiday: 2 x 40");
    month.calendar(1, 1);
    assertEquals("-150.000", books(month).yuan("U", "TRANSMISSION", 1), "50 at night and 100");
    month.calendar(2, 3);
    assertEquals("-30.000", books(month).yuan("U", "TRANSMISSION", 2), "the price of the 2nd");
  }

  private SettlementFixture.Books books(SettlementFixture month) {
    books = month.close();
    return books;
  }

  @Test
  void monthlyFeesArePaidOnceAlsoByThoseThatLeave() {
    books =
        new SettlementFixture(4)
            .entity("G", EntityClass.THERMAL)
            .attribute(HELD, "1")
            .at(METERED, 1, 1, "20")
            .entity("LEFT", EntityClass.USER)
            .attribute(OBLIGATION, "2")
            .until(1)
            .at(METERED, 1, 1, "-10")
            .entity("STAYS", EntityClass.USER)
            .attribute(OBLIGATION, "2")
            .at(METERED, 1, 1, "-10")
            .close();
    assertEquals("-500.000", yuan("LEFT", "MEMBERSHIP"));
    assertEquals("-500.000", yuan("STAYS", "MEMBERSHIP"));
    assertEquals("-4100.000", yuan("LEFT", "CAPACITY_FEE"), "a quarter of 2 x 8200");
    assertEquals("-16400.000", yuan("STAYS", "CAPACITY_FEE"));
    assertEquals("20500.000", yuan("G", "CAPACITY_INCOME"));
    assertEquals("0.000", books.yuan("STAYS", "MEMBERSHIP", 3));
    assertEquals("-500.000", books.yuan("STAYS", "MEMBERSHIP", 4));
  }

  /** Multiplied before it is divided, and rounded once: 33 · 8200 · 1 / 31 = 8 729.0322… */
  // Rows: R-43
  @Test
  void capacityOfSomeDaysIsTheExactShareOfTheMonth() {
    books =
        new SettlementFixture(31)
            .entity("G", EntityClass.THERMAL)
            .attribute(HELD, "1")
            .at(METERED, 1, 1, "20")
            .entity("TEN", EntityClass.USER)
            .attribute(OBLIGATION, "100")
            .until(10)
            .at(METERED, 1, 1, "-10")
            .entity("ONE", EntityClass.USER)
            .attribute(OBLIGATION, "33")
            .until(1)
            .at(METERED, 1, 1, "-10")
            .close();
    assertEquals("-264516.129", yuan("TEN", "CAPACITY_FEE"), "820 000 x 10 / 31");
    assertEquals("-8729.032", yuan("ONE", "CAPACITY_FEE"));
    assertEquals("273245.161", yuan("G", "CAPACITY_INCOME"));
  }

  /** 0.0901 · 8200.005 · 10 / 30 = 246.27348…; its product rounded first would make it .274. */
  @Test
  void aQuotientIsRoundedOnce() {
    IssueLog log = new IssueLog("book");
    RuleBook book =
        RuleBookReader.read(RuleBookReader.defaultText().replace("8200.000", "8200.005"), log);
    log.throwIfErrors();
    books =
        new SettlementFixture(30)
            .book(book)
            .entity("G", EntityClass.THERMAL)
            .attribute(HELD, "1")
            .at(METERED, 1, 1, "20")
            .entity("U", EntityClass.USER)
            .attribute(OBLIGATION, "0.0901")
            .until(10)
            .at(METERED, 1, 1, "-10")
            .close();
    assertEquals("-246.273", yuan("U", "CAPACITY_FEE"));
  }

  @Test
  void eventsArePaidAndFinesPayForAncillaryServices() {
    books =
        fixture()
            .entity("G", EntityClass.THERMAL)
            .event("UNPLANNED_OUTAGE", "3", "-100")
            .event("BLACK_START", "1", "1000")
            .at(METERED, 1, 1, "10")
            .entity("U", EntityClass.USER)
            .at(METERED, 1, 1, "-10")
            .close();
    assertEquals("-300.000", yuan("G", "UNPLANNED_OUTAGE"));
    assertEquals("1000.000", yuan("G", "BLACK_START"));
    assertEquals("-350.000", yuan("G", "ANCILLARY_GENERATION")); // half of 1000 - 300
    assertEquals("-350.000", yuan("U", "ANCILLARY_CONSUMPTION"));
  }

  @Test
  void usersPayTransmissionFundsAndCapacityToThoseWhoProvideThem() {
    books =
        fixture()
            .entity("N", EntityClass.GRID)
            .entity("G", EntityClass.HYDRO)
            .attribute(HELD, "8")
            .entity("U", EntityClass.USER)
            .attribute(TARIFF, "189.5")
            .attribute(OBLIGATION, "7")
            .at(METERED, 1, 1, "-10")
            .close();
    assertEquals("-1895.000", yuan("U", "TRANSMISSION"));
    assertEquals("1895.000", yuan("N", "TRANSMISSION_INCOME"));
    assertEquals("-57400.000", yuan("U", "CAPACITY_FEE"));
    assertEquals("57400.000", yuan("G", "CAPACITY_INCOME"));
    assertEquals("-271.000", yuan("U", "GOVERNMENT_FUND"));
    assertEquals("-500.000", yuan("G", "MEMBERSHIP"));
  }

  /**
   * 1 MW of the auction at 6 500.5, 2 MW from another user at 7 000; the rest of the duty at 8 200.
   */
  // Rows: R-42
  @Test
  void capacityOfAnAuctionAndBetweenMembersHasThePriceOfEachTrade() {
    String event =
        "  - {item: %s, name: {en: Trade, zh: 交易}, account: capacity, over: event, quantity:"
            + " eventQuantity, amount: eventQuantity * eventYuan, pool: CAPACITY_TRADES}\n";
    String text =
        RuleBookReader.defaultText()
            .replace(
                "\n\ncharges:\n",
                "\n"
                    + "  - {pool: CAPACITY_TRADES, kind: zero, name: {en: Trades, zh: 交易}}\n\n"
                    + "charges:\n"
                    + event.formatted("CAPACITY_AUCTION")
                    + event.formatted("CAPACITY_BILATERAL"));
    IssueLog log = new IssueLog("book");
    RuleBook book = RuleBookReader.read(text, log);
    log.throwIfErrors();
    books =
        fixture()
            .book(book)
            .entity("G", EntityClass.HYDRO)
            .attribute(HELD, "8")
            .event("CAPACITY_AUCTION", "1", "6500.5")
            .entity("U", EntityClass.USER)
            .attribute(OBLIGATION, "4")
            .event("CAPACITY_AUCTION", "-1", "6500.5")
            .event("CAPACITY_BILATERAL", "-2", "7000")
            .entity("V", EntityClass.USER)
            .attribute(OBLIGATION, "0")
            .event("CAPACITY_BILATERAL", "2", "7000")
            .close();
    assertEquals("6500.500", yuan("G", "CAPACITY_AUCTION"));
    assertEquals("-6500.500", yuan("U", "CAPACITY_AUCTION"));
    assertEquals("-14000.000", yuan("U", "CAPACITY_BILATERAL"));
    assertEquals("14000.000", yuan("V", "CAPACITY_BILATERAL"));
    assertEquals("-32800.000", yuan("U", "CAPACITY_FEE"));
    assertEquals("32800.000", yuan("G", "CAPACITY_INCOME"));
  }

  @Test
  void smallFeesAreRoundedOverTheMonthAndNotIntervalByInterval() {
    SettlementFixture month = new SettlementFixture(31).entity("U", EntityClass.USER);
    for (int day = 1; day <= 31; day++) {
      for (int hour = 0; hour < 24; hour++) {
        month.at(METERED, day, hour, "-0.0017");
      }
    }
    books = month.close();
    // 744 x 0.0017 x 0.3 = 0.37944; rounded hour by hour it would be 0.744
    assertEquals("-0.379", yuan("U", "SERVICE_FEE"));
  }

  @Test
  void commissionIsAShareOfWhatWasTraded() {
    books =
        fixture()
            .entity("G", EntityClass.WIND)
            .at(DA, 1, 3, "10")
            .at(RT, 1, 3, "8")
            .price(DA_PRICE, "300")
            .price(RT_PRICE, "250")
            .close();
    assertEquals("-0.700", yuan("G", "COMMISSION")); // 0.0002 x (3000 + 500)
  }

  @Test
  void congestionPaysRightsFirstAndThenConsumers() {
    books =
        fixture()
            .entity("G", EntityClass.WIND)
            .at(DA, 1, 3, "10")
            .at(RT, 1, 3, "10")
            .at(METERED, 1, 3, "10")
            .right(0, 1, "2")
            .entity("U", EntityClass.USER)
            .at(DA, 1, 3, "-10")
            .at(RT, 1, 3, "-10")
            .at(METERED, 1, 3, "-10")
            .price(DA_PRICE, 0, "200")
            .price(DA_PRICE, 1, "260")
            .price(DA_CONGESTION, 1, "50")
            .price(RT_PRICE, "250")
            .close();
    // rent 10 x 50 = 500; the right would get 24 h x 2 MW x 50 = 2400 and gets all there is
    assertEquals("500.000", yuan("G", "TRANSMISSION_RIGHT"));
    assertEquals("0.000", yuan("U", "CONGESTION_SHARE"));
    // merchandising surplus 10 x 60 less the rent: losses, back to both sides by energy
    assertEquals("50.000", yuan("G", "LOSS_SHARE"));
    assertEquals("50.000", yuan("U", "LOSS_SHARE"));
  }
}
