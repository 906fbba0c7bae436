package org.gridclear.market.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.store.workflow.StoredNode;

/**
 * How a node stands, and what it needs.
 *
 * @param stored how it is stored
 * @param task what it does
 * @param waitsFor what it waits for; "" for nothing
 * @param who groups of which somebody has to act; empty where nobody has to
 * @param left time to its due time, negative where that has passed; empty without one
 */
public record NodeStatus(
    StoredNode stored, String task, String waitsFor, List<String> who, Optional<Duration> left) {}
