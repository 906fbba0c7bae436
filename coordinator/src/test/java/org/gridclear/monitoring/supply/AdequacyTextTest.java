package org.gridclear.monitoring.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.gridclear.monitoring.adequacy.AdequacySystem;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Systems for a study of adequacy, as they are written. */
class AdequacyTextTest {
  private static final String UNIT = "{id: a, mw: 50, meanUpHours: 90, meanDownHours: 10}";

  private static String list(double value, int count) {
    return Collections.nCopies(count, value).toString();
  }

  private static String season(int from, int to, double weekday, double weekend) {
    return "{from: %d, to: %d, weekdayPercent: %s, weekendPercent: %s}"
        .formatted(from, to, list(weekday, 24), list(weekend, 24));
  }

  private static AdequacySystem read(String units, String weeks, String... seasons) {
    String text =
        "{units: [%s], load: {peakMw: 200, weeksPercent: %s, daysPercent: %s, seasons: [%s]}}"
            .formatted(units, weeks, "[100, 90, 80, 70, 60, 50, 40]", String.join(", ", seasons));
    return AdequacyText.read(text.getBytes(StandardCharsets.UTF_8), "test");
  }

  private static void refused(String words, String units, String weeks, String... seasons) {
    String said =
        assertThrows(InvalidInputException.class, () -> read(units, weeks, seasons)).getMessage();
    assertTrue(said.contains(words), said);
  }

  /** peak · week · day · hour: 200 MW · 50 % · 90 % · 80 % are 72 MW. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 80000",
    "0, 23, 80000",
    "0, 24, 72000",
    "0, 119, 48000",
    "0, 120, 12500",
    "0, 167, 10000",
    "1, 0, 160000",
    "1, 167, 20000"
  })
  void loadIsThePeakTimesItsShares(int week, int hour, long kw) {
    long[][] load = read(UNIT, "[50, 100]", season(1, 2, 80, 25)).loadKw();
    assertEquals(2, load.length);
    assertEquals(168, load[0].length);
    assertEquals(kw, load[week][hour]);
  }

  @Test
  void seasonsAreOfTheirWeeks() {
    long[][] load =
        read(UNIT, "[100, 100, 100]", season(2, 3, 50, 50), season(1, 1, 100, 100)).loadKw();
    assertEquals(200_000, load[0][0]);
    assertEquals(100_000, load[1][0]);
    assertEquals(100_000, load[2][0]);
  }

  /** A week that two seasons name has no load that one could believe. */
  @Test
  void weekOfTwoSeasonsIsRefused() {
    refused("week 2 twice", UNIT, "[100, 100, 100]", season(1, 2, 50, 50), season(2, 3, 100, 100));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, '1..2'", "1, 3, '1..2'", "2, 1, '1..2'", "1, 1, no week 2", "2, 2, no week 1"})
  void everyWeekHasASeason(int from, int to, String words) {
    refused(words, UNIT, "[100, 100]", season(from, to, 50, 50));
  }

  @Test
  void unitsThatAreManyAreCounted() {
    AdequacySystem system =
        read(
            "{id: a, count: 3, mw: 0.0015, meanUpHours: 90, meanDownHours: 0}, "
                + "{id: b, mw: 7, meanUpHours: 1, meanDownHours: 1}",
            "[100]",
            season(1, 1, 50, 50));
    assertEquals(
        List.of("a-1", "a-2", "a-3", "b"), system.units().stream().map(unit -> unit.id()).toList());
    assertEquals(2, system.units().get(0).kw(), "whole kW, half up");
    assertEquals(7000, system.units().get(3).kw());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: a, count: 0, mw: 5, meanUpHours: 9, meanDownHours: 1}|count",
        "{id: a, mw: -5, meanUpHours: 9, meanDownHours: 1}|mw",
        "{id: a, mw: 5, meanUpHours: 0, meanDownHours: 1}|meanUpHours",
        "{id: a, mw: 5, meanUpHours: 9, meanDownHours: -1}|meanDownHours",
        "{id: a, mw: 5, meanUpHours: 9}|meanDownHours",
        "{id: a-1, mw: 5, meanUpHours: 9, meanDownHours: 1}, {id: a, count: 2, mw: 5, meanUpHours:"
            + " 9, meanDownHours: 1}|its own id",
        "{id: a, mw: 5, meanUpHours: 9, meanDownHours: 1, colour: red}|colour"
      })
  void unitsThatCannotBeAreRefused(String units, String words) {
    refused(words, units, "[100]", season(1, 1, 50, 50));
  }

  @Test
  void hoursAreWholeWeeks() {
    for (int count : new int[] {1, 167, 169}) {
      String text = "{units: [%s], load: {hoursMw: %s}}".formatted(UNIT, list(1, count));
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      assertThrows(InvalidInputException.class, () -> AdequacyText.read(content, "test"));
    }
    String text = "{units: [%s], load: {hoursMw: %s}}".formatted(UNIT, list(1.5, 336));
    long[][] load = AdequacyText.read(text.getBytes(StandardCharsets.UTF_8), "t").loadKw();
    assertEquals(2, load.length);
    assertEquals(1500, load[1][167]);
  }

  private static AdequacySystem system(String zones, String lines, String more) {
    String text =
        "{units: [{id: a, mw: 50, meanUpHours: 90, meanDownHours: 10, zone: x}], load: {hoursMw:"
            + " %s}, zones: [%s], lines: [%s]%s}";
    return AdequacyText.read(
        text.formatted(list(1, 168), zones, lines, more).getBytes(StandardCharsets.UTF_8), "t");
  }

  private static final String ZONES = "{id: x, loadShare: 0.25}, {id: y, loadShare: 0.75}";
  private static final String LINE =
      "{id: l, from: x, to: y, mw: 1.5, failuresPerYear: 2, repairHours: 8}";

  @Test
  void zonesAndLinesAreRead() {
    AdequacySystem read = system(ZONES, LINE, "");
    assertEquals(List.of("x", "y"), read.zones().stream().map(zone -> zone.id()).toList());
    assertEquals(0.75, read.zones().get(1).loadShare());
    assertEquals(1500, read.lines().get(0).kw());
    assertEquals(2, read.lines().get(0).failuresPerYear());
    assertEquals("x", read.units().get(0).zone());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "loadShare: 0.25|loadShare: -0.1|0..1",
        "loadShare: 0.75|loadShare: 1.1|0..1",
        "loadShare: 0.25|loadShare: 0.25, colour: red|colour",
        "from: x|from: y|two zones",
        "mw: 1.5|mw: -1.5|two zones",
        "failuresPerYear: 2|failuresPerYear: -2|two zones",
        "repairHours: 8|repairHours: -8|two zones",
        "repairHours: 8|repairHours: 8, colour: red|colour",
        "to: y|to: z|z",
        "MORE|, colour: red|colour"
      })
  void zonesAndLinesThatCannotBeAreRefused(String good, String bad, String words) {
    String more = "MORE".replace(good, bad).replace("MORE", "");
    String said =
        assertThrows(
                InvalidInputException.class,
                () -> system(ZONES.replace(good, bad), LINE.replace(good, bad), more))
            .getMessage();
    assertTrue(said.contains(words), said);
  }
}
