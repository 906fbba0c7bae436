package org.gridclear.web.monitoring.inquiry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question.
 *
 * @param market such as {@code da}
 * @param date trading date
 * @param zone zone of the price
 * @param question what is asked
 * @param due until when an explanation is asked for, in the market's zone or with an offset
 */
record InquiryQuestion(
    @Nullable String market,
    @Nullable LocalDate date,
    @Nullable String zone,
    @Nullable String question,
    @Nullable String due) {}
