package org.gridclear.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gridclear.account.AuditLog.Kind;
import org.gridclear.account.AuditLog.Outcome;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes every call to the audit log before its answer goes out, and refuses bodies that are too
 * large before they are read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AuditFilter extends OncePerRequestFilter {
  /** Attribute with the name of the caller. */
  static final String USER = "gridclear.user";

  /** Attribute with why a call was refused. */
  static final String DETAIL = "gridclear.detail";

  /** Attribute of calls that are in the log. */
  static final String LOGGED = "gridclear.logged";

  static final int BODY_BYTES_MAX = 16 << 20;

  private static final int FAILED_FROM = 400;

  private final ServerSecurity security;

  AuditFilter(ServerSecurity security) {
    this.security = security;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      if (request.getContentLengthLong() > BODY_BYTES_MAX) {
        request.setAttribute(DETAIL, "body of %d bytes".formatted(request.getContentLengthLong()));
        response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      } else {
        chain.doFilter(new BoundedRequest(request), response);
      }
    } finally {
      log(security, request, response.getStatus());
    }
  }

  /** Adds a call to the log, unless it is there; health and metrics are not business of anybody. */
  static void log(ServerSecurity security, HttpServletRequest request, int status) {
    String path = request.getRequestURI();
    boolean quiet = status < FAILED_FROM && (path.equals("/metrics") || path.startsWith("/health"));
    if (!security.closed() || quiet || request.getAttribute(LOGGED) != null) {
      return;
    }
    request.setAttribute(LOGGED, true);
    Object user = request.getAttribute(USER);
    Object detail = request.getAttribute(DETAIL);
    security
        .log()
        .add(
            AccountController.isSystem(path) || status == 401 || status == 403
                ? Kind.SYSTEM
                : Kind.BUSINESS,
            status < FAILED_FROM ? Outcome.SUCCESS : Outcome.FAILURE,
            user == null ? "" : user.toString(),
            request.getRemoteAddr(),
            request.getMethod() + " " + path,
            status + (detail == null ? "" : " " + detail));
  }

  /** A request whose body ends with an error once it is too large, whatever its header says. */
  private static final class BoundedRequest extends HttpServletRequestWrapper {
    BoundedRequest(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new BoundedBody(super.getInputStream());
    }
  }

  private static final class BoundedBody extends ServletInputStream {
    private final ServletInputStream body;
    private long read;

    BoundedBody(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int value = body.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = body.read(into, from, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int more) {
      read += more;
      if (read > BODY_BYTES_MAX) {
        throw new BodyTooLargeException();
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }

  /** A body without a length turned out too large. */
  static final class BodyTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
      super("The request has more than %d MB.".formatted(BODY_BYTES_MAX >> 20));
    }
  }
}
