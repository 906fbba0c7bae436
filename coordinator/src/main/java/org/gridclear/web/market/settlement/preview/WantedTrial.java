package org.gridclear.web.market.settlement.preview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trial.
 *
 * @param closes names of closes of the server
 * @param book the book, YAML
 * @param sample entities that are shown item by item, spread over all
 * @param entities entities that are shown item by item
 */
record WantedTrial(
    @Nullable List<String> closes,
    @Nullable String book,
    @Nullable Integer sample,
    @Nullable List<String> entities) {}
