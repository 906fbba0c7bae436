package org.gridclear.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;

/**
 * Who asks, as it is at the time of the call. A controller takes it as a parameter of its method.
 *
 * @param name the account; {@link #OPERATOR} on a server without accounts
 * @param rights what it may do, cut to the scope
 * @param scope whose data it sees: what lies outside is answered as what does not exist, word for
 *     word, and enters no count, total, list of names or advice
 */
public record Caller(String name, Set<Right> rights, Scope scope) {
  /** Whoever sits at a server without accounts. */
  public static final String OPERATOR = "operator";

  private static final String ATTRIBUTE = "gridclear.caller";
  private static final Caller LOCAL =
      new Caller(
          OPERATOR,
          EnumSet.complementOf(EnumSet.of(Right.READ_AUDIT, Right.MANAGE_ACCOUNTS)),
          Scope.ALL);

  public Caller {
    Set<Right> copy = EnumSet.noneOf(Right.class);
    copy.addAll(rights);
    rights = Collections.unmodifiableSet(copy);
  }

  /**
   * The caller of a request.
   *
   * @throws IllegalStateException if the server has accounts and the call carries no good token
   */
  public static Caller of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
      return caller;
    }
    throw new IllegalStateException("Nobody is known to call " + request.getRequestURI());
  }

  void enter(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** Whoever calls a server without accounts. */
  static Caller local() {
    return LOCAL;
  }

  /** Whether it has the right. */
  public boolean may(Right right) {
    return rights.contains(right);
  }
}
