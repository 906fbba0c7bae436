package org.gridclear.web.market.anomaly;

import java.util.List;
import java.util.Map;
import org.gridclear.market.store.anomaly.TransitionRow;

/**
 * An anomaly and its steps.
 *
 * @param anomaly its fields
 * @param steps who did what about it
 */
record ShownAnomaly(Map<String, Object> anomaly, List<TransitionRow> steps) {}
