package org.gridclear.cli.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.gridclear.cli.Shell;
import org.gridclear.cli.option.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code market} as a shell sees it. */
class MarketCommandTest {
  @TempDir Path folder;

  private Shell.Ended init(String... more) {
    String[] arguments = {"market", "init", folder.resolve("m").toString(), "--name", "north"};
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return Shell.run(all);
  }

  @Test
  void aMarketIsMadeOnceAndShown() {
    assertEquals(0, init("--currency", "CNY").code());
    Shell.Ended shown = Shell.run("market", "show", folder.resolve("m").toString());
    assertEquals(0, shown.code(), shown.text());
    assertEquals(
        "name      north\ntimeZone  Asia/Shanghai\ncurrency  CNY\ndatabase  embedded\n",
        shown.output());
    Shell.Ended again = init();
    assertEquals(ExitCodes.BAD_INPUT, again.code());
    assertTrue(again.text().contains("is not an empty folder"), again.text());
  }

  @Test
  void whatIsNoMarketIsRefusedAndNothingIsMade() {
    Shell.Ended none = Shell.run("market", "show", folder.toString());
    assertEquals(ExitCodes.BAD_INPUT, none.code());
    assertTrue(none.text().contains("gridclear market init"), none.text());
    Shell.Ended zone = init("--time-zone", "Asia/Nowhere");
    assertEquals(ExitCodes.BAD_INPUT, zone.code());
    assertTrue(zone.text().contains("Asia/Nowhere"), zone.text());
    assertFalse(folder.resolve("m").toFile().exists());
  }

  @Test
  void aPasswordInTheAddressIsNotPrinted() {
    Shell.Ended ended =
        init("--database", "jdbc:postgresql://127.0.0.1:1/market?user=u&password=geheim");
    assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
    assertTrue(ended.text().contains("jdbc:postgresql://127.0.0.1:1/market?…"), ended.text());
    assertFalse(ended.text().contains("geheim"), ended.text());
  }
}
