package org.gridclear.web.account;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.GrantedAuthority;

/** What a caller who is known lacks for a call, by the name of the right. */
final class Forbidden {
  private Forbidden() {}

  static void answer(HttpServletResponse response, AccessDeniedException why) throws IOException {
    Set<String> asked = asked(why);
    if (asked.isEmpty() || asked.contains(TokenFilter.SESSION)) {
      Problems.send(
          response,
          HttpStatus.FORBIDDEN,
          "The call is for who has logged in, not for a program with an API token.",
          "Log in with POST /api/v1/session and send its token.");
      return;
    }
    lacks(response, asked);
  }

  /** Answers that the caller lacks one of these rights; none says that the call is for nobody. */
  static void lacks(HttpServletResponse response, Set<String> rights) throws IOException {
    Problems.send(
        response,
        HttpStatus.FORBIDDEN,
        "The user lacks the right %s."
            .formatted(rights.isEmpty() ? "that opens this call" : String.join(" or ", rights)),
        "Ask who manages accounts for a group that has it; rights that know no scope are without"
            + " effect where a scope is narrowed.");
  }

  private static Set<String> asked(AccessDeniedException why) {
    return why instanceof AuthorizationDeniedException denied
            && denied.getAuthorizationResult() instanceof AuthorityAuthorizationDecision decision
        ? names(decision.getAuthorities())
        : Set.of();
  }

  private static Set<String> names(Iterable<? extends GrantedAuthority> authorities) {
    Set<String> names = new TreeSet<>();
    authorities.forEach(authority -> names.add(authority.getAuthority()));
    return names;
  }
}
