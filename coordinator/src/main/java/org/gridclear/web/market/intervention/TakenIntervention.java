package org.gridclear.web.market.intervention;

import java.util.List;

/**
 * The version that was made.
 *
 * @param version its number
 * @param alarms the auditor's verdict, and what else somebody must know
 */
record TakenIntervention(int version, List<String> alarms) {}
