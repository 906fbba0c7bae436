package org.gridclear.web.market.intervention;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is changed by hand.
 *
 * @param changes format gridclear-intervention
 * @param reason why
 * @param attachments papers in base64, by name
 */
record WantedIntervention(
    @Nullable Map<String, Object> changes,
    @Nullable String reason,
    @Nullable Map<String, byte[]> attachments) {}
