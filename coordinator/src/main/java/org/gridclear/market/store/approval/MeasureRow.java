package org.gridclear.market.store.approval;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * A free measure as it lies in the database.
 *
 * @param number its number among those of the run of the day, from 1; 0 before it has one
 * @param version number of the version that it is about
 * @param account who took it
 * @param at when
 * @param words what was done, and why
 * @param attachments SHA-256 of papers, by name
 */
public record MeasureRow(
    int number,
    int version,
    String account,
    OffsetDateTime at,
    String words,
    Map<String, String> attachments) {}
