package org.gridclear.bench.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.bench.ReportBrowser;

/** One Chromium for all tests of the desk in a process. */
final class DeskBrowser {
  private static final String SERIOUS =
      """
      axe.run(document, {resultTypes: ["violations"]}).then(found => found.violations
        .filter(v => v.impact === "serious" || v.impact === "critical")
        .map(v => v.id + " " + v.nodes.map(n => n.html.slice(0, 160)).slice(0, 3).join(" | ")))
      """;

  private static final double WAIT_MILLIS = 15_000;

  private static DeskBrowser shared;
  private static boolean asked;

  private final ReportBrowser browser;
  private final String axe;

  private DeskBrowser(ReportBrowser browser) {
    this.browser = browser;
    try (InputStream in = DeskBrowser.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The browser; the test is skipped where there is no Chromium. */
  static synchronized DeskBrowser shared() {
    if (!asked) {
      asked = true;
      ReportBrowser.start()
          .ifPresent(
              started -> {
                shared = new DeskBrowser(started);
                Runtime.getRuntime().addShutdownHook(new Thread(started::close, "browser-end"));
              });
    }
    assumeTrue(shared != null, "no Chromium here");
    return shared;
  }

  /** A page of its own, so many pixels wide, light. */
  Page page(int width) {
    return page(width, ColorScheme.LIGHT);
  }

  /** A page of its own. */
  Page page(int width, ColorScheme colours) {
    Page page = browser.page(width, colours);
    page.setDefaultTimeout(WAIT_MILLIS);
    // Colours that are on their way to others are judged by axe, too.
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    return page;
  }

  /** No finding of axe-core is serious; its script is evaluated, so that the policy stays. */
  void requireAccessible(Page page) {
    page.evaluate(axe);
    assertEquals(List.of(), page.evaluate(SERIOUS), page.url());
  }

  /** The page is not wider than its window. */
  void requireNoSideways(Page page) {
    assertEquals(
        true,
        page.evaluate("document.documentElement.scrollWidth <= innerWidth"),
        () -> page.url() + " scrolls sideways at " + page.viewportSize().width);
  }

  /** What pages complained of so far: errors of scripts, refusals by the policy. */
  List<String> complaints() {
    return browser.complaints();
  }

  /** Where pictures go that somebody looks at; null where none are wanted. */
  static Path pictures() {
    String folder = System.getProperty("gridclear.pictures");
    return folder == null ? null : Path.of(folder);
  }

  /** A picture of the whole page, if they are wanted. */
  static void picture(Page page, String name) {
    if (pictures() != null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(pictures().resolve(name + ".png"))
              .setFullPage(true));
    }
  }
}
