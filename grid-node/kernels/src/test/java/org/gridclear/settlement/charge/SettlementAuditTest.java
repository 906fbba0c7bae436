package org.gridclear.settlement.charge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.gridclear.settlement.audit.SettlementAudit;
import org.gridclear.settlement.charge.SettlementFixture.Books;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.registry.EntityClass;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every amount of a month is audited: one that is off is found, whichever it is. */
class SettlementAuditTest {
  private static final int DAYS = 2;
  private static SettlementFixture month;
  private static Books books;

  @BeforeAll
  static void close() {
    month =
        new SettlementFixture(DAYS)
            .price(SettlementColumn.DA_PRICE, "300.123")
            .price(SettlementColumn.RT_PRICE, "280.777")
            .entity("G", EntityClass.HYDRO)
            .at(SettlementColumn.DA, 1, 3, "50.1")
            .at(SettlementColumn.METERED, 1, 3, "48.0007")
            .at(SettlementColumn.METERED, 2, 9, "13")
            .entity("U", EntityClass.USER)
            .at(SettlementColumn.METERED, 1, 3, "-48")
            .at(SettlementColumn.METERED, 2, 9, "-13.3333")
            .event("BLACK_START", "1.5", "100.001")
            .entity("V", EntityClass.USER)
            .at(SettlementColumn.METERED, 2, 9, "-1");
    books = month.close();
  }

  private static List<Map.Entry<PriceDay, List<EntityBlock>>> days() {
    List<Map.Entry<PriceDay, List<EntityBlock>>> days = new ArrayList<>();
    month.days(0, 3).forEach(day -> days.add(Map.entry(day.prices(), day.blocks())));
    return days;
  }

  private static List<String> audit(
      List<Map.Entry<PriceDay, List<EntityBlock>>> days, SettlementAudit.Amounts amounts) {
    return SettlementAudit.differences(books.closed().month(), entity -> true, days, amounts);
  }

  @Test
  void theMonthIsRightAsItIs() {
    assertEquals(List.of(), audit(days(), books::milliYuan));
    assertTrue(books.milliYuan(0, "DA_ENERGY", 1) != 0, "it has something to audit");
  }

  /** One line for every item of every entity on every day. */
  @ParameterizedTest
  @ValueSource(longs = {1, -1})
  void everyAmountThatIsOffByTheLastDigitIsFound(long off) {
    int items = books.closed().month().book().items().size();
    List<String> found =
        audit(days(), (entity, item, day) -> books.milliYuan(entity, item, day) + off);
    assertEquals(3 * items * DAYS, found.stream().distinct().count());
  }

  @Test
  void amountsOfAnotherEntityOrDayAreFound() {
    assertTrue(audit(days(), (e, item, day) -> books.milliYuan(2 - e, item, day)).size() > 0);
    assertTrue(audit(days(), (e, item, day) -> books.milliYuan(e, item, 3 - day)).size() > 0);
  }

  /** What is not looked at must not pass. */
  @Test
  void aDayThatIsMissingTwiceThereOrInAnotherPlaceIsFound() {
    List<Map.Entry<PriceDay, List<EntityBlock>>> days = days();
    assertEquals(
        List.of("1 days were audited, the month has 2"),
        audit(days.subList(0, 1), books::milliYuan));
    assertEquals(
        List.of("0 days were audited, the month has 2"), audit(List.of(), books::milliYuan));
    Collections.reverse(days);
    List<String> swapped = audit(days, books::milliYuan);
    assertTrue(swapped.contains("the prices of day 2 stand for day 1"), "" + swapped);
    List<Map.Entry<PriceDay, List<EntityBlock>>> mixed =
        List.of(
            Map.entry(days().get(0).getKey(), days().get(1).getValue()),
            Map.entry(days().get(1).getKey(), days().get(0).getValue()));
    List<String> blocks = audit(mixed, books::milliYuan);
    assertTrue(blocks.contains("a block of day 2 stands for day 1"), "" + blocks);
  }
}
