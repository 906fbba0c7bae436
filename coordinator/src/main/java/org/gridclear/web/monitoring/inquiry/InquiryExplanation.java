package org.gridclear.web.monitoring.inquiry;

import org.jspecify.annotations.Nullable;

/**
 * An explanation.
 *
 * @param text what is to be said
 */
record InquiryExplanation(@Nullable String text) {}
