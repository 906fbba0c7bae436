package org.gridclear.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls a server over real HTTP, as a program of a user would. */
public final class HttpCall {
  private static final HttpClient CLIENT = client();

  private HttpCall() {}

  /** Tests kill servers and start others on their ports: idle connections must not outlive them. */
  private static HttpClient client() {
    System.setProperty("jdk.httpclient.keepalive.timeout", "1");
    return HttpClient.newHttpClient();
  }

  /** What a browser gets that follows where it is sent, without a token. */
  public static HttpResponse<String> browse(String address) throws Exception {
    HttpClient browser =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html,*/*").build();
    return browser.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @param address scheme, host and port
   * @param token token of the caller, "" for none
   * @param body JSON if it begins with a brace, else YAML; null for none
   */
  public static HttpResponse<String> send(
      String address, String method, String path, String token, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header(
                "Content-Type",
                body != null && body.startsWith("{") ? "application/json" : "application/yaml")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
