package org.gridclear.web.monitoring.inquiry;

import org.jspecify.annotations.Nullable;

/**
 * A decision.
 *
 * @param accept whether the explanation is taken
 * @param comment what is to be said
 * @param due until when another one is asked for, where it is not taken
 */
record InquiryDecision(@Nullable Boolean accept, @Nullable String comment, @Nullable String due) {}
