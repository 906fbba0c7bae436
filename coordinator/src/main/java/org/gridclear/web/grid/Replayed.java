package org.gridclear.web.grid;

import java.util.List;
import org.gridclear.run.dispatch.NodeReplay;
import org.jspecify.annotations.Nullable;

/**
 * A run replayed.
 *
 * @param runId the run
 * @param study its name
 * @param units units that nodes worked on; those that were there already cost nothing
 * @param workSeconds slot-seconds of these
 * @param longestSeconds the longest of these: no number of nodes makes the run shorter
 * @param thenNodes nodes that worked on it
 * @param thenSeconds how long it took, measured
 * @param points the nodes there are now and so many more; empty without nodes or units
 * @param savedSeconds what one more node would save; null where there are no points
 */
record Replayed(
    String runId,
    String study,
    int units,
    double workSeconds,
    double longestSeconds,
    int thenNodes,
    double thenSeconds,
    List<NodeReplay.Point> points,
    @Nullable Double savedSeconds) {}
