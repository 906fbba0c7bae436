package org.gridclear.bench.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Stories of who operates the market and who approves. */
// Rows: I-21, M-15, W-09, G-08
class DeskOperationTest extends DeskStory {

  private void open(String who, String path) {
    open(who, path, 1280);
  }

  @AfterEach
  void takeAPicture(TestInfo test) {
    DeskBrowser.picture(page, "end-" + test.getTestMethod().orElseThrow().getName());
  }

  private Locator button(String name) {
    return page.locator("main").getByText(name, new Locator.GetByTextOptions().setExact(true));
  }

  private void looked(String name) {
    browser.requireAccessible(page);
    DeskBrowser.picture(page, name);
  }

  @Test
  void aStudyIsWrittenEstimatedRunAndItsCasesCompared() {
    open("olga", "/studies?lang=en");
    page.getByLabel("Name of the study").fill("desk study");
    page.keyboard().press("Tab");
    page.locator("textarea#yaml").waitFor();
    assertThat(page.locator("#yaml")).hasValue(Pattern.compile("study: desk study"));
    String text = page.locator("#yaml").inputValue();
    page.locator("#yaml").fill(text.replace("periodCount: 24", "periodCount: 4") + "nonsense: 1\n");
    button("Check and estimate").click();
    page.locator(".notice.error").waitFor();
    assertTrue(page.locator("main").textContent().contains("nonsense"), "what is wrong is named");
    // A refusal is what this part of the story is about.
    excuse();
    page.locator("#yaml").fill(text.replace("periodCount: 24", "periodCount: 4"));
    button("Check and estimate").click();
    page.locator("main td:has-text('load +4 %')").waitFor();
    looked("study");
    button("Run it").click();
    page.locator("main .state.good:has-text('done')").first().waitFor();
    page.locator("gc-timeline .bar").first().waitFor();
    page.locator("gc-table[label='Nodes of the run'] td").first().waitFor();
    looked("run");
    String run = page.url();
    page.getByText("With more nodes").click();
    page.getByText("with their measured times").waitFor();
    looked("more-nodes");
    page.navigate(run);
    button("Compare the cases").click();
    page.locator("gc-chart canvas").waitFor();
    page.locator(".multiples svg").first().waitFor();
    assertTrue(page.locator("gc-diff").textContent().contains("Cost"));
    looked("cases");
    page.navigate(server.address("/runs?lang=en&runs.study=desk"));
    page.locator("gc-table a:has-text('desk study')").first().waitFor();
    looked("runs");
  }

  @Test
  void aRunIsWatchedCancelledAndKilledOnlyAfterThat() {
    String run =
        server.submit(
            "olga",
            """
            study: watched
            base: {case: ieee118, synthetic: {seed: 3}}
            options: {gap: 0}
            monteCarlo: [{name: c, count: 40, seed: 5, loadDeviation: 0.02, renewableDeviation: 0.1}]
            """);
    open("olga", "/runs/" + run + "?lang=en");
    page.locator("gc-timeline .bar.busy").first().waitFor();
    looked("run-live");
    button("Cancel the run").click();
    assertThat(button("Kill the run")).hasCount(0);
    button("Cancel it").click();
    page.locator("main .state:has-text('cancelled')").first().waitFor();
    button("Send again").click();
    page.locator("gc-timeline .bar.busy").first().waitFor();
    button("Cancel the run").click();
    button("Cancel it").click();
    page.locator("main .state:has-text('cancelled')").first().waitFor();
    page.navigate(server.address("/runs?lang=en&runs.study=watched"));
    page.getByText("Send 2 failed or cancelled again").waitFor();
  }

  @Test
  void aDraftIsCheckedSubmittedApprovedByAnotherAndPublished() {
    open("olga", "/day?lang=en&date=2026-10-02");
    page.locator("gc-timeline .bar:has-text('DA')").waitFor();
    looked("day");
    page.locator("gc-timeline .bar:has-text('DA')").click();
    page.locator("#reason").fill("as yesterday");
    looked("version");
    button("I have looked at it").click();
    button("Submit for approval").click();
    page.locator(".state:has-text('submitted')").first().waitFor();
    assertTrue(button("Approve").isDisabled(), "who submitted does not approve");
    String address = page.url().replaceFirst(".*/console", "");
    open("anna", address);
    button("Reject").click();
    page.locator(".wrong:has-text('Say why.')").waitFor();
    page.locator("#reason").fill("in order");
    button("Approve").click();
    page.locator(".state:has-text('approved')").first().waitFor();
    open("olga", address);
    button("Publish").click();
    page.locator("main p .state:has-text('published')").waitFor();
    page.navigate(server.address("/publications?lang=en&date=2026-10-02"));
    page.locator("gc-table td").first().waitFor();
    looked("publications");
  }

  @Test
  void anomaliesOfARuleAreOpenedAndAVersionIsChangedByHand() {
    server.json(
        "olga",
        "PUT",
        "/anomalies/rules",
        "{\"rules\": [{\"id\": \"DEAR\", \"type\": \"price-alarm\", \"severity\": \"notice\","
            + " \"yuanPerMwh\": 1}]}");
    server.json("olga", "POST", "/anomalies/evaluations?market=da&date=2026-09-20&version=1", "");
    open("olga", "/anomalies?lang=en&date=2026-09-20&all=1");
    page.locator("gc-table td a:has-text('DEAR')").waitFor();
    looked("anomaly-groups");
    page.locator("gc-table td a:has-text('DEAR')").click();
    button("Back to the rules").waitFor();
    page.locator("gc-table td").first().waitFor();
    looked("anomalies-of-a-rule");
    page.navigate(server.address("/interventions?lang=en&date=2026-09-20&market=da"));
    page.getByLabel("Unit, storage, load, tie line, bus or zone").fill("G1");
    page.getByLabel("First period").fill("2");
    button("Add the change").click();
    page.locator("main li:has-text('G1 ✓ (2–…)')").waitFor();
    page.getByLabel("Reason").fill("line is iced");
    looked("intervention");
    button("Make the version").click();
    page.locator("main .notice:has-text('BY HAND')").waitFor();
    page.navigate(server.address("/interventions?lang=en&date=2026-09-20&market=da"));
    page.locator("gc-table td:has-text('line is iced')").waitFor();
    looked("interventions");
  }

  @Test
  void rulesAreProposedByOneAndApprovedByAnother() {
    open("olga", "/rules?lang=en");
    looked("rules");
    page.locator("gc-table a:has-text('workflow')").first().click();
    page.locator("#rule-note").waitFor();
    looked("rule");
    page.locator("#rule-text")
        .fill(page.locator("#rule-text").inputValue().replace("Day-ahead market", "Day ahead"));
    page.locator("#rule-note").fill("shorter");
    button("Propose").last().click();
    page.getByText("waits for another account").waitFor();
    open("anna", "/rules?lang=en");
    button("Approve").click();
    page.locator("h1:has-text('Rules and parameters')").waitFor();
  }

  @Test
  void aNoticeIsWrittenInBothLanguages() {
    open("olga", "/publications?lang=en&date=2026-10-01");
    button("Write a notice").click();
    page.locator("#notice-title").fill("Gate at ten");
    page.locator("#notice-titleZh").fill("十点截止");
    page.locator("#notice-text").fill("The gate closes at ten.");
    page.locator("#notice-textZh").fill("十点截止申报。");
    button("Publish it").click();
    page.locator(".tile b:has-text('Gate at ten')").waitFor();
    looked("notice");
  }

  @Test
  void everyPageFitsAPhoneInTheDarkInChinese() {
    for (String path :
        List.of("/day", "/anomalies", "/runs", "/studies", "/publications", "/rules")) {
      if (page == null) {
        open("olga", path + "?lang=zh", 400);
      } else {
        page.navigate(server.address(path + "?lang=zh"));
        page.locator("main#page h1").waitFor();
      }
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      assertThat(page.locator(".notice.loading")).hasCount(0);
      browser.requireNoSideways(page);
      looked("phone" + path.replace('/', '-'));
    }
  }
}
