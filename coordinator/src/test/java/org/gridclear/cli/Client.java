package org.gridclear.cli;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.json.Json;
import org.gridclear.web.HttpCall;
import tools.jackson.databind.JsonNode;

/** Calls a server as a program of a user would. */
public final class Client {
  private final String address;

  /** A client of the server that says it is ready with this line. */
  public Client(String readyLine) {
    address = readyLine.replaceAll(".*ready: (http://[^/]+)/.*", "$1");
  }

  public HttpResponse<String> call(String method, String path, String body) throws Exception {
    return HttpCall.send(address, method, path, "", body);
  }

  public String submit(String path, String body) throws Exception {
    HttpResponse<String> answer = call("POST", path, body);
    if (answer.statusCode() != 202) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return Json.MAPPER.readTree(answer.body()).get("runId").asString();
  }

  public JsonNode status(String runId) throws Exception {
    return Json.MAPPER.readTree(call("GET", "/api/v1/runs/" + runId, null).body());
  }

  /** Waits until so many cases are done; returns the status. */
  public JsonNode awaitDone(String runId, int cases, long secondsMax) throws Exception {
    long until = System.nanoTime() + secondsMax * 1_000_000_000L;
    while (true) {
      HttpResponse<String> answer = call("GET", "/api/v1/runs/" + runId, null);
      JsonNode status = Json.MAPPER.readTree(answer.body());
      if (answer.statusCode() == 200 && (status.get("done").asInt() >= cases || ended(status))) {
        return status;
      }
      if (System.nanoTime() - until > 0) {
        throw new IllegalStateException("After %d s: %s".formatted(secondsMax, answer.body()));
      }
      Thread.sleep(100);
    }
  }

  private static boolean ended(JsonNode status) {
    return status.get("state").asString().matches("DONE|FAILED|CANCELLED");
  }

  public JsonNode awaitEnd(String runId, long secondsMax) throws Exception {
    return awaitDone(runId, Integer.MAX_VALUE, secondsMax);
  }

  /** Outcome hashes of the cases of a study by their names. */
  public Map<String, String> hashes(String runId) throws Exception {
    Map<String, String> hashes = new LinkedHashMap<>();
    JsonNode results = null;
    for (int k = 0; k < 50; k++) {
      HttpResponse<String> answer = call("GET", "/api/v1/runs/" + runId + "/results", null);
      if (answer.statusCode() == 200) {
        results = Json.MAPPER.readTree(answer.body());
        break;
      }
      Thread.sleep(100);
    }
    for (JsonNode cell : results.get("cases")) {
      JsonNode hash = cell.get("outcomeHash");
      hashes.put(
          cell.get("name").asString(),
          hash == null ? cell.get("reason").asString() : hash.asString());
    }
    return hashes;
  }
}
