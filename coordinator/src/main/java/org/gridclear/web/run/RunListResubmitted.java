package org.gridclear.web.run;

import java.util.List;

/**
 * What was sent again.
 *
 * @param sent ids of the new runs
 * @param refused runs that were not, each with its reason
 */
record RunListResubmitted(List<String> sent, List<String> refused) {}
