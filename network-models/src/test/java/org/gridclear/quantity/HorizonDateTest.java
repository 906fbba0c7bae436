package org.gridclear.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import org.gridclear.io.Json;
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
}
