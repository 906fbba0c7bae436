package org.gridclear.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.account.Account;
import org.gridclear.account.Face;
import org.gridclear.account.Right;
import org.gridclear.account.TokenHolder;
import org.gridclear.web.face.ServedFace;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the caller by {@code Authorization: Bearer} or the cookie of the desk, and gives it the
 * rights of its groups.
 */
public final class TokenFilter extends OncePerRequestFilter {
  /** Authority of who has logged in, which a program with an API token has not. */
  static final String SESSION = "SESSION";

  private static final String SCHEME = "Bearer ";
  private static final String LOGIN = "/api/v1/session";

  private final ServerSecurity security;

  TokenFilter(ServerSecurity security) {
    this.security = security;
  }

  /** The token of a request; "" if there is none. */
  public static String token(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null) {
      return SessionCookie.token(request);
    }
    return header.startsWith(SCHEME) ? header.substring(SCHEME.length()) : "";
  }

  /** Whether the token came by the cookie of the desk. */
  public static boolean byCookie(HttpServletRequest request) {
    return request.getHeader("Authorization") == null && !SessionCookie.token(request).isEmpty();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String token = token(request);
    if (byCookie(request) && !SessionCookie.isProven(request, token)) {
      // Logging in anew needs no session, and gets none from an old cookie.
      if (!request.getServletPath().equals(LOGIN)) {
        refuse(request, response);
        return;
      }
    } else if (security.issuer() != null && OpenIdIssuer.isJwt(token)) {
      ByIssuer issued = new ByIssuer(security.issuer(), security.accounts());
      if (!issued.enters(request, response, token, this::enter)) {
        return;
      }
    } else if (!token.isEmpty()) {
      Optional<TokenHolder> holder = security.sessions().holder(token);
      if (holder.isPresent() && holder.get().face() != ServedFace.of(request).orElse(null)) {
        refuseOther(request, response, holder.get());
        return;
      }
      holder.ifPresent(each -> enter(request, each));
    }
    chain.doFilter(request, response);
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setAttribute(AuditedCall.DETAIL, "no proof beside the cookie");
    Problems.send(
        response,
        HttpStatus.FORBIDDEN,
        "The call comes with a cookie and without %s.".formatted(SessionCookie.HEADER),
        "Send csrf of GET /api/v1/session in that header, or use Authorization: Bearer.");
  }

  /** A token that was taken at one face opens no other. */
  private static void refuseOther(
      HttpServletRequest request, HttpServletResponse response, TokenHolder holder)
      throws IOException {
    request.setAttribute(AuditedCall.USER, holder.account().name());
    request.setAttribute(
        AuditedCall.DETAIL,
        "token of %s at %s"
            .formatted(named(holder.face()), named(ServedFace.of(request).orElse(null))));
    Problems.send(
        response,
        HttpStatus.FORBIDDEN,
        "The token is not of this face.",
        "Log in at this address; a token is good where it was issued.");
  }

  private static String named(@Nullable Face face) {
    return face == null ? "a server without faces" : "the face " + face.word();
  }

  private void enter(HttpServletRequest request, TokenHolder holder) {
    Account account = holder.account();
    request.setAttribute(AuditedCall.USER, account.name());
    List<SimpleGrantedAuthority> authorities = new ArrayList<>();
    if (holder.session()) {
      authorities.add(new SimpleGrantedAuthority(SESSION));
    }
    Set<Right> rights = ServedFace.cut(request, holder.rights());
    new Caller(account.name(), rights, account.scope()).enter(request);
    rights.forEach(right -> authorities.add(new SimpleGrantedAuthority(right.name())));
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        new UsernamePasswordAuthenticationToken(account.name(), null, authorities));
    SecurityContextHolder.setContext(context);
  }
}
