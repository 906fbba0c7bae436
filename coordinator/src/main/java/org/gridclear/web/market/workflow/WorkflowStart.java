package org.gridclear.web.market.workflow;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which cycle of which trading date, and why. */
record WorkflowStart(
    @Nullable String workflow,
    @Nullable LocalDate date,
    @Nullable Integer cycle,
    @Nullable String reason) {}
