package org.gridclear.web.grid;

import java.util.List;
import java.util.Map;
import org.gridclear.run.dispatch.GridCapacity;
import org.jspecify.annotations.Nullable;

/**
 * The grid.
 *
 * @param nodes its members
 * @param capacity how busy it is
 * @param refusal why it takes no runs now; null if it takes them
 * @param backupsComplete whether one more node may be lost
 * @param lostCaches caches of which data were lost
 * @param quarantined units that are not tried again, with the reason
 */
record ShownNodes(
    List<Node> nodes,
    GridCapacity capacity,
    @Nullable String refusal,
    boolean backupsComplete,
    List<String> lostCaches,
    Map<String, String> quarantined) {}
