package org.gridclear.web.account.factor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.gridclear.account.Account;
import org.gridclear.account.OwnFactors;
import org.gridclear.account.factor.Site;
import org.gridclear.web.account.CallPlace;
import org.gridclear.web.account.GivenText;
import org.gridclear.web.account.ServerSecurity;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a browser asks a hardware key, to log in. */
@RestController
@RequestMapping("/api/v1")
class ChallengeController {
  private final ServerSecurity security;

  ChallengeController(ServerSecurity security) {
    this.security = security;
  }

  /** Who is about to log in. */
  record Name(@Nullable String name) {}

  /**
   * What a browser asks a hardware key, to log in as somebody; whether there is one is not said.
   */
  @PostMapping("/session/challenge")
  Map<String, Object> challenge(@RequestBody Name asked, HttpServletRequest request) {
    OwnFactors factors = security.requireAccounts().sessions().factors();
    String name = GivenText.of(asked.name(), "name");
    if (!Account.isName(name)) {
      throw new IllegalArgumentException("The name (%s) is no name of a user.".formatted(name));
    }
    Site site = CallPlace.site(request);
    return Map.of(
        "challenge", factors.hardware().login(name, site),
        "host", site.host(),
        "keys", factors.ids(name, site));
  }
}
