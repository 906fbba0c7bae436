package org.gridclear.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** Media types of bodies that are not taken. */
final class BodyTypes {
  /** What the server would read for parameters, outside the bounds of a body. */
  static final Set<String> OF_PARAMETERS =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data");

  /** What a page may send to another site without being asked whether it may. */
  static final Set<String> OF_PLAIN_TEXT = Set.of("text/plain");

  private BodyTypes() {}

  /** Whether the body of a request is said to be of one of these types. */
  static boolean isOf(HttpServletRequest request, Set<String> types) {
    String type = request.getContentType();
    return type != null && types.contains(type.split(";")[0].strip().toLowerCase(Locale.ROOT));
  }

  /** Answers that the type is not taken. */
  static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Problems.send(
        response,
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "A body of type %s is not taken.".formatted(request.getContentType()),
        "Send application/json or application/yaml.");
  }
}
