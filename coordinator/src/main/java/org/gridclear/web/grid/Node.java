package org.gridclear.web.grid;

import org.gridclear.run.dispatch.GridMembers;
import org.jspecify.annotations.Nullable;

/**
 * A node.
 *
 * @param name what people call it
 * @param role what it does
 * @param takesWork whether units are sent to it
 * @param slots units that it does at a time
 * @param load memory, processors and addresses; null where one process is the whole grid
 */
record Node(
    String name, String role, boolean takesWork, int slots, GridMembers.@Nullable Load load) {}
