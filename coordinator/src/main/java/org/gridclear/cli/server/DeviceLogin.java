package org.gridclear.cli.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gridclear.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * A login that a browser lets in.
 *
 * @param calls calls to the server as nobody
 * @param address of the server, for a person
 */
record DeviceLogin(ServerCalls calls, String address) {
  private static final long ASKS_AGAIN_MILLIS = 1_000;

  /** Shows a code, and asks until somebody at the desk has let it in, or its time is over. */
  JsonNode letIn(PrintWriter out) throws IOException {
    JsonNode asked = calls.call("POST", "/api/v1/session/devices", null, ServerCalls.JSON);
    out.println(
        "Open %s%s, log in, and enter the code %s under 'Let a command in', until %s."
            .formatted(
                address,
                asked.get("page").asString(),
                asked.get("code").asString(),
                asked.get("until").asString()));
    out.flush();
    String body = Json.MAPPER.writeValueAsString(Map.of("device", asked.get("device").asString()));
    while (true) {
      JsonNode session =
          calls.call("POST", "/api/v1/session/devices/session", body, ServerCalls.JSON);
      if (session.has("token")) {
        return session;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(ASKS_AGAIN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("The login was interrupted.", e);
      }
    }
  }
}
