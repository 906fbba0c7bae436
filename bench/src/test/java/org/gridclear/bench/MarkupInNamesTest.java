package org.gridclear.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
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
import org.gridclear.cli.GridClear;
import org.gridclear.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Markup in everything that has a name, on every page, in a real browser: it is text wherever it
 * shows, in tables, choices, charts, their tooltips and the search. Skipped where there is no
 * Chromium.
 */
// Rows: P-08
class MarkupInNamesTest {
  private static final String MARKUP = "%s\"'&</script><img src=x onerror=owned=1>";

  /** Ids, zones and fuels of the day. */
  private static final List<String> NAMES =
      List.of(
          "day",
          "a",
          "b",
          "c",
          "ab",
          "ac",
          "bc",
          "gate",
          "coal-1",
          "gas-1",
          "sun",
          "battery",
          "system",
          "spinning",
          "N",
          "S",
          "coal",
          "NG",
          "solar",
          "plant",
          "least");

  @TempDir static Path folder;
  private static ReportBrowser browser;
  private static final Map<String, Path> pages = new LinkedHashMap<>();

  private static String markup(String name) {
    return MARKUP.formatted(name);
  }

  private static String json(String text) {
    return Json.MAPPER.writeValueAsString(text);
  }

  @BeforeAll
  static void reports() throws IOException {
    browser = ReportBrowser.start().orElse(null);
    assumeTrue(browser != null, "no Chromium here");
    Path day = folder.resolve("<img src=x onerror=owned=1>.json");
    Files.writeString(day, day());
    Path study = folder.resolve("study.yaml");
    Files.writeString(
        study,
        "study: %s\nbase: {case: %s}\noptions: {gap: 0.01}\ncases:\n  - {name: %s}\n"
                .formatted(
                    json(markup("study")), json(day.getFileName().toString()), json(markup("k")))
            + "  - {name: %s, changes: [{load: {scale: 1.6}}]}\n".formatted(json(markup("more"))));
    make("study", "study", study.toString(), "--quiet", "--child-memory", "0");
    make("day", "clear", day.toString(), "--quiet", "--n-1", "--security-rounds", "1");
    make("screening", "screen", folder.resolve("day").toString(), "--ac", "--quiet");
    make("comparison", "compare", folder.resolve("day").toString(), study("000"));
    make("close", "settle", "month", month(), "--quiet", "--reason", markup("reason"));
  }

  private static String study(String number) throws IOException {
    try (var cases = Files.list(folder.resolve("study/cases"))) {
      return cases
          .filter(each -> each.getFileName().toString().startsWith(number))
          .findFirst()
          .orElseThrow()
          .toString();
    }
  }

  /** The day of the pages with a flowgate, a group and a range, every name of it markup. */
  private static String day() throws IOException {
    String text;
    try (InputStream in = MarkupInNamesTest.class.getResourceAsStream("/pages/day.json")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    text =
        text.replace(
                "\"branches\": [",
                "\"flowgates\": [{\"id\": \"gate\", \"terms\": [{\"branch\": \"ab\", \"weight\":"
                    + " 1}], \"limitMw\": 60, \"reverseLimitMw\": 60}],\n    \"branches\": [")
            .replace(
                "\"rules\": {",
                "\"rules\": {\"groups\": [{\"id\": \"plant\", \"units\": [\"coal-1\"]}],"
                    + " \"ranges\": [{\"id\": \"least\", \"kind\": \"energy\", \"scope\":"
                    + " {\"group\": \"plant\"}, \"min\": 100}],");
    for (String name : NAMES) {
      text =
          text.replaceAll(
              "(?<!\"kind\": )\"%s\"(?!\\s*:)".formatted(name),
              Matcher.quoteReplacement(json(markup(name))));
    }
    return text;
  }

  /** A month whose members, entities and items have markup for names. */
  private static String month() throws IOException {
    Path month = folder.resolve("month");
    if (Files.exists(month)) {
      return month.toString();
    }
    assertEquals(
        0,
        GridClear.run("settle", "synthesize", month.toString(), "--entities", "20", "--days", "1"));
    String cell = "\"" + markup("m").replace("\"", "\"\"") + "\"";
    for (String table : List.of("members.csv", "entities.csv")) {
      Path file = month.resolve(table);
      String names = table.startsWith("m") ? ",Member [^,]*," : ",Entity [^,]*,";
      Files.writeString(
          file,
          Files.readString(file).replaceAll(names, Matcher.quoteReplacement("," + cell + ",")));
    }
    String book;
    try (InputStream in = GridClear.class.getResourceAsStream("/settlement/spot-rules.yaml")) {
      book = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Files.writeString(
        month.resolve("rules.yaml"),
        book.replace(
                "{en: Day-ahead energy, zh: 日前电能量}",
                "{en: %s, zh: %s}".formatted(json(markup("item")), json(markup("zh"))))
            .replace("book: provincial spot market 2026", "book: " + json(markup("book"))));
    return month.toString();
  }

  private static void make(String name, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--out");
    all.add(folder.resolve(name).toString());
    assertTrue(GridClear.run(all.toArray(String[]::new)) <= 1, name);
    pages.put(name, folder.resolve(name).resolve("report.html"));
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
    }
  }

  private static void isText(Page page, String where) {
    assertEquals(
        "0 undefined",
        page.evaluate("document.querySelectorAll('img[src=x]').length + ' ' + typeof window.owned"),
        where);
  }

  @Test
  void markupIsTextWhereverANameShows() {
    for (String name : pages.keySet()) {
      for (String language : List.of("en", "zh")) {
        Page page = browser.page(1400, ColorScheme.LIGHT);
        page.navigate(pages.get(name).toUri() + "?lang=" + language);
        assertTrue(page.content().contains("&lt;img src=x"), name + " shows no name");
        isText(page, name + " as it opens");
        if (language.equals("en")) {
          choose(page, name);
          hover(page, name);
        }
        page.context().close();
      }
    }
    assertEquals(List.of(), browser.complaints());
  }

  /** Everything that can be chosen. */
  private static void choose(Page page, String name) {
    for (Locator select : page.locator("select:visible").all()) {
      int options = select.locator("option").count();
      for (int k = 0; k < Math.min(options, 2); k++) {
        select.selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(k));
        isText(page, name + " chosen");
      }
    }
  }

  /** Tooltips of charts and of the picture. */
  private static void hover(Page page, String name) {
    for (Locator canvas : page.locator("canvas:visible").all()) {
      canvas.scrollIntoViewIfNeeded();
      BoundingBox box = canvas.boundingBox();
      for (int k = 1; k < 8; k += 2) {
        page.mouse().move(box.x + box.width * k / 8, box.y + box.height * (k % 3 + 1) / 4);
      }
      isText(page, name + " under the mouse");
    }
  }
}
