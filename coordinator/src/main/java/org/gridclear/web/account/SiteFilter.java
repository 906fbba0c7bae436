package org.gridclear.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.gridclear.site.SiteGate;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes no changes where another site may be the active one. */
@Component
@Order(2)
class SiteFilter extends OncePerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String ADVICE =
      "Ask the other site; nothing was changed here. Its operator: gridclear site status.";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> why = SiteGate.refusal();
    boolean session = AuditedCall.path(request).equals("/api/v1/session");
    if (why.isPresent() && !session && !READING.contains(request.getMethod())) {
      Problems.send(response, HttpStatus.SERVICE_UNAVAILABLE, why.get(), ADVICE);
    } else {
      chain.doFilter(request, response);
    }
  }
}
