package org.gridclear.bench.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/**
 * Stories on the server and in the browser that all of them share; one that makes the browser
 * complain fails.
 */
abstract class DeskStory {
  static DeskBrowser browser;
  static DeskServer server;

  Page page;
  private int complained;

  @BeforeAll
  static void share() {
    browser = DeskBrowser.shared();
    server = DeskServer.shared();
  }

  /** A new page, so many pixels wide, in place of the one before. */
  final void blank(int width) {
    if (page != null) {
      page.context().close();
    }
    excuse();
    page = browser.page(width);
  }

  /** A page of the desk of somebody who is in. */
  final void open(String who, String path, int width) {
    blank(width);
    server.open(page, who, path);
  }

  /**
   * The page goes, and somebody else comes to a new one: a page that lives on without its cookie
   * asks on, and is refused.
   */
  final void change(String who, String path) {
    int width = page.viewportSize().width;
    page.context().close();
    page = browser.page(width);
    server.open(page, who, path);
  }

  final void see(String text) {
    page.locator("main#page").getByText(text).first().waitFor();
  }

  /** What was complained of until now belongs to the story. */
  final void excuse() {
    complained = browser.complaints().size();
  }

  /** Whether a complaint is no fault of a page; of most stories none is. */
  boolean isExpected(String complaint) {
    return false;
  }

  @AfterEach
  final void nothingWasComplainedOf() {
    page.context().close();
    List<String> all = browser.complaints();
    assertEquals(
        List.of(),
        all.subList(complained, all.size()).stream().filter(each -> !isExpected(each)).toList());
  }
}
