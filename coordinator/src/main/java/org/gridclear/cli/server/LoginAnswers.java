package org.gridclear.cli.server;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.json.Json;
import org.jspecify.annotations.Nullable;

/** Name, password and code of a login: asked at a terminal, else three lines of standard input. */
final class LoginAnswers {
  private LoginAnswers() {}

  /**
   * What was answered, as JSON.
   *
   * @throws IllegalArgumentException if an answer is missing
   */
  static String asked() throws IOException {
    return Json.MAPPER.writeValueAsString(answers());
  }

  private static Map<String, String> answers() throws IOException {
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
