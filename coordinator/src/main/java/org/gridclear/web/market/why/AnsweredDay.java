package org.gridclear.web.market.why;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.gridclear.whatif.WhatIfAnswer;

/**
 * What a change would do to a version.
 *
 * @param version market, date and number in words
 * @param versionNotices what somebody must know of it
 * @param answer the answer
 */
record AnsweredDay(
    String version, List<String> versionNotices, @JsonUnwrapped WhatIfAnswer answer) {}
