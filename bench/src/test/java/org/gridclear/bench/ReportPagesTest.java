package org.gridclear.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.cli.GridClear;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of every kind in a real browser; skipped where there is no Chromium on the machine. */
// Rows: D-15, D-16, E-10, H-22
class ReportPagesTest {
  private static final String STUDY =
      """
      study: "a <b>bold</b> study"
      base: {case: day.json}
      options: {gap: 0.01}
      cases:
        - {name: "<img src=x onerror=\\"document.title='owned'\\">", changes: [{load: {scale: 1.02}}]}
        - {name: short, changes: [{branchLimit: {branch: ab, mw: 20}}, {load: {scale: 1.5}}]}
      """;

  private static final int WIDE = 1400;
  private static final int NARROW = 400;

  /** Landscape A4 without its margins, at 96 dots an inch. */
  private static final int PRINTED = 1032;

  @TempDir static Path folder;
  private static ReportBrowser browser;
  private static String axe;
  private static final Map<String, Path> pages = new LinkedHashMap<>();

  @BeforeAll
  static void reports() throws IOException {
    browser = ReportBrowser.start().orElse(null);
    assumeTrue(browser != null, "no Chromium here");
    try (InputStream in = ReportPagesTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String name : List.of("day.json", "short.json")) {
      try (InputStream in = ReportPagesTest.class.getResourceAsStream("/pages/" + name)) {
        Files.write(folder.resolve(name), in.readAllBytes());
      }
    }
    Path study = Files.writeString(folder.resolve("study.yaml"), STUDY);
    make("study", 1, "study", study.toString(), "--quiet", "--child-memory", "0");
    make("day", 0, "clear", folder.resolve("day.json").toString(), "--quiet");
    make("short", 0, "clear", folder.resolve("short.json").toString(), "--quiet");
    String secure = "clear ieee14 --periods 2 --n-1 --security-rounds 1 --quiet";
    make("secure", 1, secure.split(" "));
    make("screening", 1, "screen", "ieee30", "--ac", "--quiet");
    String month = folder.resolve("month").toString();
    assertEquals(0, GridClear.run("settle", "synthesize", month, "--entities", "30"));
    make("close", 0, "settle", "month", month, "--quiet");
    String day = folder.resolve("day").toString();
    make("comparison", 1, "compare", day, folder.resolve("study").toString());
    pages.put("market day", DemoPages.write(folder.resolve("market-day")));
  }

  private static void make(String name, int exitCode, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--out");
    all.add(folder.resolve(name).toString());
    assertEquals(exitCode, GridClear.run(all.toArray(String[]::new)), name);
    pages.put(name, folder.resolve(name).resolve("report.html"));
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
    }
  }

  private static Page open(String name, int width, ColorScheme colours, String language) {
    Page page = browser.page(width, colours);
    page.navigate(pages.get(name).toUri() + "?lang=" + language);
    return page;
  }

  private static Page open(String name) {
    return open(name, WIDE, ColorScheme.LIGHT, "en");
  }

  @Test
  void noPageComplainsAndAxeFindsNothingSerious() {
    for (String name : pages.keySet()) {
      for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        Page page = open(name, colours == ColorScheme.DARK ? NARROW : WIDE, colours, "en");
        page.evaluate(axe);
        Object found =
            page.evaluate(
                "axe.run().then(r => r.violations.filter(v => ['serious',"
                    + " 'critical'].includes(v.impact)).map(v => v.id + ' at ' + v.nodes.map(n =>"
                    + " n.target.join(' ')).join(', ')).join('; '))");
        assertEquals("", found, name + " " + colours);
        page.context().close();
      }
    }
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void nothingIsWiderThanANarrowScreenAndNoColumnIsCutOnPaper() {
    for (String name : pages.keySet()) {
      Page narrow = open(name, NARROW, ColorScheme.LIGHT, "en");
      assertEquals(NARROW, narrow.evaluate("document.documentElement.scrollWidth"), name);
      narrow.context().close();
      Page paper = open(name, PRINTED, ColorScheme.LIGHT, "en");
      paper.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      Object cut =
          paper.evaluate(
              "[...document.querySelectorAll('table')].filter(x => x.offsetWidth >"
                  + " x.parentElement.clientWidth + 1).map(x => x.closest('[id]').id + ' ' +"
                  + " x.offsetWidth).join(', ')");
      assertEquals("", cut, name);
      paper.context().close();
    }
  }

  @Test
  void aChineseReaderFindsNoEnglishSentence() {
    for (String name : pages.keySet()) {
      Page page = open(name, WIDE, ColorScheme.LIGHT, "zh");
      Object english =
          page.evaluate(
              """
              () => {
                const found = [];
                const words = /[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/;
                const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                  const node = walker.currentNode;
                  if (node.parentElement.closest('script, [lang=en], option')) continue;
                  if (words.test(node.data) || Object.keys(WORDS).some((w) => /[a-z] [a-z]/i.test(w) && !w.includes('{') && node.data.trim() === w)) found.push(node.data);
                }
                document.querySelectorAll('[aria-label]').forEach((e) => { if (words.test(e.getAttribute('aria-label'))) found.push(e.getAttribute('aria-label')); });
                return [...new Set(found)].join(' | ');
              }
              """);
      String names =
          english.toString().replaceAll("[^|]*(<b>bold</b>|<img src)[^|]*\\|?", "").strip();
      assertEquals("", names, name);
      page.context().close();
    }
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void aTableIsSortedAndSearchedByKeyboard() {
    Page page = open("study");
    Locator head = page.locator("#buses th button").nth(5);
    head.focus();
    page.keyboard().press("Enter");
    assertEquals("descending", page.locator("#buses th").nth(5).getAttribute("aria-sort"));
    List<Double> highest = numbers(page, "#buses tbody td:nth-child(6)");
    assertEquals(highest.stream().sorted((a, b) -> Double.compare(b, a)).toList(), highest);
    page.keyboard().press("Space");
    assertEquals("ascending", page.locator("#buses th").nth(5).getAttribute("aria-sort"));
    page.locator("#buses input[type=search]").focus();
    page.keyboard().type("b");
    assertEquals("1 / 3", page.locator("#buses [role=status]").textContent());
    assertEquals("b", page.locator("#buses tbody td").first().textContent());
    page.context().close();
  }

  private static List<Double> numbers(Page page, String cells) {
    return page.locator(cells).allTextContents().stream()
        .map(text -> Double.valueOf(text.replace("\u2009", "")))
        .toList();
  }

  @Test
  void namesAreTextAndEveryChartSaysInWordsWhatItShows() {
    Page page = open("study");
    assertEquals("Study a <b>bold</b> study", page.title());
    assertEquals(0, page.locator("img").count(), "a name became markup");
    Locator charts = page.locator(".chart:visible, .tall:visible");
    assertTrue(charts.count() >= 10, "charts: " + charts.count());
    for (int k = 0; k < charts.count(); k++) {
      assertFalse(charts.nth(k).getAttribute("aria-label").isBlank());
    }
    assertTrue(
        page.locator("#stack").getAttribute("aria-label").startsWith("Output by fuel; load peaks"));
    page.context().close();
  }

  @Test
  void whatIsNotSecureStandsOnTopAndIdsAreExplained() {
    Page secure = open("secure");
    String top = secure.locator("#notices section").first().textContent();
    assertTrue(top.contains("NOT SECURE in AC"), top);
    assertTrue(secure.locator("#verdict").textContent().startsWith("NOT SECURE in AC"));
    secure.context().close();
    Page study = open("study");
    study.locator("#detail").selectOption("short");
    String relaxed = study.locator("#relaxed").textContent();
    assertTrue(relaxed.contains("B-14 balance: load not served, or surplus"), relaxed);
    assertTrue(
        study
            .locator("#requirements")
            .textContent()
            .contains(
                "upward spinning reserve within 10 minutes held by all units: at least 5.00 % of"
                    + " load"),
        study.locator("#requirements").textContent());
    study.context().close();
    Page screening = open("screening");
    assertTrue(
        screening.locator("#notices").textContent().contains("5 of 41 outages violate limits."));
    screening.context().close();
  }

  @Test
  void storageIsShownWithWhatAMwhInStoreIsWorth() {
    Page page = open("day");
    assertTrue(page.locator("#storagebox").isVisible());
    List<Double> least = numbers(page, "#storage tbody td:nth-child(7):not(:empty)");
    List<Double> most = numbers(page, "#storage tbody td:nth-child(8):not(:empty)");
    assertFalse(least.isEmpty());
    assertFalse(most.isEmpty());
    page.context().close();
  }

  @Test
  void thePictureMovesByKeyAndFindsABranch() {
    Page page = open("screening");
    Locator canvas = page.locator("#picture canvas");
    canvas.scrollIntoViewIfNeeded();
    Object before = canvas.evaluate("c => c.toDataURL()");
    canvas.focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("+");
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    assertNotEquals(before, canvas.evaluate("c => c.toDataURL()"));
    page.locator("#picture input[type=search]").fill("L5");
    page.keyboard().press("Enter");
    String said = page.locator("#picture [role=status]").textContent();
    assertTrue(said.startsWith("Branch L5 from 2 to 5"), said);
    page.context().close();
  }

  // Rows: D-13
  @Test
  void pricesColourTheBusesOfThePicture() {
    Page page = open("day");
    Locator status = page.locator("#picture [role=status]");
    String byVoltage = status.textContent();
    page.locator("#busby").focus();
    page.keyboard().press("ArrowDown");
    page.locator("#when").selectOption("2");
    assertEquals("lmp", page.locator("#busby").inputValue());
    assertFalse(byVoltage.contains("LMP"), byVoltage);
    double[] range = range(status.textContent());
    String prices = "DATA.details[0].lmps[2]";
    assertEquals(number(page, "Math.min(..." + prices + ")"), range[0], 0.005);
    assertEquals(number(page, "Math.max(..." + prices + ")"), range[1], 0.005);
    int steps = page.locator("#picture .legend").last().locator("li").count();
    assertEquals(range[0] == range[1] ? 1 : 7, steps);
    page.locator("#busby").selectOption("zone");
    assertTrue(status.textContent().contains("LMP of zones from"), status.textContent());
    String label = page.locator("#picture canvas").getAttribute("aria-label");
    assertTrue(label.contains("LMP of zones from"), label);
    page.context().close();
  }

  private static double number(Page page, String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }

  /** The least and the greatest price that a status line says. */
  private static double[] range(String said) {
    Matcher matcher =
        Pattern.compile("LMP from (\\S+) at bus \\S+ to (\\S+) ")
            .matcher(said.replace("\u2009", ""));
    assertTrue(matcher.find(), said);
    return new double[] {
      Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))
    };
  }

  // Rows: H-22, H-23, H-28, H-30
  @Test
  void thePictureOfAScreeningShowsAnySnapshotAndOutage() {
    Page page = open("screening");
    String all = page.locator("#picture [role=status]").textContent();
    assertFalse(page.locator("#mapwhenbox").isVisible(), "one snapshot needs no choice");
    String worst = page.locator("#worst tbody td").first().textContent();
    page.locator("#mapafter").selectOption(new SelectOption().setLabel("outage of " + worst));
    assertNotEquals(all, page.locator("#picture [role=status]").textContent());
    page.locator("#picturebox summary").focus();
    page.keyboard().press("Enter");
    List<String> after = page.locator("#mapped tbody td:nth-child(6)").allTextContents();
    assertFalse(after.isEmpty());
    assertTrue(after.stream().allMatch(worst::equals), after.toString());
    page.locator("#mapafter").selectOption("all");
    assertEquals(all, page.locator("#picture [role=status]").textContent());
    page.context().close();
  }

  @Test
  void onAWideScreenNoLinkAndNoColumnOfTheComparisonIsCut() {
    Page page = open("study");
    assertEquals(
        true,
        page.evaluate(
            "[...document.querySelectorAll('nav a')].filter(a => a.offsetParent).every(a => {const"
                + " r = a.getBoundingClientRect(); return r.left >= 0 && r.right <="
                + " innerWidth;})"));
    assertEquals(
        0,
        page.evaluate(
            "(() => {const s = document.querySelector('#cases .scroll'); return s.scrollWidth -"
                + " s.clientWidth;})()"));
    page.context().close();
  }

  // Rows: G-05, G-09, G-10, G-12
  @Test
  void ancillaryServicesAreShownByPeriodShareOfferAndStatus() {
    Page page = open("study");
    page.locator("#detail").selectOption("short");
    double held =
        number(page, "DATA.details.at(-1).services[0].units.reduce((a, u) => a + u.heldMw[1], 0)");
    page.locator("#servicewhen").selectOption("1");
    String offers = page.locator("#offercurve").getAttribute("aria-label");
    assertTrue(offers.endsWith("of which %.1f MW are held".formatted(held)), offers);
    List<Double> column = numbers(page, "#units tbody td:nth-child(6)");
    assertEquals(held, column.stream().mapToDouble(mw -> mw).sum(), 0.01);
    String byFuel = page.locator("#shares").getAttribute("aria-label");
    page.locator("#splitby").focus();
    page.keyboard().press("ArrowDown");
    assertNotEquals(byFuel, page.locator("#shares").getAttribute("aria-label"));
    String made = page.locator("#madeof").getAttribute("aria-label");
    assertTrue(made.contains("share of load"), made);
    page.context().close();
  }

  /** Nobody can give what the requirement asks for. */
  @Test
  void aProductWithoutProvidersLeavesThePageWhole() {
    Page page = open("short");
    assertTrue(page.locator("#heldsplit").isVisible());
    assertEquals(List.of(), browser.complaints());
    page.context().close();
  }

  @Test
  void aClosesPageShowsItsItemsAndItsReconciliations() throws IOException {
    Page page = open("close");
    String shown = page.locator("#items").textContent();
    for (String line : Files.readAllLines(folder.resolve("close/trial-balance.csv"))) {
      String[] cells = line.split(",");
      if (cells[0].equals("item")) {
        assertTrue(shown.contains(cells[1]), line);
        assertTrue(shown.contains(cells[2].replaceAll("\\B(?=(\\d{3})+\\.)", "\u2009")), line);
      }
    }
    assertTrue(page.locator("#checks").textContent().contains("double entry"));
    page.context().close();
  }

  @Test
  void aComparisonsPageShowsTheDifferences() {
    Page page = open("comparison");
    assertTrue(page.locator("#lmp canvas").count() > 0, "no chart is drawn");
    assertEquals(1, page.locator("nav a[href='#violationbox']").count());
    assertTrue(page.locator("#figures tbody tr").count() > 5);
    page.context().close();
  }
}
