package org.gridclear.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps web pages of others from using a server without accounts through the browser of somebody on
 * its machine: it answers to its own names only, and takes nothing that a foreign page sends.
 */
@Component
@Order(1)
class OwnSiteFilter extends OncePerRequestFilter {
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String ADVICE =
      "Without accounts the server is for programs and pages of its own machine; start it with"
          + " --security DIR for others.";

  private final ServerSecurity security;

  OwnSiteFilter(ServerSecurity security) {
    this.security = security;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (security.closed()) {
      chain.doFilter(request, response);
    } else if (!OWN_NAMES.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
      String name = "The server has no name %s.".formatted(request.getServerName());
      Problems.send(response, HttpStatus.MISDIRECTED_REQUEST, name, ADVICE);
    } else if (isForeign(request)) {
      Problems.send(response, HttpStatus.FORBIDDEN, "The call comes from another site.", ADVICE);
    } else if (BodyTypes.isOf(request, BodyTypes.OF_PLAIN_TEXT)) {
      BodyTypes.refuse(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Whether a page of another site asks; that somebody follows a link from there is all right. */
  private static boolean isForeign(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    if (origin != null) {
      String own = request.getScheme() + "://" + request.getHeader("Host");
      return !origin.equalsIgnoreCase(own);
    }
    String site = request.getHeader("Sec-Fetch-Site");
    boolean asks = site != null && !site.equals("same-origin") && !site.equals("none");
    boolean follows =
        request.getMethod().equals("GET") && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    return asks && !follows;
  }
}
