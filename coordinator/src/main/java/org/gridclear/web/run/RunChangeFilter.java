package org.gridclear.web.run;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.gridclear.web.desk.ChangeWatch;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever sends, cancels or ends a run through this server sees it in the next list. */
@Component
class RunChangeFilter extends OncePerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Pattern OF_RUNS =
      Pattern.compile("/api/v1/(studies|screenings|sensitivities|runs|run-list)(/.*)?");

  private final ChangeWatch watch;

  RunChangeFilter(ChangeWatch watch) {
    this.watch = watch;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return READING.contains(request.getMethod())
        || !OF_RUNS.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Runnable done = watch.changing();
    try {
      chain.doFilter(request, response);
    } finally {
      done.run();
    }
  }
}
