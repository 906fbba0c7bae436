package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports as a real browser shows them; skipped where there is no Chromium on the machine. */
class ReportPageTest {
  private static final String STUDY =
      """
      study: "a <b>bold</b> study"
      base: {case: ieee14}
      horizon: {periodCount: 4, minutesPerPeriod: 60}
      options: {gap: 0.01}
      cases:
        - {name: "<img src=x onerror=\\"document.title='owned'\\">", changes: [{load: {scale: 1.02}}]}
      """;

  @TempDir Path folder;

  private record Page(String html, String messages) {}

  private static Path chromium() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .map(name -> Path.of("/usr/bin", name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  private Page open(Path file) throws IOException, InterruptedException {
    Path messages = folder.resolve("messages");
    Path html = folder.resolve("html");
    List<String> command =
        List.of(
            chromium().toString(),
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + folder.resolve("profile"),
            "--enable-logging=stderr",
            "--virtual-time-budget=5000",
            "--window-size=400,900",
            "--dump-dom",
            file.toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectError(messages.toFile())
            .redirectOutput(html.toFile())
            .start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the browser does not end");
    } finally {
      process.destroyForcibly();
    }
    return new Page(Files.readString(html), Files.readString(messages));
  }

  @Test
  void aStudysPageShowsTablesChartsAndNamesAsTheyAre() throws Exception {
    assumeTrue(chromium() != null, "no Chromium here");
    Path study = Files.writeString(folder.resolve("study.yaml"), STUDY);
    Path out = folder.resolve("out");
    String[] arguments = {
      "study", study.toString(), "--quiet", "--child-memory", "0", "--out", out.toString()
    };
    assertEquals(ExitCodes.DONE, GridClear.run(arguments));
    Page page = open(out.resolve("report.html"));
    assertFalse(page.messages().contains("CONSOLE"), page.messages());
    assertTrue(page.html().contains("<title>Study a &lt;b&gt;bold&lt;/b&gt; study</title>"));
    assertFalse(page.html().contains("<img src=\"x\""), "a name became markup");
    assertTrue(page.html().contains("<canvas"), "no chart is drawn");
    assertTrue(page.html().contains("aria-label=\"Output by fuel; load peaks at "));
    assertTrue(page.html().contains("<th class=\"text\" scope=\"col\"><button>Case</button>"));
    assertTrue(page.html().contains("href=\"#comparison\""), "no list of the sections");
  }

  @Test
  void aScreeningsPageSaysOnTopWhatMustBeLookedAt() throws Exception {
    assumeTrue(chromium() != null, "no Chromium here");
    Path out = folder.resolve("out");
    assertEquals(
        ExitCodes.FAILED_CELLS,
        GridClear.run("screen", "ieee30", "--ac", "--quiet", "--out", out.toString()));
    Page page = open(out.resolve("report.html"));
    assertFalse(page.messages().contains("CONSOLE"), page.messages());
    int alarm = page.html().indexOf("5 of 41 outages violate limits.");
    assertTrue(alarm > 0 && alarm < page.html().indexOf("id=\"severity\""), "not on top");
    assertTrue(page.html().contains("No branch has a rating"));
  }

  @Test
  void aClosesPageShowsItsItemsAndItsReconciliations() throws Exception {
    assumeTrue(chromium() != null, "no Chromium here");
    String month = folder.resolve("month").toString();
    Path out = folder.resolve("close");
    assertEquals(0, GridClear.run("settle", "synthesize", month, "--entities", "30"));
    assertEquals(0, GridClear.run("settle", "month", month, "--quiet", "--out", out.toString()));
    Page page = open(out.resolve("report.html"));
    assertFalse(page.messages().contains("CONSOLE"), page.messages());
    for (String line : Files.readAllLines(out.resolve("trial-balance.csv"))) {
      String[] cells = line.split(",");
      if (cells[0].equals("item")) {
        assertTrue(page.html().contains("<td class=\"text\">" + cells[1] + "</td>"), line);
        String spaced = cells[2].replaceAll("\\B(?=(\\d{3})+\\.)", "\u2009");
        assertTrue(page.html().contains("<td>" + spaced + "</td>"), line);
      }
    }
    assertTrue(page.html().contains("<td class=\"text\">double entry</td>"));
  }

  @Test
  void aComparisonsPageShowsTheDifferencesOfTwoRuns() throws Exception {
    assumeTrue(chromium() != null, "no Chromium here");
    Path a = folder.resolve("a");
    Path b = folder.resolve("b");
    Path out = folder.resolve("comparison");
    String[] clear = {"clear", "ieee14", "--periods", "2", "--quiet", "--out", a.toString()};
    assertEquals(0, GridClear.run(clear));
    clear[6] = b.toString();
    clear[3] = "3";
    assertEquals(0, GridClear.run(clear));
    assertEquals(0, GridClear.run("compare", a.toString(), b.toString(), "--out", out.toString()));
    Page page = open(out.resolve("report.html"));
    assertFalse(page.messages().contains("CONSOLE"), page.messages());
    assertTrue(page.html().contains("<canvas"), "no chart is drawn");
    assertTrue(page.html().contains("the totals of A are of 2.0 h, those of B of 3.0 h."));
    assertTrue(page.html().contains("<td class=\"text\">02:00 to 03:00</td>"), "only in one");
    assertTrue(page.html().contains("href=\"#violationbox\""), "no list of the sections");
  }
}
