package org.gridclear.market.store.approval;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * A version made by hand from another one, as it lies in the database.
 *
 * @param version its number
 * @param parent number of the version from which it was made
 * @param account who did it
 * @param at when
 * @param reason why
 * @param changesHash SHA-256 of what was changed
 * @param attachments SHA-256 of papers, by name
 */
public record InterventionRow(
    int version,
    int parent,
    String account,
    OffsetDateTime at,
    String reason,
    String changesHash,
    Map<String, String> attachments) {}
