package org.gridclear.bench.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.gridclear.json.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Results, why and what if, security and the network picture, as people look at them. */
// Rows: D-14, D-15, D-16, E-10, F-07, H-22, H-24
class DeskResultsTest extends DeskStory {
  private static final String DAY = "?market=da&date=2026-10-01&lang=en";

  private static String study;
  private static String screening;

  @BeforeAll
  static void start() {
    study =
        run(
            "/studies",
            "{\"study\": \"desk\", \"base\": {\"case\": \"ieee14\"}, \"horizon\": {\"periodCount\":"
                + " 4}, \"options\": {\"securityRoundsMax\": 1}, \"cases\": [{\"name\": \"more\","
                + " \"changes\": [{\"load\": {\"scale\": 1.1}}]}]}");
    screening =
        run(
            "/screenings",
            "{\"network\": \"ieee118\", \"method\": \"ac\", \"snapshots\": 2, \"scope\":"
                + " [\"branches\"]}");
  }

  /** A run that has ended. */
  private static String run(String path, String body) {
    String id = server.json("olga", "POST", path, body).get("runId").asString();
    String events = server.call("olga", "GET", "/runs/" + id + "/events", null).body();
    assertTrue(events.contains("\"DONE\""), events);
    return id;
  }

  private void open(String path, int width) {
    open("olga", path, width);
  }

  private void accessible(String name) {
    browser.requireNoSideways(page);
    browser.requireAccessible(page);
    DeskBrowser.picture(page, name);
  }

  private String text(String selector) {
    return page.locator(selector).first().textContent();
  }

  @Test
  void aPriceOfTheDayIsAskedWhyAndWhatIf() {
    open("/results" + DAY, 400);
    page.locator("gc-echart canvas").first().waitFor();
    assertTrue(text("h1").startsWith("da 2026-10-01 version 1"), text("h1"));
    assertTrue(text("gc-echart figcaption").startsWith("Load peaks at "));
    assertTrue(text("gc-heat figcaption").contains("units run"));
    accessible("results-400");
    page.locator(".peaks a").first().click();
    page.locator("gc-why tfoot").first().waitFor();
    assertTrue(page.url().contains("/console/why?"), page.url());
    assertEquals(0, page.locator("gc-why .notice.error").count(), "the parts add up");
    assertTrue(text(".notice.info").contains("the version's own"), text(".notice.info"));
    accessible("why-400");
    page.getByText("1 MW more at bus").click();
    page.locator("gc-diff table").waitFor();
    assertTrue(text("h1").startsWith("It would cost "), text("h1"));
    assertTrue(text(".notice.info").contains("no unit starts or stops"));
    accessible("what-if-400");
    page.locator("select[name=kind]").selectOption("branchOutage");
    page.locator("input[name=element]").fill("nowhere");
    page.keyboard().press("Enter");
    page.locator("form [role=alert]").waitFor();
    assertTrue(text("form [role=alert]").contains("nowhere"), text("form [role=alert]"));
    // The browser says the refusal, too.
    excuse();
  }

  @Test
  void aUnitIsAskedFromTheMapOfCommitmentByKeys() {
    open("/results/run/" + study + "/0?lang=en", 1280);
    Locator map = page.locator("canvas.heat");
    map.focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Enter");
    page.locator("dl.facts").waitFor();
    assertTrue(page.url().contains("unit=") && page.url().contains("period=2"), page.url());
    assertTrue(page.locator("section[aria-label=Unit] li").count() > 0, "reasons");
    accessible("why-unit");
  }

  @Test
  void twoCasesStandBesideEachOther() {
    open("/results/run/" + study + "/0?lang=en&with=run/" + study + "/1", 1280);
    page.locator("gc-diff tbody tr").first().waitFor();
    assertEquals(2, page.locator("gc-heat").count());
    assertTrue(text("gc-diff").contains("Energy of"), text("gc-diff"));
    accessible("results-beside");
  }

  @Test
  void aMemberSeesPricesAndItsOwnUnitsAndNobodyElses() {
    blank(1280);
    server.open(page, "max", "/results" + DAY);
    page.locator("gc-heat figcaption").waitFor();
    String units = page.locator("gc-heat").first().textContent();
    assertTrue(units.contains("G1") && !units.contains("G3"), units);
    assertEquals(0, page.locator(".tools a").count(), "no question that is refused");
    accessible("results-member");
  }

  @Test
  void aScreeningIsFilteredByTilesAndAnOutageSeenBeforeAndAfter() {
    open("/security?lang=en", 400);
    page.locator("gc-table[name=runs] a").first().waitFor();
    accessible("security-400");
    page.navigate(server.address("/security/" + screening + "?lang=en"));
    page.locator(".tiles button").first().waitFor();
    assertTrue(page.locator("gc-table[name=outages] tbody tr").count() > 0);
    accessible("screening-400");
    page.locator("button.tile.secure").press("Enter");
    page.waitForURL(url -> url.contains("status=SECURE"));
    page.locator("button.tile.secure[aria-pressed=true]").waitFor();
    page.locator("gc-table[name=outages] tbody tr.link").first().press("Enter");
    page.waitForURL(url -> url.contains("outage="));
    page.locator("gc-table[name=pair] tbody tr").first().waitFor();
    accessible("outage-400");
    page.navigate(server.address("/security/run/" + study + "/0?lang=en"));
    page.locator("gc-table[name=rounds] tbody tr").first().waitFor();
    page.locator("section[aria-label='Step by step'] button").nth(1).click();
    page.locator("p:has-text('Round 1 was cleared under 0 cuts')").waitFor();
    accessible("rounds-400");
  }

  @Test
  void theNetworkIsSearchedScrubbedAndAsked() {
    open("/picture/run/" + study + "/0?lang=en", 400);
    page.locator("canvas.network").waitFor();
    assertTrue(text("gc-network figcaption").startsWith("14 buses and 20 branches"));
    Locator slide = page.locator("input[type=range]");
    slide.focus();
    page.keyboard().press("ArrowRight");
    page.locator("output:has-text('2 of 4')").waitFor();
    page.locator("input[type=search]").fill("9");
    page.keyboard().press("Enter");
    page.locator("canvas.network").focus();
    page.keyboard().press("Enter");
    page.locator("h2:has-text('Bus 9')").waitFor();
    page.locator("canvas.network").focus();
    page.keyboard().press("0");
    page.keyboard().press("s");
    page.locator("h2:has-text('14 buses are selected')").waitFor();
    page.getByText("Draw around buses").click();
    BoundingBox box = page.locator("canvas.network").boundingBox();
    page.mouse().move(box.x + 2, box.y + 2);
    page.mouse().down();
    page.mouse().move(box.x + box.width - 2, box.y + 2);
    page.mouse().move(box.x + box.width - 2, box.y + box.height / 2);
    page.mouse().move(box.x + 2, box.y + box.height / 2);
    page.mouse().up();
    assertThat(page.locator("section h2").first())
        .containsText(Pattern.compile("^([1-9]|1[0-3]) buses are selected"));
    accessible("picture-400");
    page.getByText("Why this price").click();
    page.locator("gc-why tfoot").first().waitFor();
    assertTrue(page.url().contains("bus=9") && page.url().contains("period=2"), page.url());
  }

  /**
   * 10 000 buses, 12 700 branches, 96 periods; what the page draws a second is printed. Needs a
   * quiet machine.
   */
  @Test
  @Tag("slow")
  void tenThousandBusesAreScrubbedThroughNinetySixPeriods() {
    blank(1280);
    String network = network(100);
    byte[] frames = frames(10_000, 12_700, 96);
    page.route(
        Pattern.compile("/network$"),
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(network)));
    page.route(
        Pattern.compile("/network/frames$"),
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/octet-stream")
                    .setBodyBytes(frames)));
    server.open(page, "olga", "/picture/run/large/0?lang=en");
    page.locator("canvas.network").waitFor();
    DeskBrowser.picture(page, "picture-10000");
    double perSecond =
        ((Number)
                page.evaluate(
                    """
                    async () => {
                      const part = document.querySelector("gc-network");
                      const slide = document.querySelector("input[type=range]");
                      const frame = () => new Promise(requestAnimationFrame);
                      await frame();
                      const first = part.drawn, begun = performance.now();
                      for (let t = 0; t < 96; t++) {
                        slide.value = t;
                        slide.dispatchEvent(new Event("input"));
                        await frame();
                      }
                      await frame();
                      return (part.drawn - first) * 1000 / (performance.now() - begun);
                    }
                    """))
            .doubleValue();
    System.out.printf(Locale.ROOT, "10 000 buses, 96 periods: %.0f frames/s%n", perSecond);
    assertTrue(perSecond >= 30, perSecond + " frames/s");
  }

  private static String network(int side) {
    Random random = new Random(7);
    List<Object> buses = new ArrayList<>();
    List<Object> links = new ArrayList<>();
    for (int b = 0; b < side * side; b++) {
      int row = b / side;
      int column = b % side;
      double x = column + random.nextDouble();
      buses.add(List.of("b" + b, 220, "N", x, row + random.nextDouble()));
    }
    for (int l = 0; l < 12_700; l++) {
      int from = random.nextInt(side * side - side - 1);
      links.add(List.of("l" + l, from, from + (l % 2 == 0 ? 1 : side), 1));
    }
    return Json.MAPPER.writeValueAsString(Map.of("buses", buses, "links", links));
  }

  private static byte[] frames(int buses, int branches, int periods) {
    Random random = new Random(11);
    ByteBuffer bytes =
        ByteBuffer.allocate(16 + periods * (4 * buses + branches)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(1).putInt(periods).putInt(buses).putInt(branches);
    for (int k = 0; k < periods * buses; k++) {
      bytes.putFloat(200 + 100 * random.nextFloat());
    }
    for (int k = 0; k < periods * branches; k++) {
      bytes.put((byte) random.nextInt(90));
    }
    return bytes.array();
  }
}
