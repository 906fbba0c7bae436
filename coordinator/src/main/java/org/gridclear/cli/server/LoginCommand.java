package org.gridclear.cli.server;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code gridclear login}: a login at a server, for the commands that work with it. */
@Command(
    name = "login",
    description = {
      "Log in at a server, for commands with --server: asks for name, password and code, or reads",
      "them as three lines of standard input. The token is kept in a file of the user alone until",
      "the server ends it, after eight hours; 'logout' ends it before."
    })
public final class LoginCommand implements Callable<Integer> {
  private static final String JSON = "application/json";
  private static final long ASKS_AGAIN_MILLIS = 1_000;

  @Spec private CommandSpec spec;
  @Mixin private ServerOptions server;

  @Option(
      names = "--browser",
      description =
          "Be let in by a browser, where a hardware key can be used: shows a code to enter at the"
              + " desk, under 'My access', and waits.")
  private boolean browser;

  @Override
  public Integer call() throws IOException {
    ServerCalls calls = server.asNobody();
    JsonNode session =
        browser
            ? letIn(calls)
            : calls.call("POST", "/api/v1/session", Json.MAPPER.writeValueAsString(asked()), JSON);
    Logins.Login login =
        new Logins.Login(session.get("name").asString(), session.get("token").asString());
    Logins logins = server.logins();
    logins.keep(server.address(), login);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "%s is logged in at %s until %s with the rights %s."
            .formatted(
                login.name(),
                server.address(),
                session.get("until").asString(),
                session.get("rights")));
    out.flush();
    return ExitCodes.DONE;
  }

  /** Shows a code, and asks until somebody at the desk has let it in, or its time is over. */
  private JsonNode letIn(ServerCalls calls) throws IOException {
    JsonNode asked = calls.call("POST", "/api/v1/session/devices", null, JSON);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Open %s%s, log in, and enter the code %s under 'Let a command in', until %s."
            .formatted(
                server.address(),
                asked.get("page").asString(),
                asked.get("code").asString(),
                asked.get("until").asString()));
    out.flush();
    String body = Json.MAPPER.writeValueAsString(Map.of("device", asked.get("device").asString()));
    while (true) {
      JsonNode session = calls.call("POST", "/api/v1/session/devices/session", body, JSON);
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

  private static Map<String, String> asked() throws IOException {
    Console console = System.console();
    Map<String, String> answers = new LinkedHashMap<>();
    if (console != null) {
      answers.put("name", given("name", console.readLine("Name: ")));
      char[] password = console.readPassword("Password: ");
      answers.put("password", given("password", password == null ? null : new String(password)));
      answers.put("code", given("code", console.readLine("Code: ")));
      return answers;
    }
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String what : new String[] {"name", "password", "code"}) {
      answers.put(what, given(what, lines.readLine()));
    }
    return answers;
  }

  private static String given(String what, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      throw new IllegalArgumentException(
          "The %s is missing; a login is name, password and code, each a line.".formatted(what));
    }
    return text;
  }
}
