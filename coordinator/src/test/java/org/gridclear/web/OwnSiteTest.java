package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server without accounts answers its own machine, and no page of another site. */
class OwnSiteTest {
  private static final String STUDY = "study: s\nbase: {case: nowhere}";

  @TempDir static Path folder;

  private static OpenServer server;

  @BeforeAll
  static void start() {
    server = new OpenServer(folder, 1);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Sends a request as a browser would put it; returns the answer's first line and body. */
  private static String answer(String line, String host, String headers, String body)
      throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String request =
          "%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n%s"
              .formatted(line, host, headers, body.length(), body);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int status(String line, String host, String headers, String body)
      throws Exception {
    return Integer.parseInt(answer(line, host, headers, body).substring(9, 12));
  }

  private static int post(String headers) throws Exception {
    return status("POST /api/v1/studies", own(), headers, STUDY);
  }

  private static String own() {
    return "127.0.0.1:" + server.port();
  }

  @Test
  void anotherNameForTheMachineIsMisdirected() throws Exception {
    for (String host : new String[] {own(), "localhost:" + server.port(), "localhost"}) {
      assertEquals(200, status("GET /api/v1/runs", host, "", ""), host);
    }
    String foreign = answer("GET /api/v1/runs", "rebound.example:" + server.port(), "", "");
    assertTrue(foreign.startsWith("HTTP/1.1 421"), foreign);
    assertTrue(foreign.contains("application/problem+json") && foreign.contains("rebound.example"));
  }

  @Test
  void aPageOfAnotherSiteNeitherSubmitsNorReads() throws Exception {
    String yaml = "Content-Type: application/yaml\r\n";
    String origin = "Origin: http://evil.example\r\n";
    assertEquals(400, post(yaml), "of a program: it is read, and the case is not there");
    assertEquals(400, post(yaml + "Origin: http://" + own() + "\r\n"), "of an own page");
    assertEquals(403, post(yaml + origin));
    assertEquals(403, post(yaml + "Origin: null\r\n"), "of a sandboxed page");
    assertEquals(403, post(yaml + "Sec-Fetch-Site: cross-site\r\n"));
    assertEquals(403, status("GET /api/v1/runs", own(), origin, ""));
    assertEquals(403, status("GET /api/v1/runs", own(), "Sec-Fetch-Site: cross-site\r\n", ""));
    String link = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n";
    assertEquals(200, status("GET /health/live", own(), link, ""), "a link may be followed");
  }

  @Test
  void whatAFormCanSendIsNoStudy() throws Exception {
    for (String type :
        new String[] {"text/plain", "application/x-www-form-urlencoded", "Text/Plain;charset=x"}) {
      assertEquals(415, post("Content-Type: " + type + "\r\n"), type);
    }
  }
}
