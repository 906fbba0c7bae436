package org.gridclear.bench.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What stands around every page of the desk. */
// Rows: U-13, W-07
class DeskShellTest extends DeskStory {
  @Test
  void somebodyLogsInAndSeesTheDay() {
    logIn("/gallery");
    assertTrue(page.url().contains("/gallery"), "the page that was asked for: " + page.url());
    assertEquals(List.of(), page.evaluate("[...document.cookie]"), "no script reads the cookie");
    page.getByText("log out").click();
    page.locator("input[name=code]").waitFor();
    // Two refusals are part of it: who is not in yet, and who no longer is.
    excuse();
  }

  /** Opens a page in a session of its own, so that others are not logged out with it. */
  private void logIn(String path) {
    blank(1280);
    page.navigate(server.address(path));
    page.locator("input[name=name]").fill("olga");
    page.locator("input[name=password]").fill(DeskPeople.PASSWORD);
    page.locator("input[name=code]").fill(server.people().code("olga"));
    page.keyboard().press("Enter");
    page.locator("main#page h1").waitFor();
  }

  @Test
  void anAnswerThatComesAfterLoggingOutShowsNothing() {
    logIn("/day?lang=en");
    List<Route> held = new CopyOnWriteArrayList<>();
    page.route("**/market/board*", held::add);
    page.getByText("中文").click();
    page.waitForCondition(() -> !held.isEmpty());
    page.getByText("退出").click();
    page.locator("input[name=code]").waitFor();
    page.waitForResponse("**/market/board*", () -> held.forEach(Route::resume));
    page.evaluate("new Promise((done) => setTimeout(done, 50))");
    assertTrue(page.locator("input[name=code]").isVisible(), page.content());
    excuse();
  }

  @Test
  void whoIsNotKnownToBeLoggedOutIsTold() {
    open("olga", "/gallery?lang=en", 1280);
    page.route("**/api/v1/session", Route::abort);
    page.getByText("log out").click();
    page.getByText("did not confirm that you are logged out").waitFor();
    excuse();
  }

  @Test
  void everyPartIsAccessibleAndNotWiderThanAPhone() {
    open("olga", "/gallery?lang=en", 400);
    page.locator("gc-echart canvas").waitFor();
    DeskBrowser.picture(page, "gallery-400");
    browser.requireNoSideways(page);
    browser.requireAccessible(page);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    DeskBrowser.picture(page, "gallery-dark");
    browser.requireAccessible(page);
  }

  @Test
  void keysGoToPagesAndOpenTheSearch() {
    open("olga", "/gallery?lang=en", 1280);
    page.keyboard().press("g");
    page.keyboard().press("d");
    page.waitForURL(url -> url.contains("/console/day"));
    page.keyboard().press("?");
    assertTrue(page.locator("#keys").textContent().contains("Day"));
    page.keyboard().press("Escape");
    page.keyboard().press("/");
    page.locator("#search input").fill("2026-10-01");
    page.locator("#search li").waitFor();
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.contains("date=2026-10-01"));
  }

  @Test
  void bothLanguagesAreWholeAndKept() {
    open("olga", "/day?lang=en", 1280);
    page.getByText("中文").click();
    assertEquals("zh-CN", page.evaluate("document.documentElement.lang"));
    assertEquals("交易日", page.locator(".rail a span:last-child").first().textContent());
    page.getByText("English").click();
    assertEquals("en", page.evaluate("document.documentElement.lang"));
  }

  @Test
  void aHundredThousandRowsScroll() {
    open("olga", "/gallery?lang=en", 1280);
    Locator table = page.locator("gc-table .windowed");
    table.evaluate("t => { t.scrollTop = t.scrollHeight / 2; }");
    page.locator("gc-table td:text('u-50000')").first().waitFor();
    assertTrue(page.locator("gc-table tbody tr").count() < 100, "rows in sight alone are drawn");
  }

  @Test
  void aPageRecoversByItselfWhenTheServerComesAgain() {
    open("olga", "/day?lang=en", 1280);
    server.restart(() -> page.locator(".notice.stale, .head .bad").first().waitFor());
    page.locator(".head a:has-text('● 2 nodes')").waitFor();
    assertEquals(0, page.locator(".notice.stale").count());
    // The lost line is said by the browser, too.
    excuse();
  }
}
