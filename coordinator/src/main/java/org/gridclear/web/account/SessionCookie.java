package org.gridclear.web.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.gridclear.web.face.ServedFace;
import org.springframework.http.ResponseCookie;

/**
 * The session of a browser: a token in a cookie that no script reads and no other site sends. A
 * call that changes something brings a proof beside it, which only a page of this server can know.
 */
public final class SessionCookie {
  /** Name of the cookie. */
  public static final String NAME = "gridclear-session";

  /** Header of a call with the proof. */
  public static final String HEADER = "X-CSRF-Token";

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private SessionCookie() {}

  /** Faces of one host have cookies of their own: browsers keep ports together. */
  private static String name(HttpServletRequest request) {
    return ServedFace.of(request).map(face -> NAME + "-" + face.word()).orElse(NAME);
  }

  /** The token of a request's cookie; "" if there is none. */
  public static String token(HttpServletRequest request) {
    if (request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        if (cookie.getName().equals(name(request))) {
          return cookie.getValue();
        }
      }
    }
    return "";
  }

  /** The cookie of a session; the browser forgets it when it ends. */
  public static String of(String token, HttpServletRequest request) {
    return cookie(token, Duration.ofSeconds(-1), request);
  }

  /** Takes the cookie away. */
  public static String ended(HttpServletRequest request) {
    return cookie("", Duration.ZERO, request);
  }

  private static String cookie(String token, Duration left, HttpServletRequest request) {
    return ResponseCookie.from(name(request), token)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Strict")
        .path("/")
        .maxAge(left)
        .build()
        .toString();
  }

  /** What a call with this token in its cookie has to bring. */
  public static String proof(String token) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("desk:" + token).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a call with this token in its cookie only reads, or brings the proof. */
  public static boolean isProven(HttpServletRequest request, String token) {
    String brought = request.getHeader(HEADER);
    return READING.contains(request.getMethod())
        || (brought != null
            && MessageDigest.isEqual(
                brought.getBytes(StandardCharsets.UTF_8),
                proof(token).getBytes(StandardCharsets.UTF_8)));
  }
}
