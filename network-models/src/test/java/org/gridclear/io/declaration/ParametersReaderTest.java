package org.gridclear.io.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.gridclear.market.declaration.DeclarationParameters;
import org.gridclear.market.declaration.DeclarationParameters.Bounds;
import org.gridclear.market.declaration.DeclarationParameters.Moment;
import org.gridclear.market.declaration.DeclarationParameters.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters of a market: each field is the number that it says, or all of them are refused. */
class ParametersReaderTest {
  private static final String TEXT =
      """
      {"market": "da", "from": "2026-01-02", "minutesPerPeriod": 15,
       "opens": {"daysBefore": 7, "time": "00:01"}, "gate": {"daysBefore": 1, "time": "09:30"},
       "energy": {"floorYuanPerMwh": -200, "capYuanPerMwh": 1500.5},
       "priceStepYuanPerMwh": 0.01, "segmentCountMax": 10, "segmentMwMin": 1.5,
       "startYuanCap": 1000000, "noLoadYuanPerHCap": 50000, "jumpFactor": 9,
       "products": [{"product": "spin", "floorYuanPerMwh": 2, "capYuanPerMwh": 100},
         {"product": "agc", "floorYuanPerMwh": 0, "capYuanPerMwh": 80, "mileageYuanPerMwCap": 15,
          "mileagePerMwh": 6.5}],
       "defaults": {"lastDays": 7, "referenceOffer": true}}
      """;

  private static DeclarationParameters read(String text) {
    return ParametersReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String with(String from, String to) {
    int at = TEXT.indexOf(from);
    assertTrue(at >= 0 && TEXT.indexOf(from, at + 1) < 0, from);
    return TEXT.replace(from, to);
  }

  private static List<String> refused(String text) {
    var e = assertThrows(ParametersReader.RefusedException.class, () -> read(text));
    return String.valueOf(e.getMessage()).lines().toList();
  }

  @Test
  void eachFieldIsItsOwnNumberInItsOwnUnit() {
    DeclarationParameters read = read(TEXT);
    assertEquals("da", read.market());
    assertEquals(LocalDate.of(2026, 1, 2), read.from());
    assertEquals(15, read.minutesPerPeriod());
    assertEquals(new Moment(7, LocalTime.of(0, 1)), read.opens());
    assertEquals(new Moment(1, LocalTime.of(9, 30)), read.gate());
    assertEquals(new Bounds(-200_000, 1_500_500), read.energy());
    assertEquals(10, read.priceStep());
    assertEquals(10, read.segmentCountMax());
    assertEquals(15_000, read.segmentMwMin());
    assertEquals(1_000_000_000, read.startYuanCap());
    assertEquals(50_000_000, read.noLoadYuanPerHCap());
    assertEquals(9, read.jumpFactor());
    assertEquals(
        List.of(
            new Product("spin", new Bounds(2_000, 100_000), 0, 0),
            new Product("agc", new Bounds(0, 80_000), 15_000, 65_000)),
        read.products());
    assertEquals(new DeclarationParameters.Defaults(7, true), read.defaults());
    assertEquals(
        new DeclarationParameters.Defaults(366, false),
        read(with("7, \"referenceOffer\": true", "366, \"referenceOffer\": false")).defaults());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "da"; "DA"; market
          "da"; "a-name-of-17-char"; market
          "2026-01-02"; "2026-02-29"; from
          "minutesPerPeriod": 15; "minutesPerPeriod": 7; minutesPerPeriod
          "minutesPerPeriod": 15; "minutesPerPeriod": 0; minutesPerPeriod
          "minutesPerPeriod": 15; "minutesPerPeriod": 2880; minutesPerPeriod
          "00:01"; "24:01"; opens time
          "daysBefore": 7; "daysBefore": 0; opens
          "daysBefore": 7, "time": "00:01"; "daysBefore": 1, "time": "09:30"; opens
          "daysBefore": 1,; "daysBefore": -1,; gate daysBefore
          "floorYuanPerMwh": -200; "floorYuanPerMwh": 1500.501; energy floorYuanPerMwh
          "floorYuanPerMwh": -200; "floorYuanPerMwh": -1000000.001; floors and caps
          1500.5; 1000000.001; floors and caps
          1500.5; 1500.5001; energy capYuanPerMwh
          "capYuanPerMwh": 100; "capYuanPerMwh": 1; products 1 floorYuanPerMwh
          "capYuanPerMwh": 100; "capYuanPerMwh": 1000000.001; floors and caps
          "priceStepYuanPerMwh": 0.01; "priceStepYuanPerMwh": 0; priceStepYuanPerMwh, segmentCountMax, jumpFactor
          "segmentCountMax": 10; "segmentCountMax": 0; priceStepYuanPerMwh, segmentCountMax, jumpFactor
          "segmentCountMax": 10; "segmentCountMax": 1000001; segmentCountMax
          "jumpFactor": 9; "jumpFactor": 1; priceStepYuanPerMwh, segmentCountMax, jumpFactor
          "segmentMwMin": 1.5; "segmentMwMin": -0.0001; segmentMwMin
          "startYuanCap": 1000000; "startYuanCap": -0.001; floors and caps
          "startYuanCap": 1000000; "startYuanCap": 100000000000.001; floors and caps
          "noLoadYuanPerHCap": 50000; "noLoadYuanPerHCap": -1; floors and caps
          "product": "agc"; "product": "spin"; products
          "mileagePerMwh": 6.5; "mileagePerMwh": -6.5; products
          "mileageYuanPerMwCap": 15; "mileageYuanPerMwCap": -15; products
          "mileagePerMwh": 6.5; "mileagePerMWh": 6.5; products 2 mileagePerMwh
          "lastDays": 7; "lastDays": 367; defaults lastDays
          "referenceOffer": true; "referenceOffer": "yes"; defaults referenceOffer
          "referenceOffer": true; "referenceOffer": 1; defaults referenceOffer
          "referenceOffer": true; "referenceOffer": "TRUE"; defaults referenceOffer
          "jumpFactor": 9,; ; jumpFactor
          "jumpFactor": 9; "jumpFactor": 9, "junk": 1; junk
          """)
  void whatCannotHoldIsRefusedWhereItStands(String from, String to, String place) {
    List<String> lines = refused(with(from, to == null ? "" : to));
    assertTrue(lines.get(0).matches("REFUSED DEC-0\\d \\Q" + place + "\\E = .*"), lines.toString());
  }

  @Test
  void aBoundItselfIsTaken() {
    assertEquals(
        new Bounds(-1_000_000_000, 1_000_000_000),
        read(with("-200", "-1000000").replace("1500.5", "1000000")).energy());
    assertEquals(
        100_000_000_000_000L,
        read(with("\"startYuanCap\": 1000000", "\"startYuanCap\": 100000000000")).startYuanCap());
    assertEquals(2, read(with("\"jumpFactor\": 9", "\"jumpFactor\": 2")).jumpFactor());
    assertEquals(1440, read(with("riod\": 15", "riod\": 1440")).minutesPerPeriod());
    assertEquals("a-name-of-16-cha", read(with("\"da\"", "\"a-name-of-16-cha\"")).market());
    assertEquals(
        LocalTime.of(9, 29, 59),
        read(with("7, \"time\": \"00:01\"", "1, \"time\": \"09:29:59\"")).opens().time());
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    List<String> lines =
        refused(
            TEXT.replace("\"da\"", "\"D\"")
                .replace("\"lastDays\": 7", "\"lastDays\": 400")
                .replace("\"jumpFactor\": 9", "\"jumpFactor\": 1"));
    assertEquals(3, lines.size(), lines.toString());
    assertEquals(1, refused("{").size());
    assertEquals(1, refused(TEXT + "{}").size());
  }

  /** The gate is a local time of a local date: clocks change between it and the trading date. */
  @Test
  void theGateIsTheLocalTimeOfTheDayBefore() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Moment gate = read(TEXT).gate();
    assertEquals(Instant.parse("2026-03-28T08:30:00Z"), gate.of(LocalDate.of(2026, 3, 29), berlin));
    assertEquals(Instant.parse("2026-03-29T07:30:00Z"), gate.of(LocalDate.of(2026, 3, 30), berlin));
    assertNotEquals(read(TEXT).opens(), gate);
  }
}
