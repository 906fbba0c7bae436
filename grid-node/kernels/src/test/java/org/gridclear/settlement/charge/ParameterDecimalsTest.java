package org.gridclear.settlement.charge;

import static org.gridclear.settlement.input.SettlementColumn.METERED;
import static org.gridclear.settlement.input.SettlementColumn.TARIFF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gridclear.settlement.charge.SettlementFixture.Books;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;

/**
 * What is added up over days, or shared among classes, is of one scale, however many decimals the
 * values of a parameter have. Worked by hand.
 */
// Rows: Q-28, S-07, R-45
class ParameterDecimalsTest {
  private static RuleBook book(UnaryOperator<String> change) {
    IssueLog log = new IssueLog("book");
    RuleBook book = RuleBookReader.read(change.apply(RuleBookReader.defaultText()), log);
    log.throwIfErrors();
    return book;
  }

  /** A pool of what an event collects, with an allocation of its own. */
  private static String withGift(String text, String parameter, String allocation) {
    return text.replace("parameters:\n", "parameters:\n  " + parameter + "\n")
        .replace(
            "\npools:\n", "\npools:\n  - {pool: GIFT, kind: shared, name: {en: Gift, zh: 赠}}\n")
        .replace(
            "\ncharges:\n",
            "\n"
                + "charges:\n"
                + "  - {item: GIVEN, name: {en: Given, zh: 赠}, account: deviation, over: event,"
                + " amount: eventYuan, pool: GIFT}\n")
        .replace(
            "\nallocations:\n",
            "\nallocations:\n  - {item: GOT, name: {en: Got, zh: 得}, account: surplus, pool: GIFT, "
                + allocation
                + "}\n");
  }

  /** 100 MWh a day at 0.3, then at 0.25, then at 0.2 yuan/MWh: 30 + 25 + 20. */
  @Test
  void aFeeThatIsRoundedByTheMonthGoesOnWhereItsRateHasMoreDecimals() {
    Books books =
        new SettlementFixture(3)
            .book(
                book(
                    text ->
                        text.replace(
                            "serviceYuanPerMwh: {value: \"0.300\", unit: yuan/MWh}",
                            "serviceYuanPerMwh: {unit: yuan/MWh, values: [{value: \"0.3\","
                                + " effectiveTo: 2026-10-01}, {value: \"0.25\", effectiveFrom:"
                                + " 2026-10-02, effectiveTo: 2026-10-02}, {value: \"0.2\","
                                + " effectiveFrom: 2026-10-03}]}")))
            .entity("G", EntityClass.WIND)
            .at(METERED, 1, 5, "100")
            .at(METERED, 2, 5, "100")
            .at(METERED, 3, 5, "100")
            .close();
    assertEquals("-30.000", books.yuan("G", "SERVICE_FEE", 1));
    assertEquals("-25.000", books.yuan("G", "SERVICE_FEE", 2));
    assertEquals("-20.000", books.yuan("G", "SERVICE_FEE", 3));
    assertEquals(List.of(), books.audit());
  }

  /** 10 MWh of day 1 weigh 15, 10 MWh of day 2 weigh 22.5: of 375 yuan 150 and 225. */
  @Test
  void sharesOfAMonthAreByWeightsOfAllDaysInOneScale() {
    String weight =
        "weight: {unit: \"1\", values: [{value: \"1.5\", effectiveTo: 2026-10-01},"
            + " {value: \"2.25\", effectiveFrom: 2026-10-02}]}";
    Books books =
        new SettlementFixture(2)
            .book(
                book(
                    text ->
                        withGift(text, weight, "period: month, driver: abs(meteredMwh) * weight")))
            .entity("N", EntityClass.GRID)
            .event("GIVEN", "1", "-187.5")
            .entity("A", EntityClass.WIND)
            .at(METERED, 1, 5, "10")
            .entity("B", EntityClass.WIND)
            .at(METERED, 2, 5, "10")
            .close();
    assertEquals("150.000", books.yuan("A", "GOT"));
    assertEquals("225.000", books.yuan("B", "GOT"));
    assertEquals(List.of(), books.audit());
  }

  /**
   * A unit pays no transmission and weighs the least, 100; the user weighs the 300 that it pays.
   */
  @Test
  void classesWithoutTheItemOfADriverWeighOnItsScale() {
    Books books =
        new SettlementFixture(1)
            .book(
                book(
                    text ->
                        withGift(
                            text,
                            "leastYuan: {value: \"100\", unit: yuan}",
                            "driver: \"max(sum(-TRANSMISSION), leastYuan)\", classes:"
                                + " [generation, consumption]")))
            .entity("N", EntityClass.GRID)
            .event("GIVEN", "1", "-400")
            .entity("U", EntityClass.USER)
            .attribute(TARIFF, "100")
            .at(METERED, 1, 5, "-3")
            .entity("W", EntityClass.WIND)
            .close();
    assertEquals("-300.000", books.yuan("U", "TRANSMISSION"));
    assertEquals("300.000", books.yuan("U", "GOT"));
    assertEquals("100.000", books.yuan("W", "GOT"));
    assertEquals(List.of(), books.audit());
  }

  /** Two versions of a fee are two rules: each sum is rounded by itself, as the auditor has it. */
  @Test
  void aRuleThatFollowsAnotherRoundsItsOwnSum() {
    Books books =
        new SettlementFixture(2)
            .book(
                book(
                    text ->
                        text.replace(
                            "    roundAt: month\n"
                                + "    quantity: meteredMwh\n"
                                + "    amount: -abs(meteredMwh) * serviceYuanPerMwh\n"
                                + "    pool: EXCHANGE\n",
                            "    roundAt: month\n"
                                + "    quantity: meteredMwh\n"
                                + "    amount: -abs(meteredMwh) * serviceYuanPerMwh\n"
                                + "    pool: EXCHANGE\n"
                                + "    effectiveTo: 2026-10-01\n"
                                + "  - item: SERVICE_FEE\n"
                                + "    name: {en: Fee, zh: 费}\n"
                                + "    account: memberService\n"
                                + "    classes: [generation, consumption]\n"
                                + "    roundAt: month\n"
                                + "    quantity: meteredMwh\n"
                                + "    amount: -abs(meteredMwh) * serviceYuanPerMwh\n"
                                + "    pool: EXCHANGE\n"
                                + "    effectiveFrom: 2026-10-02\n")))
            .entity("G", EntityClass.WIND)
            .at(METERED, 1, 5, "0.0013") // 0.00039 yuan
            .at(METERED, 2, 5, "0.0013") // 0.00039 yuan, together 0.00078
            .close();
    assertEquals("0.000", books.yuan("G", "SERVICE_FEE"), "0.001 were they one rule");
    assertEquals(List.of(), books.audit());
  }
}
