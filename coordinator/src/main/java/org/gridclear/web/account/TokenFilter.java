package org.gridclear.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.account.Account;
import org.gridclear.account.Right;
import org.gridclear.account.Sessions;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the caller by {@code Authorization: Bearer}, and gives it the rights of its groups. */
final class TokenFilter extends OncePerRequestFilter {
  /** Authority of who has logged in, which a program with an API token has not. */
  static final String SESSION = "SESSION";

  private static final String SCHEME = "Bearer ";

  private final ServerSecurity security;

  TokenFilter(ServerSecurity security) {
    this.security = security;
  }

  /** The token of a request; "" if there is none. */
  static String token(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.startsWith(SCHEME) ? header.substring(SCHEME.length()) : "";
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String token = token(request);
    if (security.issuer() != null && OpenIdIssuer.isJwt(token)) {
      ByIssuer issued = new ByIssuer(security.issuer(), security.accounts());
      if (!issued.enters(request, response, token, this::enter)) {
        return;
      }
    } else if (!token.isEmpty()) {
      security.sessions().holder(token).ifPresent(holder -> enter(request, holder));
    }
    chain.doFilter(request, response);
  }

  private void enter(HttpServletRequest request, Sessions.Holder holder) {
    Account account = holder.account();
    request.setAttribute(AuditFilter.USER, account.name());
    List<SimpleGrantedAuthority> authorities = new ArrayList<>();
    if (holder.session()) {
      authorities.add(new SimpleGrantedAuthority(SESSION));
    }
    Set<Right> rights = security.accounts().rights(account);
    new Caller(account.name(), rights, account.scope()).enter(request);
    rights.forEach(right -> authorities.add(new SimpleGrantedAuthority(right.name())));
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        new UsernamePasswordAuthenticationToken(account.name(), null, authorities));
    SecurityContextHolder.setContext(context);
  }
}
