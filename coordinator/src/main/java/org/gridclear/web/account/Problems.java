package org.gridclear.web.account;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.json.Json;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Problem details (RFC 9457) of what filters refuse before any controller sees it. */
public final class Problems {
  private Problems() {}

  /** Answers with what is wrong and what to do. */
  public static void send(
      HttpServletResponse response, HttpStatus status, String detail, String advice)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("status", status.value());
    problem.put("title", status.getReasonPhrase());
    problem.put("detail", detail);
    problem.put("advice", advice);
    response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(problem));
  }
}
