package org.gridclear.web.face;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.gridclear.account.Face;
import org.gridclear.account.Right;

/** The face at which a call came in. */
public final class ServedFace {
  private static final String ATTRIBUTE = "gridclear.face";

  private ServedFace() {}

  /** Says where a call came in. */
  public static void enter(HttpServletRequest request, Face face) {
    request.setAttribute(ATTRIBUTE, face);
  }

  /** Where a call came in; empty on a server without faces. */
  public static Optional<Face> of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Face face
        ? Optional.of(face)
        : Optional.empty();
  }

  /** What is left of rights where a call came in. */
  public static Set<Right> cut(HttpServletRequest request, Set<Right> rights) {
    Set<Right> left = EnumSet.noneOf(Right.class);
    left.addAll(rights);
    of(request).ifPresent(face -> left.retainAll(face.rights()));
    return left;
  }
}
