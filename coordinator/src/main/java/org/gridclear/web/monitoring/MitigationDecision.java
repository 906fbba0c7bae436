package org.gridclear.web.monitoring;

import org.jspecify.annotations.Nullable;

/**
 * A decision.
 *
 * @param approve whether the references hold
 * @param comment what is to be said
 */
record MitigationDecision(@Nullable Boolean approve, @Nullable String comment) {}
