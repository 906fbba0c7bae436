package org.gridclear.worker.api;

import java.util.function.Consumer;
import org.gridclear.solver.Deadline;

/**
 * What a unit is done with.
 *
 * @param store where its data are
 * @param cancelled passes when nobody wants the answer any more
 * @param startNanos when it was begun, by the nano clock
 * @param phases takes steps that the receipt shall tell
 */
public record WorkContext(
    BlockStore store, Deadline cancelled, long startNanos, Consumer<TimedPhase> phases) {}
