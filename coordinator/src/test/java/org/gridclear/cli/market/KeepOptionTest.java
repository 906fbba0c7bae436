package org.gridclear.cli.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.cli.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cleared case becomes a version of its day. */
// Rows: O-14, J-11
class KeepOptionTest {
  @TempDir Path folder;

  @BeforeEach
  void makeMarket() {
    assertEquals(0, Shell.run("market", "init", market(), "--name", "m").code());
  }

  private String market() {
    return folder.resolve("market").toString();
  }

  private Shell.Ended clear(String firstDay, String out) throws IOException {
    Path file = folder.resolve("case.json");
    Files.writeString(
        file,
        """
        {"format": "gridclear-case", "version": 1, "name": "k",
         "horizon": {"periodCount": 2, "minutesPerPeriod": 60%s},
         "network": {"buses": [{"id": "a", "type": "reference"}]},
         "busLoads": [{"bus": "a", "mw": 60}],
         "thermalUnits": [
           {"id": "g", "bus": "a", "offers": [{"mw": [8, 108], "yuanPerH": [5000, 7000]}],
            "initial": {"on": true, "hours": 99, "powerMw": 50}}]}
        """
            .formatted(firstDay));
    return Shell.run(
        "clear", file.toString(), "--keep", market(), "--out", folder.resolve(out).toString());
  }

  @Test
  void everyClearingOfADayIsItsNextVersionAndIsAnswered() throws IOException {
    String date = ", \"firstDay\": \"2026-10-01\"";
    assertTrue(clear(date, "one").output().contains("Kept: da 2026-10-01, version 1"));
    assertTrue(clear(date, "two").output().contains("Kept: da 2026-10-01, version 2"));
    Shell.Ended prices =
        Shell.run(
            "results",
            "rows",
            "prices",
            "--market",
            market(),
            "--from",
            "2026-10-01",
            "--to",
            "2026-10-01",
            "--format",
            "csv");
    assertEquals(0, prices.code(), prices.text());
    assertTrue(prices.output().contains(",20,20,0,0,0"), prices.output());
  }

  @Test
  void aCaseWithoutADateIsRefusedBeforeItIsCleared() throws IOException {
    Shell.Ended refused = clear("", "none");
    assertEquals(2, refused.code());
    assertTrue(refused.text().contains("firstDay"), refused.text());
    assertFalse(Files.exists(folder.resolve("none")));
  }
}
