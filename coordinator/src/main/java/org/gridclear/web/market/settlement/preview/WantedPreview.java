package org.gridclear.web.market.settlement.preview;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A correction.
 *
 * @param close name of a close of the server
 * @param files corrected rows, CSV, by their path, such as {@code days/2026-10-02/meters.csv}
 */
record WantedPreview(@Nullable String close, @Nullable Map<String, String> files) {}
