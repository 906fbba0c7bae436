package org.gridclear.web.market.statement;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is disputed.
 *
 * @param publication number of the publication
 * @param member the member
 * @param date operating day
 * @param entity entity of the statement
 * @param item item
 * @param claim what is wrong
 * @param papers content by name, Base64
 * @param nextPeriod whether it goes to the next period; false by default
 */
record WantedDispute(
    @Nullable Long publication,
    @Nullable String member,
    @Nullable LocalDate date,
    @Nullable String entity,
    @Nullable String item,
    @Nullable String claim,
    @Nullable Map<String, @Nullable String> papers,
    @Nullable Boolean nextPeriod) {}
