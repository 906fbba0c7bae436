package org.gridclear.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.gridclear.account.Account;
import org.gridclear.account.Accounts;
import org.gridclear.account.TokenHolder;
import org.gridclear.web.face.ServedFace;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.BadJwtException;

/**
 * Lets a caller in by a token of the issuer, as the account that it names. It has no session: who
 * comes so makes no API tokens and changes no password. Superusers log in here alone, with both
 * factors.
 *
 * @param issuer whose tokens are taken
 * @param accounts whose names they have
 */
record ByIssuer(OpenIdIssuer issuer, Accounts accounts) {
  /**
   * Finds the account of a token. A token that is not good lets nobody in, as none would.
   *
   * @param enter makes an account the caller
   * @return whether the call goes on; if not, it was answered
   */
  boolean enters(
      HttpServletRequest request,
      HttpServletResponse response,
      String token,
      BiConsumer<HttpServletRequest, TokenHolder> enter)
      throws IOException {
    try {
      String name = ServedFace.of(request).map(issuer::at).orElse(issuer).account(token);
      Optional<Account> account = accounts.find(name).filter(each -> !each.superuser());
      if (account.isEmpty() || accounts.locked(account.get())) {
        request.setAttribute(AuditedCall.DETAIL, "issuer names '%s'".formatted(printable(name)));
        Problems.send(
            response,
            HttpStatus.FORBIDDEN,
            "The issuer knows the caller as '%s', which is no account here that may come so."
                .formatted(printable(name)),
            "Ask who manages accounts for one of that name; superusers log in at"
                + " POST /api/v1/session.");
        return false;
      }
      enter.accept(
          request,
          new TokenHolder(
              account.get(),
              false,
              ServedFace.of(request).orElse(null),
              accounts.rights(account.get())));
    } catch (BadJwtException e) {
      request.setAttribute(
          AuditedCall.DETAIL, "token of issuer: " + printable(String.valueOf(e.getMessage())));
    } catch (OpenIdIssuer.UnreachableException e) {
      request.setAttribute(AuditedCall.DETAIL, e.getMessage());
      response.setHeader(HttpHeaders.RETRY_AFTER, "10");
      Problems.send(
          response,
          HttpStatus.SERVICE_UNAVAILABLE,
          String.valueOf(e.getMessage()),
          "Try again later, or log in with POST /api/v1/session.");
      return false;
    }
    return true;
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
