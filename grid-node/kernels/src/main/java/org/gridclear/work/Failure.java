package org.gridclear.work;

/**
 * Why a case has no result.
 *
 * @param reason one of a closed list
 * @param text what happened, for a person
 */
public record Failure(FailureReason reason, String text) implements UnitSummary {}
