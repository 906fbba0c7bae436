package org.gridclear.web.market.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What a partner did with something.
 *
 * @param id what the partner knows it by
 * @param said what it did
 */
record EnvelopeReceipt(@Nullable String id, @Nullable String said) {}
