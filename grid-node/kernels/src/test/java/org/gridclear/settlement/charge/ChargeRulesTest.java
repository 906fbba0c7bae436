package org.gridclear.settlement.charge;

import static org.gridclear.settlement.input.SettlementColumn.*;
import static org.gridclear.settlement.input.SettlementColumn.ACTUAL;
import static org.gridclear.settlement.input.SettlementColumn.BASE;
import static org.gridclear.settlement.input.SettlementColumn.DA;
import static org.gridclear.settlement.input.SettlementColumn.DA_PRICE;
import static org.gridclear.settlement.input.SettlementColumn.INSTRUCTED;
import static org.gridclear.settlement.input.SettlementColumn.METERED;
import static org.gridclear.settlement.input.SettlementColumn.REGULATION;
import static org.gridclear.settlement.input.SettlementColumn.RT;
import static org.gridclear.settlement.input.SettlementColumn.RT_PRICE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gridclear.settlement.charge.SettlementFixture.Books;
import org.gridclear.settlement.registry.ContractKind;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.MarketMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every charge of the default book, worked by hand; each month is audited in decimal arithmetic.
 */
// Rows
// Rows
class ChargeRulesTest {
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
  void contractForDifferencePaysTheSellerWhatTheBuyerPays() {
    books =
        fixture()
            .entity("G", EntityClass.THERMAL)
            .entity("U", EntityClass.USER)
            .contract("G", "U", "10", "350")
            .price(DA_PRICE, "320.5")
            .close();
    assertEquals("7080.000", yuan("G", "MLT_CFD")); // 24 h x 10 MWh x (350 - 320.5)
    assertEquals("-7080.000", yuan("U", "MLT_CFD"));
  }

  @Test
  void physicalContractIsPaidInFullAndTakenOffTheDayAhead() {
    books =
        fixture()
            .mode(MarketMode.DECENTRALISED)
            .entity("G", EntityClass.THERMAL)
            .at(DA, 1, 5, "12")
            .entity("U", EntityClass.USER)
            .contract("G", "U", "10", "350")
            .price(DA_PRICE, "300")
            .close();
    assertEquals("84000.000", yuan("G", "MLT_PHYSICAL")); // 240 MWh x 350
    assertEquals("-68400.000", yuan("G", "DA_ENERGY")); // (12 - 240) x 300
    assertEquals("72000.000", yuan("U", "DA_ENERGY"));
  }

  @Test
  void everyContractIsSettledByItsOwnKind() {
    books =
        fixture()
            .entity("G", EntityClass.THERMAL)
            .at(DA, 1, 5, "12")
            .entity("U", EntityClass.USER)
            .entity("V", EntityClass.USER)
            .contract("G", "U", "10", "350", ContractKind.PHYSICAL)
            .contract("G", "V", "4", "310", ContractKind.FINANCIAL)
            .price(DA_PRICE, "300")
            .close();
    assertEquals("84000.000", yuan("G", "MLT_PHYSICAL")); // 240 MWh x 350
    assertEquals("960.000", yuan("G", "MLT_CFD")); // 96 MWh x (310 - 300)
    assertEquals("-68400.000", yuan("G", "DA_ENERGY")); // (12 - 240) x 300
    assertEquals("72000.000", yuan("U", "DA_ENERGY"));
    assertEquals("-960.000", yuan("V", "MLT_CFD"));
    assertEquals("0.000", yuan("V", "DA_ENERGY"));
    assertEquals("0.000", yuan("V", "MLT_PHYSICAL"));
  }

  @Test
  void energyIsSettledInThreeStepsEachMwhOnce() {
    books =
        fixture()
            .entity("G", EntityClass.WIND)
            .at(DA, 1, 3, "12.3456")
            .at(RT, 1, 3, "10")
            .at(METERED, 1, 3, "9")
            .price(DA_PRICE, "300.125")
            .price(RT_PRICE, "310")
            .close();
    assertEquals("3705.223", yuan("G", "DA_ENERGY")); // 3705.2232
    assertEquals("-727.136", yuan("G", "RT_ENERGY")); // -2.3456 x 310
    assertEquals("-310.000", yuan("G", "DEVIATION"));
    assertEquals("-15.500", yuan("G", "DEVIATION_PENALTY")); // (1 - 0.5) x 10 % x 310
  }

  @Test
  void regulationIsPaidByHowWellItFollowed() {
    books =
        fixture()
            .entity("G", EntityClass.THERMAL)
            .at(REGULATION, 1, 8, "20")
            .at(MILEAGE, 1, 8, "40")
            .at(INSTRUCTED, 1, 8, "60")
            .at(BASE, 1, 8, "50")
            .at(ACTUAL, 1, 8, "58")
            .at(METERED, 1, 8, "5")
            .entity("U", EntityClass.USER)
            .at(METERED, 1, 8, "-5")
            .price(REGULATION_PRICE, "12")
            .price(MILEAGE_PRICE, "4.5")
            .close();
    assertEquals("192.000", yuan("G", "REGULATION_CAPACITY")); // 20 x 1 h x 12 x (1 - 2/10)
    assertEquals("144.000", yuan("G", "REGULATION_MILEAGE")); // 40 x 4.5 x 0.8
    assertEquals("-168.000", yuan("U", "ANCILLARY_CONSUMPTION"));
  }

  @Test
  void reserveIsPaidByWhatWasDeliveredWhenCalled() {
    books =
        fixture()
            .entity("G", EntityClass.GAS)
            .at(SPINNING, 1, 8, "10")
            .at(CALLED, 1, 9, "10")
            .at(DELIVERED, 1, 9, "9")
            .at(NON_SPINNING, 1, 8, "5")
            .at(METERED, 1, 8, "1")
            .price(SPINNING_PRICE, "18")
            .price(NON_SPINNING_PRICE, "6")
            .close();
    assertEquals("162.000", yuan("G", "RESERVE_SPINNING")); // 10 x 18 x 0.9
    assertEquals("30.000", yuan("G", "RESERVE_NON_SPINNING"));
  }

  @Test
  void demandResponseIsPaidAndItsShortfallPenalised() {
    books =
        fixture()
            .entity("D", EntityClass.RESPONSE)
            .at(RESPONSE, 1, 19, "5")
            .at(RESPONSE_CALLED, 1, 19, "10")
            .entity("U", EntityClass.USER)
            .at(METERED, 1, 8, "-5")
            .close();
    assertEquals("3000.000", yuan("D", "DEMAND_RESPONSE"));
    assertEquals("-900.000", yuan("D", "DEMAND_RESPONSE_DEFAULT")); // (8 - 5) x 300
    assertEquals("-2100.000", yuan("U", "DEMAND_RESPONSE_SHARE"));
  }

  @Test
  void makeWholePaysTheShortfallOnceOverBothMarkets() {
    books =
        fixture()
            .entity("G", EntityClass.THERMAL)
            .offer(new long[] {50, 100}, new long[] {200, 260})
            .attribute(START_UP, "1000")
            .attribute(NO_LOAD, "50")
            .attribute(DA_STARTS, "1")
            .attribute(RT_STARTS, "1")
            .at(DA, 1, 8, "40")
            .at(RT, 1, 8, "60")
            .at(METERED, 1, 8, "60")
            .entity("U", EntityClass.USER)
            .at(METERED, 1, 8, "-60")
            .price(DA_PRICE, "150")
            .price(RT_PRICE, "150")
            .close();
    assertEquals("3050.000", yuan("G", "DA_MAKE_WHOLE")); // 1000 + 50 + 40x200 - 40x150
    // 1000 + 50 + 50x200 + 10x260 - 6000 - 20x150 - 3050
    assertEquals("1600.000", yuan("G", "RT_MAKE_WHOLE"));
    assertEquals("-4650.000", yuan("U", "MAKE_WHOLE_SHARE"));
  }

  @Test
  void makeWholePaysNothingWhereIncomeCoversCost() {
    books =
        fixture()
            .entity("G", EntityClass.THERMAL)
            .offer(new long[] {50}, new long[] {200})
            .at(DA, 1, 8, "40")
            .at(RT, 1, 8, "40")
            .at(METERED, 1, 8, "40")
            .price(DA_PRICE, "250")
            .price(RT_PRICE, "250")
            .close();
    assertEquals("0.000", yuan("G", "DA_MAKE_WHOLE"));
    assertEquals("0.000", yuan("G", "RT_MAKE_WHOLE"));
  }

  @Test
  void lostOpportunityIsPaidForHeldCapacityOnly() {
    books =
        fixture()
            .entity("G", EntityClass.THERMAL)
            .offer(new long[] {50, 100}, new long[] {200, 260})
            .attribute(MINIMUM, "20")
            .at(REGULATION, 1, 8, "5")
            .at(METERED, 1, 8, "60")
            .at(RT, 1, 8, "60")
            .at(METERED, 1, 9, "60")
            .at(RT, 1, 9, "60")
            .entity("U", EntityClass.USER)
            .at(METERED, 1, 8, "-1")
            .price(RT_PRICE, "300")
            .close();
    assertEquals("200.000", yuan("G", "LOST_OPPORTUNITY")); // hour 8: (300 - 260) x 5 held
  }

  @Test
  void unitInOutageOrWithoutResponseLosesNoOpportunity() {
    SettlementFixture month =
        fixture()
            .entity("OUT", EntityClass.THERMAL)
            .offer(new long[] {50, 100}, new long[] {200, 260})
            .at(REGULATION, 1, 8, "5")
            .entity("DEAF", EntityClass.THERMAL)
            .offer(new long[] {50, 100}, new long[] {200, 260})
            .at(REGULATION, 1, 8, "5")
            .at(METERED, 1, 8, "60")
            .at(INSTRUCTED, 1, 8, "65")
            .at(ACTUAL, 1, 8, "60")
            .at(BASE, 1, 8, "60")
            .entity("U", EntityClass.USER)
            .at(METERED, 1, 8, "-1");
    books = month.price(RT_PRICE, "300").close();
    assertEquals("0.000", yuan("OUT", "LOST_OPPORTUNITY"), "it gave nothing");
    assertEquals("0.000", yuan("DEAF", "LOST_OPPORTUNITY"), "5 MW beside its instruction");
  }

  @Test
  void noGuaranteeIsDueWithoutAnOffer() {
    books =
        fixture()
            .entity("G", EntityClass.THERMAL)
            .at(DA, 1, 8, "30")
            .at(RT, 1, 8, "30")
            .at(METERED, 1, 8, "30")
            .entity("U", EntityClass.USER)
            .at(METERED, 1, 8, "-30")
            .price(DA_PRICE, "-80")
            .price(RT_PRICE, "-80")
            .close();
    assertEquals("-2400.000", yuan("G", "DA_ENERGY"));
    assertEquals("0.000", yuan("G", "DA_MAKE_WHOLE"));
    assertEquals("0.000", yuan("G", "RT_MAKE_WHOLE"));
  }

  @Test
  void lostOpportunityIsNothingBelowTheCostOfTheLeastOutput() {
    books =
        fixture()
            .entity("G", EntityClass.THERMAL)
            .offer(new long[] {50, 100}, new long[] {200, 260})
            .attribute(MINIMUM, "20")
            .at(REGULATION, 1, 8, "5")
            .price(RT_PRICE, "199.999")
            .close();
    assertEquals("0.000", yuan("G", "LOST_OPPORTUNITY"));
  }
}
