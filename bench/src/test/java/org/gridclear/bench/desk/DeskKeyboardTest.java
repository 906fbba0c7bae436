package org.gridclear.bench.desk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main story of each role without a mouse: Tab, arrows, Enter and what is typed. */
class DeskKeyboardTest extends DeskStory {
  private static final int TABS_MAX = 90;

  /** What somebody who hears the page is told of the place of the keyboard. */
  private static final String FOCUSED =
      """
      (() => {
        const at = document.activeElement;
        const label = at.labels && at.labels[0] ? at.labels[0].textContent : "";
        return (at.getAttribute("aria-label") || label || at.textContent || at.name || "")
          .trim().replace(/\\s+/g, " ");
      })()
      """;

  @BeforeAll
  static void start() {
    DeskMembers.on(server);
  }

  /** 404 is the answer of a date of which nothing is published. */
  @Override
  boolean isExpected(String complaint) {
    return complaint.contains("404");
  }

  /** Somebody is in, and goes to a page of the rail by its key. */
  private void go(String who, String key, String query, String heading) {
    blank(1280);
    server.open(page, who, "/gallery?lang=en" + query);
    press("g", key);
    see(heading);
    page.locator(".notice.loading").first().waitFor(hidden());
    page.locator("main#page").focus();
  }

  private static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  }

  private void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  /** Goes on by Tab until the keyboard is at what begins with these words. */
  private void reach(String words) {
    List<String> passed = new ArrayList<>();
    for (int k = 0; k < TABS_MAX; k++) {
      press("Tab");
      String at = String.valueOf(page.evaluate(FOCUSED));
      if (at.startsWith(words)) {
        return;
      }
      passed.add(at.substring(0, Math.min(24, at.length())));
    }
    throw new AssertionError(words + " is not reached; passed " + passed);
  }

  @Test
  void anOperatorRunsAStudyAndComesToItsResult() {
    go("olga", "s", "", "By form");
    reach("Periods");
    press("Control+a");
    page.keyboard().type("2");
    reach("Check and estimate");
    press("Enter");
    see("load +4 %");
    page.locator("main#page").focus();
    reach("Run it");
    press("Enter");
    page.locator("main .state.good:has-text('done')").first().waitFor();
    page.locator("main#page").focus();
    reach("Compare the cases");
    press("Enter");
    page.locator(".multiples a").first().waitFor();
    reach("base");
    press("Enter");
    see("Dispatch by fuel");
  }

  @Test
  void anApproverComesFromTheDayToAVersion() {
    go("anna", "d", "&date=2026-10-01", "Day 2026-10-01");
    page.locator("gc-timeline .bar").first().waitFor();
    reach("DA");
    press("Enter");
    see("Differences");
    assertTrue(page.url().contains("/versions/da/2026-10-01"), page.url());
  }

  @Test
  void aMemberDeclaresAUnit() {
    go("max", "m", "&market=da&date=" + DeskMembers.DECLARED, "gate closes");
    reach("Declare");
    press("Enter");
    see("By a form");
    page.locator("main#page").focus();
    reach("Kind");
    page.keyboard().type("quan");
    page.locator("input[name=mw]").waitFor();
    reach("Quantity");
    page.keyboard().type("20");
    press("Enter");
    page.waitForCondition(() -> page.locator("textarea#paper").inputValue().contains("G1"));
    reach("Send the declarations");
    press("Enter");
    see("1 taken, 0 refused");
  }

  @Test
  void aClerkGoesFromTheCloseToAnEntity() {
    go("clara", "l", "", DeskMembers.CLOSE);
    reach(DeskMembers.CLOSE);
    press("Enter");
    see("Double entry");
    page.locator("gc-table a").first().waitFor();
    reach("US00");
    press("Enter");
    page.locator("tr.link").first().waitFor();
    assertTrue(page.url().contains("/entities/US00"), page.url());
  }

  @Test
  void aRegulatorEvaluatesIndices() {
    // Other tests evaluate the days up to the published one, in the market that all of them share.
    LocalDate date = DeskMarket.PUBLISHED.minusDays(30);
    DeskMarket.publish(server.market(), date);
    go("rita", "v", "&market=da&date=" + date, "Prices peak at");
    reach("Evaluate them");
    press("Enter");
    see("within limits");
  }

  @Test
  void anAdministratorInvitesSomebody() {
    go("adam", "c", "", "superuser");
    reach("Account (");
    page.keyboard().type("noor");
    reach("Groups (");
    page.keyboard().type("readers");
    press("Enter");
    see("Link for noor");
  }
}
