package org.gridclear.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a market day in a real browser; skipped where there is no Chromium. */
class DemoPageTest {
  @TempDir static Path folder;
  private static ReportBrowser browser;
  private static Path written;
  private Page page;

  @BeforeAll
  static void start() throws IOException {
    browser = ReportBrowser.start().orElse(null);
    assumeTrue(browser != null, "no Chromium here");
    written = DemoPages.write(folder.resolve("day"));
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    page = browser.page(1280, ColorScheme.LIGHT);
    page.navigate(written.toUri() + "?lang=en");
  }

  @AfterEach
  void nothingWasComplainedOf() {
    page.context().close();
    assertEquals(List.of(), browser.complaints());
  }

  private List<String> texts(String selector) {
    return page.locator(selector).allTextContents();
  }

  @Test
  void whatNeedsAnEyeComesFirst() {
    assertEquals(
        List.of(
            "No version: real time 23:55.",
            "Not in force: long cycle.",
            "real time: No run for 23:55",
            "real time: NOT SECURE in 2 runs: 18:00, 18:05"),
        texts("#notices li"));
    assertEquals(
        List.of("1", "1", "1 / 1", "1 / 1", "96 / 96", "287 / 288", "6", "1", "20", "0.000"),
        texts("#tiles b"));
  }

  @Test
  void everyRunHasAShapeInItsHour() {
    assertEquals(1 + 1 + 96 + 288, page.locator("#strip .shape").count());
    Locator cells = page.locator("#strip tbody tr").nth(3).locator("td");
    assertEquals("◆◆••••••••••", cells.nth(18).textContent());
    assertEquals("•••••••▲••••", cells.nth(20).textContent());
    assertEquals("•••••••••••✕", cells.nth(23).textContent());
    assertEquals("11 approved by rule, 1 fallback", cells.nth(20).getAttribute("aria-label"));
    assertEquals(
        List.of(
            "•approved by rule 380",
            "◆approved by two persons 3",
            "▲fallback 1",
            "○not in force 1",
            "✕missing 1"),
        texts("#shapes li"));
  }

  @Test
  void nodesStandInOneLineUntilEachIsAskedForAndKindsAndTextsAreChosen() {
    assertEquals("9", page.locator("#story [role=status]").textContent(), "3 nodes in one line");
    assertTrue(texts("#story td.long").contains("3 nodes ended, the last one at 2026-10-01 00:15"));
    page.locator("#story input[type=search]").fill("cycle");
    assertEquals("3 / 9", page.locator("#story [role=status]").textContent());
    page.getByLabel("every node by itself").check();
    assertEquals("6 / 11", page.locator("#story [role=status]").textContent());
    page.getByLabel("node of a workflow 4").uncheck();
    assertEquals("2 / 7", page.locator("#story [role=status]").textContent());
  }

  @Test
  void namesAreTextAndPricesBeyondTheScaleAreSaid() {
    assertEquals(0, page.locator("main img").count(), "a name became markup");
    assertTrue(texts("#story td").contains("<b>owner</b>"));
    assertTrue(texts("#marks li").get(0).contains("unit <img src=x> (100.0 MW) trips"));
    assertEquals(
        "2 periods lie above this scale, the highest at 9\u2009279.60 yuan/MWh.",
        page.locator("#beyond").textContent());
    page.getByLabel("scale of all prices").check();
    assertEquals("", page.locator("#beyond").textContent());
    assertEquals(
        "Price in yuan/MWh: day ahead 320.00 to 326.00, real time 330.00 to 9\u2009279.60;"
            + " 1 incidents are marked",
        page.locator("#price").getAttribute("aria-label"));
  }
}
