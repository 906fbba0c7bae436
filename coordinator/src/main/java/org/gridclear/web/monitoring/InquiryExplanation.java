package org.gridclear.web.monitoring;

import org.jspecify.annotations.Nullable;

/**
 * An explanation.
 *
 * @param text what is to be said
 */
record InquiryExplanation(@Nullable String text) {}
