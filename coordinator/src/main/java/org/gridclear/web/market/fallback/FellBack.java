package org.gridclear.web.market.fallback;

import java.util.List;

/**
 * A version that stands for a clearing.
 *
 * @param version its number
 * @param alarms what it says on top
 * @param adaptations where today differs, and what was made of it
 * @param findings what the auditor objects to
 */
record FellBack(
    int version, List<String> alarms, List<String> adaptations, List<String> findings) {}
