package org.gridclear.bench.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A hardware key in Chromium, by its virtual authenticator (WebAuthn over CDP). */
// Rows: P-08, P-11
class DeskHardwareKeyTest {
  private static DeskBrowser browser;
  private static DeskServer server;
  private Page page;

  @BeforeAll
  static void start() {
    browser = DeskBrowser.shared();
    server = DeskServer.shared();
  }

  @AfterEach
  void close() {
    page.context().close();
  }

  /** The desk by the name of the server: hardware keys are bound to names. */
  private static String named(String path) {
    return server.address(path).replace("127.0.0.1", "localhost");
  }

  private static void authenticator(CDPSession session) {
    session.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "usb");
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject arguments = new JsonObject();
    arguments.add("options", options);
    assertTrue(session.send("WebAuthn.addVirtualAuthenticator", arguments).has("authenticatorId"));
  }

  private void fill(String form, String field, String value) {
    page.locator("#" + form + "-" + field).fill(value);
  }

  @Test
  void aKeyIsRegisteredLogsInAndIsRemoved() {
    page = browser.page(1280);
    CDPSession devices = page.context().newCDPSession(page);
    authenticator(devices);
    page.navigate(named("/access?lang=en"));
    page.locator("main.login input[name=name]").fill("olga");
    page.locator("main.login input[name=password]").fill(DeskPeople.PASSWORD);
    page.locator("main.login input[name=code]").fill(server.people().code("olga"));
    page.locator("main.login button.first").click();
    page.locator("main#page h1").waitFor();
    fill("key", "label", "yellow");
    fill("key", "code", server.people().code("olga"));
    page.locator("main#page button", new Page.LocatorOptions().setHasText("Add a hardware key"))
        .click();
    page.locator("ul.keys li").getByText("yellow").first().waitFor();
    browser.requireAccessible(page);
    browser.requireNoSideways(page);

    page.context().clearCookies();
    page.navigate(named("/access?lang=en"));
    page.locator("main.login input[name=name]").fill("olga");
    page.locator("main.login input[name=password]").fill(DeskPeople.PASSWORD);
    browser.requireAccessible(page);
    page.locator("main.login button[name=key]").click();
    page.locator("main#page").getByText("olga").first().waitFor();

    fill("remove-yellow", "code", server.people().code("olga"));
    page.locator("ul.keys button").click();
    page.getByText("There are no hardware keys.").waitFor();
    page.context().clearCookies();
    page.navigate(named("/access?lang=en"));
    page.locator("main.login input[name=name]").fill("olga");
    page.locator("main.login input[name=password]").fill(DeskPeople.PASSWORD);
    page.locator("main.login button[name=key]").click();
    page.locator("main.login p[role=alert]:not(:empty)").waitFor();
    JsonNode records =
        server.json("audrey", "GET", "/audit/records?limit=30&text=second-factors", null);
    assertEquals("SYSTEM", records.get("records").get(0).get("kind").asString());
  }
}
