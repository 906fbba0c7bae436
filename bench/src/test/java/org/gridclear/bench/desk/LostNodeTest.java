package org.gridclear.bench.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node dies in the middle of a run: the page of the run says so, and the run completes. */
@Tag("slow")
class LostNodeTest {
  private static final String STUDY =
      """
      study: long
      base: {case: ieee30, synthetic: {seed: 3}}
      horizon: {periodCount: 24, minutesPerPeriod: 60}
      options: {gap: 0.01}
      monteCarlo: [{name: chance, count: 60, seed: 5, loadDeviation: 0.02, renewableDeviation: 0.1}]
      """;
  private static final double LONG = 240_000;

  @Test
  void aNodeThatIsKilledIsSeenAndTheRunCompletes() {
    DeskBrowser browser = DeskBrowser.shared();
    DeskServer server = DeskServer.shared();
    Process third = server.node("third");
    Page page = browser.page(1280);
    try {
      server.open(page, "olga", "/runs?lang=en");
      LocatorAssertions head = assertThat(page.locator(".head"));
      head.containsText("3 nodes", new ContainsTextOptions().setTimeout(LONG));
      String run = server.submit("olga", STUDY);
      page.navigate(server.address("/runs/" + run + "?lang=en"));
      LocatorAssertions log = assertThat(page.locator(".log"));
      log.containsText("node third takes part", new ContainsTextOptions().setTimeout(LONG));
      third.destroyForcibly();
      log.containsText("node third is lost", new ContainsTextOptions().setTimeout(LONG));
      DeskBrowser.picture(page, "node-lost");
      assertThat(page.locator("main .state").first())
          .containsText("done", new ContainsTextOptions().setTimeout(LONG));
      assertThat(page.locator("main")).containsText("lost: third");
      page.locator("gc-timeline .bar").first().waitFor();
      DeskBrowser.picture(page, "node-lost-done");
      head.containsText("2 nodes");
    } finally {
      third.destroyForcibly();
      page.context().close();
    }
  }
}
