package org.gridclear.web.monitoring;

import org.jspecify.annotations.Nullable;

/**
 * What is said when an alarm is cleared.
 *
 * @param comment the words
 */
record IndexAlarmClearing(@Nullable String comment) {}
