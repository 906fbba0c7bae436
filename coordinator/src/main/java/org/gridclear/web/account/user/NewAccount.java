package org.gridclear.web.account.user;

import java.util.List;
import org.gridclear.account.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A new user.
 *
 * @param groups its groups; null for a superuser
 * @param scope whose data it sees; all where none is given
 * @param superuser whether it manages accounts, and nothing else
 */
record NewAccount(
    @Nullable String name,
    @Nullable List<String> groups,
    @Nullable Scope scope,
    @Nullable Boolean superuser) {}
