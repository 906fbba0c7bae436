package org.gridclear.web.account;

import jakarta.servlet.http.HttpServletRequest;

/** What the audit log says of a call: its address, and what filters and controllers note on it. */
public final class AuditedCall {
  /** Attribute with the name of the caller. */
  public static final String USER = "gridclear.user";

  /** Attribute with why a call was refused. */
  public static final String DETAIL = "gridclear.detail";

  private AuditedCall() {}

  /** Who calls, as the filters found out. */
  public static String user(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(USER));
  }

  /** Whether a path is about the system rather than its business (M-11). */
  static boolean isSystem(String path) {
    return path.matches(
        "/api/v1/(session|second-factors|password|invitations|accounts|groups|tokens|audit)(/.*)?");
  }

  /** The address as it is matched, escapes resolved; as it was sent where none was matched. */
  static String path(HttpServletRequest request) {
    String matched = request.getServletPath();
    return matched == null || matched.isEmpty() ? request.getRequestURI() : matched;
  }
}
