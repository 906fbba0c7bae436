package org.gridclear.settlement.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Energy is counted once, and all of it is somebody's. */
// Rows: O-13, O-20, O-21, O-23, O-24, Q-24, Q-25, Q-27, Q-30, R-20
class MeteredEnergyTest {
  @TempDir private Path temporary;
  private SettlementFolder folder;

  @BeforeEach
  void writeFolder() {
    folder = new SettlementFolder(temporary);
  }

  private int[] metered(String entity) {
    return folder.column(SettlementColumn.METERED, entity);
  }

  private long dayOf(String entity) {
    return IntStream.of(metered(entity)).asLongStream().sum();
  }

  private void refused(String... parts) {
    InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> metered("T1"));
    for (String part : parts) {
      assertTrue(refusal.getMessage().contains(part), refusal::getMessage);
    }
  }

  private static String readings(String series, List<String> readings) {
    return "ET1," + series + "," + String.join(",", readings) + "\n";
  }

  private static List<String> steps(String first, String step) {
    List<String> list = new ArrayList<>();
    BigDecimal at = new BigDecimal(first);
    for (int t = 0; t <= 24; t++) {
      list.add(at.toPlainString());
      at = at.add(new BigDecimal(step));
    }
    return list;
  }

  private void registers(String... rows) {
    folder.day("registers.csv", SettlementFolder.registerHeader() + String.join("", rows));
  }

  @Test
  void dayIsTheDifferenceOfReadingsTimesTheMultiplier() {
    folder.edit("meters.csv", "ET1,1,", "ET1,0.5,");
    registers(readings("forwardMwh", steps("1000.0000", "59.9999")));
    assertEquals(7_199_988, dayOf("T1"), "(2439.9976 - 1000.0000) x 0.5");
    for (int mwh : metered("T1")) {
      assertTrue(mwh == 299_999 || mwh == 300_000, () -> mwh + " is no neighbour of 29.99995");
    }
  }

  @Test
  void intervalEnergyTimesAMultiplierIsRoundedOncePerDay() {
    folder.edit("meters.csv", "EU1,1,", "EU1,0.3333,");
    BigDecimal exact = new BigDecimal("240").multiply(new BigDecimal("0.3333"));
    assertEquals(
        -exact.setScale(4, RoundingMode.HALF_UP).unscaledValue().longValueExact(), dayOf("U1"));
  }

  @Test
  void randomReadingsOfADayAreRoundedOnce() {
    SplittableRandom draw = new SplittableRandom(7);
    for (int trial = 0; trial < 20; trial++) {
      BigDecimal multiplier = BigDecimal.valueOf(1 + draw.nextInt(30_000), 4);
      List<String> readings = new ArrayList<>();
      BigDecimal first = BigDecimal.valueOf(draw.nextInt(1_000_000), 4);
      BigDecimal at = first;
      for (int t = 0; t <= 24; t++) {
        readings.add(at.toPlainString());
        at = t == 24 ? at : at.add(BigDecimal.valueOf(draw.nextInt(500_000), 4));
      }
      folder.put(
          "meters.csv",
          folder.text("meters.csv").replaceAll("ET1,[0-9.]+,", "ET1," + multiplier + ","));
      registers(readings("forwardMwh", readings));
      BigDecimal day = at.subtract(first).multiply(multiplier).setScale(4, RoundingMode.HALF_UP);
      assertEquals(day.unscaledValue().longValueExact(), dayOf("T1"));
    }
  }

  @Test
  void reverseRegisterCountsAgainstForward() {
    registers(readings("forwardMwh", steps("0", "30")), readings("reverseMwh", steps("5", "2.5")));
    assertEquals(24 * 275_000, dayOf("T1"));
  }

  @Test
  void registerGivenTwiceIsRefused() {
    registers(readings("forwardMwh", steps("0", "30")), readings("forwardMwh", steps("0", "30")));
    refused("SET-13", "registers.csv: line 3", "ET1 forwardMwh", "registers.csv line 2");
  }

  @Test
  void meterInTwoFilesIsRefusedAndBothAreNamed() {
    folder.day(
        "meters.csv",
        folder.text(SettlementFolder.DAY + "meters.csv")
            + SettlementFolder.row("ET1", "forwardMwh", "30"));
    refused("SET-13", "registers.csv", "meters.csv line 5", "ET1 forwardMwh");
  }

  @Test
  void meterBesideEnergyOfItsEntityIsRefusedAndBothAreNamed() {
    folder.day(
        "awards.csv",
        folder.text(SettlementFolder.DAY + "awards.csv")
            + SettlementFolder.row("U2", "meteredMwh", "10"));
    refused("SET-13", "awards.csv: line 10", "U2 meteredMwh", "meter EU2", "meters.csv line 3");
  }

  @Test
  void awardAmongServicesIsRefused() {
    folder.day(
        "services.csv",
        SettlementFolder.header("entity") + SettlementFolder.row("T1", "daMwh", "30"));
    refused("FMT-03", "services.csv", "daMwh");
  }

  @Test
  void sharesOfAMeterAddUpToItInEveryInterval() {
    folder.put(
        "relations.csv",
        "meter,entity,sign,share,from,to\n"
            + "ET1,T1,1,1,,\n"
            + "EU1,U1,1,0.3333,,\n"
            + "EU1,U2,1,0.3333,,\n"
            + "EU1,U3,1,0.3334,,\n");
    folder.day(
        "meters.csv",
        SettlementFolder.header("meter") + SettlementFolder.row("EU1", "forwardMwh", "10.0001"));
    int[] one = metered("U1");
    int[] two = metered("U2");
    int[] three = metered("U3");
    for (int t = 0; t < 24; t++) {
      assertEquals(-100_001, one[t] + two[t] + three[t]);
    }
    assertEquals(-2_400_024, dayOf("U1") + dayOf("U2") + dayOf("U3"), "240.0024 MWh");
  }

  @Test
  void energyThatIsNobodysIsRefused() {
    folder.edit("relations.csv", "EU3,U3,1,1,,", "EU3,U3,1,0.75,,");
    refused("SET-14", "EU3 share", "0.75");
    folder.edit("relations.csv", "EU3,U3,1,0.75,,\n", "");
    refused("SET-14", "meters.csv: line 4", "EU3 share");
  }

  @Test
  void exchangeWithinADayCountsBothDevicesWithTheirMultipliers() {
    folder.edit("meters.csv", "ET1,1,", "ET1,2,");
    List<String> readings = new ArrayList<>(steps("900", "10"));
    for (int t = 10; t <= 24; t++) {
      readings.set(t, String.valueOf(7 + 20 * (t - 10)));
    }
    registers(readings("forwardMwh", readings));
    folder.day(
        "exchanges.csv",
        "meter,series,interval,lastReading,firstReading,multiplier\nET1,forwardMwh,10,996,3,1\n");
    int[] mwh = metered("T1");
    assertEquals(200_000, mwh[0], "10 x 2");
    assertEquals(160_000, mwh[9], "(996 - 990) x 2 + (7 - 3) x 1");
    assertEquals(200_000, mwh[10], "20 x 1");
    assertEquals(10_000 * (9 * 20 + 16 + 14 * 20), dayOf("T1"));
  }

  @Test
  void exchangeWithoutReadingsIsRefused() {
    folder.day("registers.csv", SettlementFolder.registerHeader());
    folder.day(
        "exchanges.csv",
        "meter,series,interval,lastReading,firstReading\nET1,forwardMwh,10,996,3\n");
    refused("SET-02", "exchanges.csv", "ET1 forwardMwh");
  }

  @Test
  void fallingRegisterIsNamedWithTheReadingAsItWasGiven() {
    List<String> readings = new ArrayList<>(steps("500", "30"));
    readings.set(13, "20");
    registers(readings("forwardMwh", readings));
    refused("SET-05", "registers.csv: line 2, 13 = 20;", "roll over at full scale");
  }

  @Test
  void columnThatIsNoPartOfTheFormatIsNamed() {
    folder.edit(
        "relations.csv", "meter,entity,sign,share,from,to", "meter,entity,sgn,share,from,to");
    refused("FMT-03", "relations.csv", "sgn", "sign");
  }
}
