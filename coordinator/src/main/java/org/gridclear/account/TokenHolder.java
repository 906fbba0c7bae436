package org.gridclear.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose a token is.
 *
 * @param account the user
 * @param session whether it is of a session, not an API token of a program
 * @param face where it is good; null for a server without faces
 * @param rights what it lets do, whatever the face
 */
public record TokenHolder(
    Account account, boolean session, @Nullable Face face, Set<Right> rights) {}
