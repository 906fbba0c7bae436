package org.gridclear.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gridclear.account.AuditLog.Kind;
import org.gridclear.account.AuditLog.Outcome;
import org.gridclear.web.watch.CallCounters;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes every call to the audit log before its answer goes out, and refuses bodies that are too
 * large before they are read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class AuditFilter extends OncePerRequestFilter {
  /** Attribute of calls that are in the log. */
  static final String LOGGED = "gridclear.logged";

  private static final int BODY_BYTES_MAX = 16 << 20;

  /** A study says what is changed; what is large lies in files. */
  private static final int STUDY_BYTES_MAX = 1 << 20;

  private static final int ACCOUNT_BYTES_MAX = 1 << 16;

  private static final String OF_THE_SYSTEM =
      "/api/v1/(nodes/.*|exchange/channels|publications/catalogue)";

  private static final int FAILED_FROM = 400;

  /** Health, metrics, and files of pages, in which nothing of anybody is. */
  private static final String QUIET = "/|/metrics|/(health|console|files)(/.*)?";

  private final ServerSecurity security;

  AuditFilter(ServerSecurity security) {
    this.security = security;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      int most = bytesMax(AuditedCall.path(request));
      long length = request.getContentLengthLong();
      if (length > most) {
        request.setAttribute(AuditedCall.DETAIL, "body of %d bytes".formatted(length));
        Problems.send(
            response,
            HttpStatus.CONTENT_TOO_LARGE,
            "The body has %d bytes, at most %d are taken here.".formatted(length, most),
            BoundedRequest.advice(request));
      } else if (BodyTypes.isOf(request, BodyTypes.OF_PARAMETERS)) {
        BodyTypes.refuse(request, response);
      } else {
        chain.doFilter(new BoundedRequest(request, most, System::nanoTime), response);
      }
    } finally {
      log(security, request, response.getStatus());
    }
  }

  /** Whether a call is about the system: accounts, the grid, and what is configured (M-11). */
  private static boolean isSystem(String method, String path) {
    return AuditedCall.isSystem(path) || !method.equals("GET") && path.matches(OF_THE_SYSTEM);
  }

  /** The most that a body may have at an address, in bytes. */
  private static int bytesMax(String path) {
    if (path.startsWith("/api/v1/studies")) {
      return STUDY_BYTES_MAX;
    }
    return AuditedCall.isSystem(path) ? ACCOUNT_BYTES_MAX : BODY_BYTES_MAX;
  }

  /** Adds a call to the log, unless it is there or is no business of anybody. */
  static void log(ServerSecurity security, HttpServletRequest request, int status) {
    String path = AuditedCall.path(request);
    Object detail = request.getAttribute(AuditedCall.DETAIL);
    if (request.getAttribute(LOGGED) == null) {
      CallCounters.count(
          request.getMethod() + " " + path,
          status,
          detail != null && detail.toString().startsWith(FaceFilter.OTHER));
    }
    if (!security.closed()
        || (status < FAILED_FROM && path.matches(QUIET))
        || request.getAttribute(LOGGED) != null) {
      return;
    }
    request.setAttribute(LOGGED, true);
    Object user = request.getAttribute(AuditedCall.USER);
    security
        .log()
        .add(
            isSystem(request.getMethod(), path) || status == 401 || status == 403
                ? Kind.SYSTEM
                : Kind.BUSINESS,
            status < FAILED_FROM ? Outcome.SUCCESS : Outcome.FAILURE,
            user == null ? "" : user.toString(),
            request.getRemoteAddr(),
            request.getMethod() + " " + request.getRequestURI(),
            status + (detail == null ? "" : " " + detail));
  }
}
