package org.gridclear.web.account.factor;

import org.jspecify.annotations.Nullable;

/** A code of the second factor. */
record FactorCode(@Nullable String code) {}
