package org.gridclear.web.account.session;

import java.util.Set;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Who the caller is.
 *
 * @param name the account
 * @param rights what it may do
 * @param scope whose data it sees
 * @param accounts whether the server has accounts
 * @param csrf what a browser sends with calls that change something; null without its cookie
 * @param face where the call came in; null on a server without faces
 */
record KnownCaller(
    String name,
    Set<Right> rights,
    Scope scope,
    boolean accounts,
    @Nullable String csrf,
    @Nullable String face) {}
