package org.gridclear.web.market.why;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.gridclear.clearing.explain.CaseExplanation;

/**
 * Why, of a version.
 *
 * @param version market, date and number in words
 * @param versionNotices what somebody must know of it
 * @param currency what money is counted in
 * @param why the explanation
 */
record ExplainedDay(
    String version,
    List<String> versionNotices,
    String currency,
    @JsonUnwrapped CaseExplanation why) {}
