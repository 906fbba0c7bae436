package org.gridclear.market.result;

import java.time.LocalDate;
import java.util.List;
import org.gridclear.market.day.DayVersion;

/**
 * The versions that a question is answered from.
 *
 * @param versions by date and cycle
 * @param missing dates of the range that have none
 * @param alarms what somebody must know before the versions are used
 */
record Chosen(List<DayVersion> versions, List<LocalDate> missing, List<String> alarms) {}
