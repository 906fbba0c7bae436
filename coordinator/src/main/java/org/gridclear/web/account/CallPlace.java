package org.gridclear.web.account;

import jakarta.servlet.http.HttpServletRequest;
import org.gridclear.account.factor.Site;
import org.gridclear.web.face.ServedFace;

/** Where a call comes from and goes to. */
public final class CallPlace {
  private CallPlace() {}

  /** Where the browser of a call sees the server. */
  public static Site site(HttpServletRequest request) {
    return Site.of(request.getScheme(), request.getServerName(), request.getServerPort());
  }

  /** The face of a call, at which alone a command is let in. */
  public static String place(HttpServletRequest request) {
    return ServedFace.of(request).map(Enum::name).orElse("");
  }
}
