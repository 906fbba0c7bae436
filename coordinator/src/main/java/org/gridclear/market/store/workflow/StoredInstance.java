package org.gridclear.market.store.workflow;

import java.time.Instant;

/**
 * An instance.
 *
 * @param key which one
 * @param bookVersion version of the workflows by which it runs
 * @param startsAt when it was to start
 * @param state how it stands
 * @param steps number of its last transition
 */
public record StoredInstance(
    InstanceKey key, int bookVersion, Instant startsAt, InstanceState state, int steps) {}
