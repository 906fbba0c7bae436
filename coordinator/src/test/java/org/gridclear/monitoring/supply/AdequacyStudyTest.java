package org.gridclear.monitoring.supply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.gridclear.cli.Shell;
import org.gridclear.monitoring.adequacy.AdequacySystem;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adequacy of IEEE RTS-79 against what was published of it, and files of systems. */
// Rows: J-04, K-03
class AdequacyStudyTest {
  @TempDir Path folder;

  /**
   * LOLE 9.39418 h and LOEE 1176 MWh a year: Allan, Billinton and Abdel-Gawad, "The IEEE
   * Reliability Test System - Extensions to and Evaluation of the Generating System", IEEE Trans.
   * PWRS-1 (1986), hourly load.
   */
  @Test
  void theTestSystemHasItsPublishedFigures() {
    AdequacySystem system = AdequacyText.rts79();
    assertEquals(32, system.units().size());
    assertEquals(3_405_000, system.capacityKw());
    AdequacyStudy study = AdequacyStudy.of(system, 1_000_000, 1);
    assertEquals(9.39418, study.expected().loleHours(), 5e-5);
    assertEquals(1176, study.expected().eensMwh(), 0.5);
    assertTrue(study.sampled().loleHours().holds(9.39418));
    assertTrue(study.sampled().eensMwh().holds(1176));
    assertTrue(study.sampled().loleHours().halfWidth() < 0.25);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() throws Exception {
    AdequacySystem system = AdequacyText.rts79();
    AdequacyStudy common = AdequacyStudy.of(system, 50_000, 7);
    for (int threads : new int[] {1, 3}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      AdequacyStudy study = pool.submit(() -> AdequacyStudy.of(system, 50_000, 7)).get();
      pool.shutdown();
      assertArrayEquals(common.sampled().lostKwh(), study.sampled().lostKwh());
      assertArrayEquals(common.sampled().lostMwhSquared(), study.sampled().lostMwhSquared(), 0.0);
    }
  }

  @Test
  void aSystemIsReadFromAFile() throws Exception {
    Path file = folder.resolve("two.yaml");
    String hours = "90, ".repeat(167) + "120";
    Files.writeString(
        file,
        """
        units:
        - {id: a, count: 2, mw: 50, meanUpHours: 90, meanDownHours: 10}
        load: {hoursMw: [%s]}
        """
            .formatted(hours));
    Shell.Ended ended =
        Shell.run("monitor", "adequacy", file.toString(), "--samples", "2000", "--format", "csv");
    assertEquals(0, ended.code(), ended.text());
    // 167 h × (1 − 0.81) and the hour of 120 MW.
    assertTrue(ended.output().contains("32.73"), ended.output());
    assertEquals(2, Shell.run("monitor", "adequacy", file.toString(), "--samples", "1").code());
  }

  @Test
  void zonesAndLinesAreReadFromAFileAndHaveNoExactFigures() throws Exception {
    Path file = folder.resolve("zones.yaml");
    String text =
        """
        units:
        - {id: a, mw: 100, meanUpHours: 90, meanDownHours: 0, zone: north}
        load: {hoursMw: [%s]}
        zones:
        - {id: north, loadShare: 0.25}
        - {id: south, loadShare: 0.75}
        lines:
        - {id: l, from: north, to: south, mw: 60, failuresPerYear: 0, repairHours: 24}
        """
            .formatted("80, ".repeat(167) + "100");
    Files.writeString(file, text);
    Shell.Ended ended =
        Shell.run("monitor", "adequacy", file.toString(), "--samples", "200", "--format", "csv");
    assertEquals(0, ended.code(), ended.text());
    // 60 MW reach the south: enough for 60 MW of load, and 15 MW too few in the hour of 75.
    assertTrue(ended.output().contains("lole,h,1,1,1,\n"), ended.output());
    assertTrue(ended.output().contains("eens,MWh,15,15,15,\n"), ended.output());
    String wrong =
        text.replace("loadShare: 0.25", "loadShare: -1")
            .replace("to: south, mw: 60", "to: north, mw: -6");
    String said =
        assertThrows(
                InvalidInputException.class,
                () -> AdequacyText.read(wrong.getBytes(StandardCharsets.UTF_8), "zones"))
            .getMessage();
    assertTrue(said.contains("Give a share in 0..1") && said.contains("Give two zones"), said);
    String none = text.replace(", zone: north", "");
    assertTrue(
        assertThrows(
                InvalidInputException.class,
                () -> AdequacyText.read(none.getBytes(StandardCharsets.UTF_8), "zones"))
            .getMessage()
            .contains("Unit a has the zone ''"));
  }

  @Test
  void everythingWrongInASystemIsSaidAtOnce() {
    String text =
        """
        units:
        - {id: a, mw: 50, meanUpHours: 0, meanDownHours: 10}
        - {id: b, mw: 50, meanUpHours: 10, meanDownHours: 10}
        - {id: b, mw: 50, meanUpHours: 10, meanDownHours: 10}
        load:
          peakMw: 100
          weeksPercent: [100, 90]
          daysPercent: [100, 100]
          seasons:
          - {from: 1, to: 3, weekdayPercent: [1], weekendPercent: [1]}
        """;
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> AdequacyText.read(text.getBytes(StandardCharsets.UTF_8), "x"));
    for (String part :
        List.of("meanUpHours", "own id", "daysPercent", "weekdayPercent", "1..2", "no week 2")) {
      assertTrue(refused.getMessage().contains(part), part + " in " + refused.getMessage());
    }
    assertThrows(
        InvalidInputException.class,
        () ->
            AdequacyText.read(
                "units: []\nload: {hoursMw: [1, 2]}".getBytes(StandardCharsets.UTF_8), "x"));
  }
}
