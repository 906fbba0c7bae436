package org.gridclear.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.gridclear.json.Json;
import org.junit.jupiter.api.Test;

class HorizonDateTest {
  private final Horizon dated = new Horizon(4, 720, 60, LocalDate.of(2028, 2, 28));

  @Test
  void aDateGoesOnOverTheEndOfTheMonthAndIntoPartsAndFinerPeriods() {
    assertEquals("2028-02-28T01:00", dated.label(0));
    assertEquals("2028-02-29T13:00", dated.label(3));
    assertEquals("2028-03-01T01:00", dated.label(4), "the end of the last period");
    PeriodMap part = PeriodMap.part(dated, 2, 4);
    assertEquals("2028-02-29T01:00", part.horizon().label(0));
    assertEquals("2028-02-29T07:00", PeriodMap.days(dated, 0, 360, false).horizon().label(5));
    assertEquals("D2 13:00", dated.from(null).label(3));
  }

  @Test
  void aHorizonWithoutADateIsWrittenAsBefore() {
    String text = Json.MAPPER.writeValueAsString(dated.from(null));
    assertFalse(text.contains("firstDay"), text);
    for (Horizon each : new Horizon[] {dated, dated.from(null)}) {
      String written = Json.MAPPER.writeValueAsString(each);
      assertEquals(each, Json.MAPPER.readValue(written, Horizon.class));
    }
  }

  @Test
  void aPeriodIsMeantByItsNumberItsBeginningOrATimeInIt() {
    Horizon plain = dated.from(null);
    for (int t = 0; t < dated.periodCount(); t++) {
      assertEquals(t, dated.periodOf(Integer.toString(t + 1)));
      assertEquals(t, dated.periodOf(dated.label(t)));
      assertEquals(t, dated.periodOf(dated.label(t).replace('T', ' ')));
      assertEquals(t, plain.periodOf(plain.label(t)));
    }
    assertEquals(0, dated.periodOf("2028-02-28T12:59"));
    for (String offset : List.of("2028-02-28T12:00+08:00", "2028-02-28 12:00Z", "12:00 -05")) {
      assertTrue(
          assertThrows(IllegalArgumentException.class, () -> dated.periodOf(offset))
              .getMessage()
              .contains("has an offset from UTC"),
          offset);
    }
    assertEquals(0, dated.periodOf("9:30"));
    assertEquals(3, plain.periodOf("D3 00:59"));
  }

  @Test
  void whatIsNoPeriodOrLiesOutsideIsRefusedWithWhatThereIs() {
    for (String text :
        List.of("0", "5", "-1", "2028-02-28T00:59", "D3 01:00", "2028-03-01T01:00")) {
      String said =
          assertThrows(IllegalArgumentException.class, () -> dated.periodOf(text)).getMessage();
      assertTrue(said.contains("1..4"), said);
      assertTrue(said.contains("2028-02-28T01:00"), said);
    }
    for (String text : List.of("", "noon", "12:60", "2028-02-30T01:00", "1.5", "99999999999")) {
      assertThrows(IllegalArgumentException.class, () -> dated.periodOf(text), text);
    }
    String undated = "2028-02-28T01:00";
    assertThrows(IllegalArgumentException.class, () -> dated.from(null).periodOf(undated));
  }
}
