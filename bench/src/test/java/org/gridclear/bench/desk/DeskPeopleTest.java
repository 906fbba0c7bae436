package org.gridclear.bench.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pages of who settles, declares, regulates and administers, on a server with two nodes. */
// Rows: L-04, L-05, L-13, M-01, M-08, S-13, W-09, L-01
class DeskPeopleTest extends DeskStory {
  /** A point. */
  private static final FilePayload PICTURE =
      new FilePayload(
          "curve.png",
          "image/png",
          Base64.getDecoder()
              .decode(
                  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="));

  private static final String DATE = "date=" + DeskMembers.DECLARED;

  @BeforeAll
  static void start() {
    DeskMembers.on(server);
  }

  /** 404 is the answer of a date of which nothing is published. */
  @Override
  boolean isExpected(String complaint) {
    return complaint.contains("404");
  }

  private String text() {
    return page.locator("main#page").textContent();
  }

  private void show(String path) {
    page.navigate(server.address(path));
    page.locator("main#page h1").waitFor();
  }

  /** From the month to the reading of the meter, by keys and links alone. */
  @Test
  void aClerkFollowsAnAmountToTheMeter() {
    open("clara", "/settlement?lang=en", 1280);
    see(DeskMembers.CLOSE);
    page.keyboard().press("g");
    page.keyboard().press("l");
    page.locator("main#page a").getByText(DeskMembers.CLOSE).first().click();
    see("Double entry");
    assertEquals(4, page.locator(".tile .state.good").count(), "four numbers that are 0");
    see("nothing to compare");
    page.locator("table.month button").first().click();
    see("2026-10-01");
    page.locator("gc-table input[type=search]").first().fill("US00007");
    page.keyboard().press("Enter");
    page.locator("gc-table a").getByText("US00007").first().click();
    see("DEVIATION");
    page.locator("tr.link").getByText("DEVIATION").first().click();
    page.locator("tr.link").getByText("2026-10-02").first().click();
    see("What was delivered");
    page.locator("tr.link").nth(2).focus();
    page.keyboard().press("Enter");
    see("What the rule read");
    assertTrue(text().contains("meteredMwh") && text().contains("meters.csv"), text());
    assertTrue(page.url().contains("interval=3"), page.url());
  }

  @Test
  void aMemberDeclaresAndSeesItsOwnAlone() {
    open("max", "/member?lang=en&" + DATE, 1280);
    see("gate closes");
    see("declared");
    assertFalse(text().contains("G3") || text().contains("birch"), text());
    page.locator("main#page a").getByText("Declare").first().click();
    page.locator("select").nth(1).waitFor();
    page.locator("main#page .columns select").nth(1).selectOption("self-schedule");
    page.locator("input[name=mw]").fill("50.5");
    page.keyboard().press("Enter");
    page.locator("textarea#paper").waitFor();
    page.locator("button").getByText("Send the declarations").click();
    see("1 taken, 0 refused");
    page.locator("a").getByText("Receipt").first().click();
    see("on disk");
    JsonNode kept =
        server.json(
            "max", "GET", "/markets/da/days/" + DeskMembers.DECLARED + "/declarations", null);
    assertEquals("G1", kept.get(0).get("unit").asString());
    show("/member?lang=en&" + DATE);
    see("declared, version");
    show("/member?lang=en&date=" + DeskMarket.PUBLISHED);
    see("The own units give");
    page.locator("a").getByText("B202610-US00007-1").click();
    see("Where it comes from");
    assertTrue(text().contains("Alder") || text().contains("alder"), text());
  }

  @Test
  void whatAMemberWritesIsShownWhenAnOperatorLookedAtIt() {
    open("max", "/forum?lang=en", 1280);
    page.locator("#post-title").fill("Gate on holidays");
    page.locator("#post-text").fill("When does it close?");
    page.locator("#post-papers").setInputFiles(PICTURE);
    page.locator("#post-text").press("Tab");
    page.keyboard().press("Enter");
    page.locator("h1:has-text('Gate on holidays')").waitFor();
    page.locator(".papers img").waitFor();
    page.waitForCondition(
        () -> (Integer) page.locator(".papers img").evaluate("each => each.naturalWidth") == 1);
    see("waits to be looked at");
    change("olga", "/forum?lang=en");
    see("Posts that wait to be looked at: 1");
    page.locator("button.first:has-text('Show')").first().click();
    page.locator("gc-table a").getByText("Gate on holidays").click();
    page.locator("#post-text").fill("At ten, as ever.");
    page.locator("button").getByText("Send").click();
    see("At ten, as ever.");
    change("max", "/forum?lang=en");
    page.locator("gc-table a").getByText("Gate on holidays").click();
    see("At ten, as ever.");
    assertFalse(text().contains("olga"), "accounts are named to moderators alone");
  }

  // Rows: N-01, N-02, N-03, N-04, N-06, N-07
  @Test
  void theGuideExplainsTheMarketAndTakesWhatTheOperatorAdds() throws Exception {
    open("olga", "/guide?chapter=introduction&lang=en", 1280);
    List<String> told =
        List.of("Contracts and the spot market", "Ancillary services", "Risk", "Supervision");
    told.forEach(this::see);
    page.locator("svg.chain text").getByText("Real time").waitFor();
    page.locator("nav a").getByText("Its rules").click();
    List.of("What guides the rules", "The course of a day", "Amendments", "Questions")
        .forEach(this::see);
    page.locator("nav a").getByText("Taking part").click();
    List.of("Who is admitted", "What to hand in", "How to register").forEach(this::see);
    page.locator("a").getByText("Ask about it in the forum").click();
    page.locator("#post-title").fill("A first declaration");
    assertEquals("participation", page.locator("#post-chapter").inputValue());
    page.locator("#post-chapter").selectOption("training");
    page.locator("#post-text").fill("As a picture.");
    page.locator("#post-papers").setInputFiles(PICTURE);
    page.locator("button").getByText("Send").click();
    page.locator("h1:has-text('A first declaration')").waitFor();
    change("max", "/guide?chapter=training&lang=en");
    List.of("How the system is built", "Its parts", "Common problems", "A first declaration")
        .forEach(this::see);
    page.locator(".slide .papers img").waitFor();
    Download chapter =
        page.waitForDownload(
            () -> page.locator("button").getByText("Download the chapter").click());
    assertEquals("training-en.html", chapter.suggestedFilename());
    String fetched = Files.readString(chapter.path());
    assertTrue(fetched.contains("<svg") && fetched.contains("Common problems"), fetched);
    assertFalse(fetched.contains("<button"), "it is read without the desk");
    page.navigate(server.address("/guide?chapter=rules&lang=zh"));
    see("指导思想");
  }

  // Rows: I-24
  @Test
  void whatWasPublishedIsSeenAsTableCurvesBarsAndPie() {
    String table = "item,period,value\nHHI,1,0.18\nHHI,2,0.2\nRSI,1,1.1\nRSI,2,1.2\n";
    String path = "/publications/tables/" + DeskMarket.PUBLISHED + "/indices";
    server.json("olga", "POST", path, table);
    open("max", "/member/messages?lang=en&date=" + DeskMarket.PUBLISHED, 1280);
    page.locator("gc-table tr:has-text('indices') td button.plain").first().click();
    page.locator("#rows").waitFor();
    page.locator("gc-chart .plot canvas").first().waitFor();
    page.locator("#shown-form").selectOption("bars");
    page.locator("gc-echart canvas").waitFor();
    page.locator("#shown-form").selectOption("pie");
    page.locator("gc-echart canvas").waitFor();
    assertEquals("pie", page.locator("#shown-form").inputValue());
    assertEquals("value", page.locator("#shown-number").inputValue());
    assertEquals("item", page.locator("#shown-group").inputValue());
    page.locator("gc-echart details summary").click();
    see("0.38");
  }

  @Test
  void whatIsRefusedIsSaidWithItsRule() {
    open("max", "/member/declare?lang=en&" + DATE, 1280);
    String wrong =
        "{\"member\": \"alder\", \"declarations\": [{\"unit\": \"G3\", \"kind\": \"self-schedule\","
            + " \"mw\": 5}]}";
    page.locator("textarea#paper").fill(wrong);
    page.locator("button").getByText("Send the declarations").click();
    see("0 taken, 1 refused");
    // The refusal is an answer, and no error of a script.
    excuse();
  }

  @Test
  void anAdministratorInvitesSomebodyAndFindsItInTheLog() {
    open("adam", "/accounts?lang=en", 1280);
    see("superuser");
    page.locator("#new-name").fill("nina");
    page.locator("#new-groups").fill("readers");
    page.locator("button").getByText("Invite somebody").click();
    see("Link for nina");
    assertTrue(page.locator("input[readonly]").inputValue().contains("/welcome#"));
    show("/accounts/nina?lang=en");
    see("invited");
    change("audrey", "/audit?lang=en&text=accounts");
    see("/api/v1/accounts");
    assertTrue(text().contains("adam"), text());
    page.locator("button").getByText("Check the log").click();
    see("nothing shows that the log was changed");
  }

  @Test
  void nodesAndWorkflowsAreShownAsTheServerHasThem() {
    open("olga", "/nodes?lang=en", 1280);
    see("one more node would save nothing now");
    see("Drain first");
    assertTrue(page.locator("main#page progress").count() >= 1, "memory of the nodes");
    page.locator("button").getByText("Drain first").click();
    see("Yes, drain first");
    page.locator("main#page .notice.info").waitFor();
    show("/workflows?lang=en&date=" + DeskMarket.OPEN);
    see("next start");
    page.locator("main#page button").getByText("da").first().click();
    see("History");
  }

  @Test
  void theRegulatorSeesPricesAndEvaluatesIndices() {
    open("rita", "/regulator?lang=en&date=" + DeskMarket.PUBLISHED, 1280);
    see("Prices peak at");
    // Another test may have evaluated them in the market that all of them share.
    Locator evaluate = page.locator("button").getByText("Evaluate them");
    evaluate.or(page.getByText("within limits")).first().waitFor();
    if (evaluate.isVisible()) {
      evaluate.click();
    }
    see("within limits");
    assertTrue(text().contains("alder"), "offers of owners");
    see("Disclosure of 14 days");
    page.locator("gc-table td:has-text('load-forecast-short')").first().waitFor();
  }

  // Rows: L-03
  /** From a price that rose to an explanation that is taken. */
  @Test
  void theRegulatorAsksAboutAPriceAndTheOperatorExplains() {
    String path = "/inquiries?lang=en&date=" + DeskMarket.PUBLISHED;
    open("rita", path, 1280);
    page.locator("gc-table button").getByText("Ask").first().click();
    page.locator("#ask-question").fill("Why did it rise?");
    page.locator("#ask-due").fill("2001-01-01T00:00");
    page.locator("form button.first").click();
    see("is over; give a time that is to come");
    excuse();
    page.locator("#ask-due").fill("2999-01-01T00:00");
    page.locator("form button.first").click();
    see("1 inquiries, 1 wait for an explanation");
    assertEquals(0, page.locator("button").getByText("Explain").count(), "who asks only asks");
    change("olga", path);
    page.locator("button").getByText("Explain").click();
    page.locator("#explain-text").fill("A line was out.");
    page.locator("form button.first").click();
    see("EXPLAINED olga: A line was out.");
    change("rita", path);
    page.locator("button").getByText("Decide on 1").click();
    page.locator("#decide-comment").fill("As the flows show.");
    page.locator("form button.first").click();
    see("1 inquiries, 0 wait for an explanation");
    see("accepted");
  }

  // Rows: G-07, G-11, J-08
  @Test
  void servicesAreSettledAndCurvesShownByGroup() {
    open("clara", "/ancillary?lang=en", 1280);
    see("REGULATION_CAPACITY");
    see("yuan paid on balance");
    assertEquals(0, page.getByText("Work out the requirements").count(), "that is an operator's");
    change("olga", "/ancillary?lang=en&date=" + DeskMarket.PUBLISHED);
    see("met in every period");
    page.locator("#made-gate").fill("2026-09-30T09:30");
    page.locator("form button.first").click();
    page.locator("form .wrong").first().waitFor();
    excuse();
    show("/ancillary?lang=zh&date=" + DeskMarket.PUBLISHED);
    Locator marks = page.locator("gc-chart .u-marker");
    marks.nth(2).waitFor();
    String border =
        "marks => new Set(marks.slice(1).map(each => getComputedStyle(each).borderColor)).size";
    assertEquals(2, marks.evaluateAll(border), "two lines of one chart have two colours");
    show("/curves?lang=en&kind=units&by=owner&date=" + DeskMarket.PUBLISHED);
    see("gives most");
    assertTrue(text().contains("alder") && text().contains("birch"), text());
  }

  /** Every page of these people: no serious finding, not wider than a phone, in both languages. */
  @Test
  void everyPageIsAccessibleAndNotWiderThanAPhone() {
    Map<String, List<String>> pages =
        Map.of(
            "clara",
            List.of(
                "/settlement",
                "/settlement/" + DeskMembers.CLOSE,
                "/settlement/"
                    + DeskMembers.CLOSE
                    + "/entities/US00007?item=DEVIATION&day=2026-10-02&interval=40",
                "/settlement/process",
                "/settlement/preview",
                "/ancillary",
                "/payments",
                "/bills",
                "/bills/B202610-US00007-1"),
            "max",
            List.of(
                "/member?date=" + DeskMarket.PUBLISHED,
                "/member/declare?" + DATE,
                "/member/messages",
                "/statements",
                "/payments",
                "/forum",
                "/guide",
                "/help",
                "/access"),
            "rita",
            List.of(
                "/regulator?date=" + DeskMarket.PUBLISHED,
                "/inquiries?date=" + DeskMarket.PUBLISHED,
                "/curves?date=" + DeskMarket.PUBLISHED),
            "olga",
            List.of(
                "/nodes",
                "/ancillary?date=" + DeskMarket.PUBLISHED,
                "/workflows?date=" + DeskMarket.OPEN),
            "adam",
            List.of("/accounts", "/accounts/max"),
            "audrey",
            List.of("/audit"));
    blank(400);
    pages.forEach(
        (who, paths) -> {
          change(who, paths.get(0) + (paths.get(0).contains("?") ? "&" : "?") + "lang=en");
          for (String path : paths) {
            String query = path.contains("?") ? "&" : "?";
            if (path.equals(paths.get(0)) || DeskBrowser.pictures() != null) {
              show(path + query + "lang=zh");
              looked(path, "zh");
            }
            show(path + query + "lang=en");
            looked(path, "en");
            browser.requireAccessible(page);
          }
        });
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(ColorScheme.DARK)
            .setReducedMotion(ReducedMotion.REDUCE));
    browser.requireAccessible(page);
  }

  private void looked(String path, String language) {
    page.locator(".notice.loading").first().waitFor(hidden());
    assertEquals(0, page.locator("main#page > .notice.error").count(), path + ": " + text());
    browser.requireNoSideways(page);
    DeskBrowser.picture(page, "people" + path.replaceAll("\\W+", "-") + "-" + language);
  }

  private static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  }
}
