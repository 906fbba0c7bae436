package org.gridclear.web.account.session;

import jakarta.servlet.http.HttpServletRequest;
import org.gridclear.account.Sessions;
import org.gridclear.web.account.CallPlace;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is asked for to log in.
 *
 * @param code six digits; null where a hardware key answers
 * @param key what the browser gives of a hardware key; null for a code
 */
record Login(String name, String password, @Nullable String code, @Nullable JsonNode key) {
  Sessions.Second second(HttpServletRequest request) {
    return key == null
        ? Sessions.Second.code(String.valueOf(code))
        : Sessions.Second.key(CallPlace.site(request), key.toString());
  }
}
